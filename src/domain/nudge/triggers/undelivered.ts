import { coordinators } from '../recipients.ts';
import { type FindMatters, matter } from './trigger.ts';

/** People whom a message could not reach by any road: a coordinator must know. */
export const undelivered: FindMatters = (world, rule) =>
  world.undelivered.map(({ recipient, day }) => matter(rule, recipient, day, coordinators(world)));
