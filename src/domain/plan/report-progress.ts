import { todayAt } from '../../core/clock.ts';
import { quarterBounds } from '../../core/dates/quarter.ts';
import { Refusal } from '../../core/errors.ts';
import type { IdSource } from '../../core/ids.ts';
import { mayReportOn } from '../access/may.ts';
import { type By, visibleRecord } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { AnyRecord } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { refusePersonalData } from '../shared/refuse-personal-data.ts';
import { type Action, type ActionState, type Report, report } from './plan.ts';

/** What someone says of an action. */
export interface Progress {
  action: Id<'action'>;
  state: ActionState;
  text?: string | undefined;
  expectedQuarter?: string | undefined;
}

/**
 * Records how an action stands: a report for the history, and the action itself, in one change. Done and
 * dropped actions expect no quarter any more; an expected quarter cannot lie in the past.
 */
export async function reportProgress(store: Store, by: By, ids: IdSource, given: Progress): Promise<Action> {
  const { person, organisations } = by.actor;
  if (!person || !organisations[0]) throw new Refusal('no-organisation');
  refusePersonalData(given.text, 'tekst');
  const settled = given.state === 'done' || given.state === 'dropped';
  const today = todayAt(by.at).toString();
  if (given.expectedQuarter && !settled && quarterBounds(given.expectedQuarter).end < today)
    throw new Refusal('quarter-past', {}, 'kwartaal');
  const id: Id<'report'> = `report/${ids()}`;
  await store.change({
    actor: by.actor,
    action: 'action.report',
    at: by.at,
    ids: [given.action],
    ...(by.version === undefined ? {} : { expect: { [given.action]: by.version } }),
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: (current) => {
      const action = visibleRecord(current, given.action, by);
      if (!mayReportOn(by.actor, action)) throw new Refusal('action-not-yours');
      const speaksFor = organisations.find((one) => action.leads.includes(one)) ?? organisations[0];
      const made = report.parse({
        id,
        action: action.id,
        state: given.state,
        text: given.text,
        expectedQuarter: settled ? undefined : given.expectedQuarter,
        by: person,
        organisation: speaksFor,
        at: by.at.toString(),
        visibility: action.visibility === 'public' ? 'partners' : action.visibility,
        owner: speaksFor,
      });
      const { expectedQuarter: before, ...rest } = action;
      const expected = settled ? undefined : (given.expectedQuarter ?? before);
      const updated: Action = {
        ...rest,
        state: given.state,
        reportedAt: by.at.toString(),
        ...(expected ? { expectedQuarter: expected } : {}),
        origin: 'person',
      };
      return { put: [made as AnyRecord, updated as AnyRecord], result: null };
    },
  });
  const stored = await store.get(given.action);
  if (!stored) throw new Refusal('not-found');
  return stored;
}

/** What was reported on an action, the newest first. */
export function newestFirst(reports: readonly Report[]): Report[] {
  return reports.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}
