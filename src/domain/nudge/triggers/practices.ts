import { dateHere } from '../../../core/clock.ts';
import type { Practice } from '../../practice/practice.ts';
import { contactsOf, coordinators } from '../recipients.ts';
import { type FindMatters, matter } from './trigger.ts';

/** Proposed practices that wait for a coordinator, counted from the day on which they were proposed. */
export const practiceProposal: FindMatters = (world, rule) =>
  world.practices.map(({ id, state, proposedAt }) => {
    if (state !== 'in-review' || !proposedAt) return [];
    return [matter(rule, id, dateHere(proposedAt), coordinators(world), { until: '9999-12-31' })];
  });

const DECIDED: readonly Practice['state'][] = [
  'published',
  'merged',
  'changes-asked',
  'declined',
  'withdrawn',
];

/**
 * What a coordinator decided on a proposal: its proposer is told, or who is a contact of that organisation when the
 * proposer left. Each decision is told once, and nobody is told of their own.
 */
export const practiceDecided: FindMatters = (world, rule) =>
  world.practices.map(({ id, state, decision, proposedBy, owner }) => {
    if (!decision || !owner || !DECIDED.includes(state)) return [];
    const people = proposedBy && world.people.has(proposedBy) ? [proposedBy] : contactsOf(world, owner);
    const first = people.filter((person) => person !== decision.by);
    if (first.length === 0) return [];
    const due = dateHere(decision.at);
    return [matter(rule, id, due, { first, second: [] }, { arose: due, mark: decision.at, each: true })];
  });
