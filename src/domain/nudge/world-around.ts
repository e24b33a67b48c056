import { PROGRAM } from '../access/actor.ts';
import { scopeOf } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, isKind } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { byId, frameOf, type World } from './world.ts';

/**
 * The world as far as it decides what is asked about these records. What everyone is told for themselves is
 * not found in it: that takes the whole calendar, and waits for no answer.
 */
export async function worldAround(
  store: Store,
  at: Temporal.Instant,
  about: readonly (Id | string)[],
): Promise<World> {
  const scope = scopeOf(PROGRAM, at);
  const subjects = [...(await store.getMany([...new Set(about)] as Id[])).values()];
  const own = [...new Set(subjects.flatMap(campaignOf))];
  const beside = await Promise.all(subjects.map((one) => alsoAsked(store, at, one)));
  const records = [...(await store.getMany(own)).values(), ...beside.flat()] as AnyRecord[];
  const campaigns = records.filter((one): one is Campaign => isKind(one, 'campaign'));
  const linked = async <K extends 'task' | 'participation' | 'evaluation'>(kind: K) =>
    new Map(
      await Promise.all(
        own.map(async (id) => [id as string, await store.linked(kind, 'campaign', id, scope)] as const),
      ),
    );
  const all = [...subjects, ...records];
  return {
    ...(await frameOf(store, at)),
    campaigns: byId(campaigns),
    tasks: await linked('task'),
    participations: await linked('participation'),
    evaluations: await linked('evaluation'),
    actions: [...byId(all.filter((one) => isKind(one, 'action'))).values()],
    series: subjects.filter((one) => isKind(one, 'series')),
    practices: subjects.filter((one) => isKind(one, 'practice')),
    helpPoints: subjects.filter((one) => isKind(one, 'helppoint')),
    corrections: all.filter((one) => isKind(one, 'correction')).filter(({ doneAt }) => !doneAt),
    formContacts: subjects.filter((one) => isKind(one, 'contact')),
    subscriptions: [],
    undelivered: [],
  };
}

/** The campaign that a reminder about this record looks at, with its tasks and answers. */
function campaignOf(record: AnyRecord): Id<'campaign'>[] {
  if (isKind(record, 'campaign')) return [record.id];
  return isKind(record, 'task') || isKind(record, 'participation') ? [record.campaign] : [];
}

/** What decides whether a series has an edition to come, and whether an organisation leads anything. */
async function alsoAsked(store: Store, at: Temporal.Instant, record: AnyRecord): Promise<AnyRecord[]> {
  const scope = scopeOf(PROGRAM, at);
  if (isKind(record, 'helppoint') || isKind(record, 'guide'))
    return store.linked('correction', 'about', record.id, scope);
  if (isKind(record, 'series')) return store.linked('campaign', 'series', record.id, scope);
  if (!isKind(record, 'organisation')) return [];
  return [
    ...(await store.linked('campaign', 'lead', record.id, scope)),
    ...(await store.linked('action', 'lead', record.id, scope)),
  ];
}
