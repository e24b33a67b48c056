import { todayAt } from '../../core/clock.ts';
import { Refusal } from '../../core/errors.ts';
import type { IdSource } from '../../core/ids.ts';
import type { By } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { AnyRecord } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { refusePersonalData } from '../shared/refuse-personal-data.ts';
import { requireMayName, speakerOf } from './may-signal.ts';
import { type Signal, signal } from './signal.ts';

/** What someone shares. `group`: only its members see it; left out, all partners do. */
export type SharedSignal = Pick<Signal, 'title' | 'what' | 'forms' | 'channels' | 'regions'> &
  Partial<Pick<Signal, 'since' | 'tell'>> & { group?: Id<'group'> | undefined };

/**
 * Shares a signal for the asker's organisation. A group must be one that the organisation is in (a coordinator
 * may name any); `since` (ISO date) cannot lie in the future; personal data is refused.
 */
export async function shareSignal(
  store: Store,
  by: By,
  ids: IdSource,
  { group, ...given }: SharedSignal,
): Promise<Signal> {
  const { person, organisation } = speakerOf(by.actor);
  refusePersonalData(given.title, 'titel');
  refusePersonalData(given.what, 'wat');
  refusePersonalData(given.tell, 'publiek');
  if (group) requireMayName(by.actor, group);
  if (given.since && given.since > todayAt(by.at).toString()) throw new Refusal('signal-future', {}, 'sinds');
  const made = signal.parse({
    ...given,
    id: `signal/${ids()}`,
    organisation,
    by: person,
    at: by.at.toString(),
    owner: organisation,
    visibility: group ?? 'partners',
  });
  const { result } = await store.change<Id<'signal'>>({
    actor: by.actor,
    action: 'signal.share',
    at: by.at,
    ids: [organisation],
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: () => ({ put: [made as AnyRecord], result: made.id }),
  });
  const stored = await store.get(result);
  if (!stored) throw new Refusal('not-found');
  return stored;
}
