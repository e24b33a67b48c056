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
 * proposer left. Each decision is told once, and nobody is told of their own: approving a new version is one decision,
 * told of the proposal, although it stands on the practice too.
 */
export const practiceDecided: FindMatters = (world, rule) => {
  const taken = new Set(world.practices.filter(({ state }) => state === 'merged').map(mergeOf));
  return world.practices.map((practice) => {
    const { id, state, decision, proposedBy, owner } = practice;
    if (!decision || !owner || !DECIDED.includes(state)) return [];
    if (state === 'published' && taken.has(mergeOf(practice))) return [];
    const people = proposedBy && world.people.has(proposedBy) ? [proposedBy] : contactsOf(world, owner);
    const first = people.filter((person) => person !== decision.by);
    if (first.length === 0) return [];
    const due = dateHere(decision.at);
    return [matter(rule, id, due, { first, second: [] }, { arose: due, mark: decision.at, each: true })];
  });
};

/** The same for a proposal that was taken in and for the practice that took it in, as long as that stands. */
function mergeOf({ id, revises, decision }: Practice): string {
  return `${revises ?? id} ${decision?.at}`;
}
