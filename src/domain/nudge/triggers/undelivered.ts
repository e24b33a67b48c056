import { coordinators } from '../recipients.ts';
import { type FindMatters, matter } from './trigger.ts';

/** People whom a message could not reach by any road: a coordinator must know. */
export const undelivered: FindMatters = (world, rule) =>
  world.undelivered.map(({ recipient, day }) => [
    // The day is the first of the month; how long it is told is decided by what counts as undelivered.
    matter(rule, recipient, day, coordinators(world), { until: '9999-12-31' }),
  ]);
