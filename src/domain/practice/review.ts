import { todayAt } from '../../core/clock.ts';
import { Refusal } from '../../core/errors.ts';
import { PROGRAM } from '../access/actor.ts';
import { isCoordinator, mayEditPractice, require } from '../access/may.ts';
import { scopeOf } from '../access/visibility.ts';
import { type By, changeOne } from '../change-one.ts';
import type { AuditRow, Store } from '../ports.ts';
import { type AnyRecord, isKind, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { contentOfPractice, isOpen, saysTheSame } from './content.ts';
import type { Practice } from './practice.ts';
import { writtenOver } from './versions.ts';

type PracticeId = Id<'practice'>;

/**
 * Publishes a proposal with the next free number, or lays a new version over the practice that it revises, in the
 * same change. Refuses when somebody decided already, and when that practice says something else by now.
 */
export async function approvePractice(store: Store, by: By, id: PracticeId): Promise<Practice> {
  const everything = scopeOf(PROGRAM, by.at);
  const { revises } = (await store.get(id)) ?? {};
  const history = revises ? await store.history(revises) : [];
  const also = revises ? [revises] : (await store.list('practice', everything)).map((one) => one.id);
  const merged = await changeOne(
    store,
    by,
    'practice.approve',
    id,
    (proposal, current) => {
      checkMayDecide(by, proposal);
      const decided = { ...proposal, decision: decisionBy(by) };
      if (!proposal.revises) return { ...published(by, decided), key: nextKey(current) };
      checkUnchanged(proposal, pick(current, proposal.revises), history);
      return { ...decided, state: 'merged' };
    },
    also.filter((one) => one !== id),
    (proposal, current) => {
      const revised = proposal.revises && pick(current, proposal.revises);
      return revised ? [versionOf(by, revised, proposal) as AnyRecord] : [];
    },
  );
  return (merged.revises && (await store.get(merged.revises))) || merged;
}

/** Asks the proposer for changes, with what should be better: the proposal comes back after it. */
export function askChanges(store: Store, by: By, id: PracticeId, reason: string): Promise<Practice> {
  return decide(store, by, id, 'practice.ask-changes', 'changes-asked', reason);
}

/** Declines a proposal, with the reason; it stays for its organisation to read. */
export function declinePractice(store: Store, by: By, id: PracticeId, reason: string): Promise<Practice> {
  return decide(store, by, id, 'practice.decline', 'declined', reason);
}

/** Takes back a published practice or an open proposal, with the reason. A new version can bring it back. */
export function withdrawPractice(store: Store, by: By, id: PracticeId, reason: string): Promise<Practice> {
  return changeOne(store, by, 'practice.withdraw', id, (practice) => {
    require(mayEditPractice(by.actor, practice), 'not-your-practice');
    if (practice.state !== 'published' && !isOpen(practice))
      throw new Refusal('practice-closed', { title: practice.title.nl });
    return { ...practice, state: 'withdrawn', decision: decisionBy(by, reason) };
  });
}

function decide(
  store: Store,
  by: By,
  id: PracticeId,
  action: string,
  state: Practice['state'],
  reason: string,
): Promise<Practice> {
  return changeOne(store, by, action, id, (proposal) => {
    checkMayDecide(by, proposal);
    return { ...proposal, state, decision: decisionBy(by, reason) };
  });
}

function checkMayDecide(by: By, proposal: Practice): void {
  require(isCoordinator(by.actor), 'coordinators-only');
  if (proposal.state !== 'in-review') throw new Refusal('practice-decided', { title: proposal.title.nl });
}

function decisionBy(by: By, reason?: string): NonNullable<Practice['decision']> {
  return {
    at: by.at.toString(),
    ...(by.actor.person ? { by: by.actor.person } : {}),
    ...(reason ? { reason } : {}),
  };
}

/** Whoever approves has looked at its sources on that day. */
function published(by: By, practice: Practice): Practice {
  const today = todayAt(by.at).toString();
  const { decision: _decision, ...rest } = practice;
  return {
    ...rest,
    state: 'published',
    visibility: practice.publishFor ?? 'public',
    decision: decisionBy(by),
    publishedOn: practice.publishedOn ?? today,
    reviewedOn: today,
    sources: practice.sources.map((source) => ({ ...source, checkedOn: source.checkedOn ?? today })),
  };
}

function versionOf(by: By, revised: Practice, proposal: Practice): Practice {
  const { evidenceNote: _note, ...rest } = revised;
  const { proposedBy, proposedAt, evaluation = revised.evaluation } = proposal;
  const content = contentOfPractice(proposal);
  return published(by, { ...rest, ...content, proposedBy, proposedAt, evaluation });
}

/** The practice may have been looked at since, but must still say what the proposal was written over. */
function checkUnchanged(proposal: Practice, now: Practice | undefined, history: readonly AuditRow[]): void {
  const then = writtenOver(proposal, history);
  if (!now || !then || !saysTheSame(contentOfPractice(then), contentOfPractice(now)))
    throw new Refusal('practice-changed-since', { title: proposal.title.nl });
}

function nextKey(current: ReadonlyMap<string, AnyRecord>): string {
  const practices = [...current.values()].filter((one): one is Practice => isKind(one, 'practice'));
  const numbers = practices.map(({ key }) => Number(key?.slice('BP-'.length) ?? 0));
  return `BP-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}
