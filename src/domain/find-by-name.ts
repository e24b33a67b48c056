import { foldText } from '../core/ids.ts';
import { guardOf } from './access/guard.ts';
import type { Scope } from './access/visibility.ts';
import { canSee } from './access/visibility.ts';
import { calendarSpan } from './campaign/calendar-entry.ts';
import type { Campaign } from './campaign/campaign.ts';
import { namesOf } from './names.ts';
import { currentPlan } from './plan/plans.ts';
import type { Store } from './ports.ts';
import { isHandled } from './practice/content.ts';
import { type AnyRecord, isKind } from './records.ts';
import type { Id, Kind } from './shared/record.ts';

/** Kinds with many records: their names are looked up by search, never by reading them all. */
const LARGE: readonly Kind[] = ['campaign', 'action', 'task', 'report', 'participation'];

/** Enough to hold every edition of the series that share a word such as "week". */
const NAMES_LOOKED_AT = 200;

/**
 * The records that a name may mean, best first: one when it is clear, none when nothing is near. An id,
 * with or without its kind, is always clear; so is a whole name. Of one series the coming edition is meant. Proposals
 * that are done with step back for others; one that was taken into the practice itself is no name any more.
 */
export async function findByName(
  store: Store,
  scope: Scope,
  kinds: readonly Kind[],
  typed: string,
  today: Temporal.PlainDate,
): Promise<AnyRecord[]> {
  const byId =
    (await findById(store, scope, kinds, typed)) ?? (await inCurrentPlan(store, scope, kinds, typed, today));
  if (byId) return [byId];
  const folded = foldText(typed.trim());
  const isCalled = (record: AnyRecord): boolean => namesOf(record).some((name) => foldText(name) === folded);
  const large = kinds.filter((kind) => LARGE.includes(kind));
  const small = await smallRecords(store, scope, kinds);
  const whole = [
    ...(await store.named({ scope, kinds: large, folded, limit: NAMES_LOOKED_AT })),
    ...small.filter(isCalled),
  ];
  if (whole.length > 0) return comingEditions(withoutHandled(whole), today);
  const hits =
    large.length > 0 ? await store.search({ scope, kinds: large, words: typed, limit: NAMES_LOOKED_AT }) : [];
  const candidates = [...hits.map(({ record }) => record), ...small];
  const part = candidates.filter((record) => namesOf(record).some((name) => foldText(name).includes(folded)));
  return comingEditions(part.length > 0 ? withoutHandled(part) : candidates.filter(isLarge), today);
}

async function findById(store: Store, scope: Scope, kinds: readonly Kind[], typed: string) {
  const trimmed = typed.trim();
  const slug = trimmed.toLowerCase();
  // A bare word is a series' id as often as its name; then its coming edition is meant.
  const bare = kinds.filter((kind) => kind !== 'series' || !kinds.includes('campaign'));
  const ids = trimmed.includes('/') ? [trimmed] : bare.map((kind) => `${kind}/${slug}`);
  const found = await store.getMany(
    ids.filter((id) => kinds.some((kind) => id.startsWith(`${kind}/`))) as Id[],
  );
  return ids.map((id) => found.get(id)).find((record) => record && canSee(scope, guardOf(record)));
}

/** "5.01" is in every plan: the action of the plan that runs is meant. */
async function inCurrentPlan(
  store: Store,
  scope: Scope,
  kinds: readonly Kind[],
  typed: string,
  today: Temporal.PlainDate,
): Promise<AnyRecord | undefined> {
  const [, theme, place] = /^(\d{1,2})\.(\d{1,2})$/.exec(typed.trim()) ?? [];
  if (!kinds.includes('action') || !theme || !place) return undefined;
  const plan = await currentPlan(store, scope, today);
  return plan && findById(store, scope, ['action'], `${plan.key}-${theme}.${place.padStart(2, '0')}`);
}

async function smallRecords(store: Store, scope: Scope, kinds: readonly Kind[]): Promise<AnyRecord[]> {
  const listed: AnyRecord[] = [];
  for (const kind of kinds.filter((one) => !LARGE.includes(one)))
    listed.push(...(await store.list(kind, scope)));
  return listed.filter((record) => !isKind(record, 'practice') || record.state !== 'merged');
}

function withoutHandled(found: readonly AnyRecord[]): readonly AnyRecord[] {
  const others = found.filter((record) => !isKind(record, 'practice') || !isHandled(record));
  return others.length > 0 ? others : found;
}

function isLarge(record: AnyRecord): boolean {
  return LARGE.some((kind) => record.id.startsWith(`${kind}/`));
}

/**
 * Of several editions of one series the running or next one is meant, else the last; and a series' own
 * record steps back for its editions. Other records stay as they are, in their order.
 */
function comingEditions(found: readonly AnyRecord[], today: Temporal.PlainDate): AnyRecord[] {
  const editions = found.filter((record) => isKind(record, 'campaign'));
  const bySeries = Map.groupBy(editions, (campaign) => campaign.series ?? campaign.id);
  const chosen = new Set<AnyRecord>([...bySeries.values()].map((group) => comingOf(group, today)));
  return found.filter((record) =>
    isKind(record, 'campaign') ? chosen.has(record) : !bySeries.has(record.id as never),
  );
}

function comingOf(editions: readonly Campaign[], today: Temporal.PlainDate): Campaign {
  const lastDay = (campaign: Campaign): string => calendarSpan(campaign)?.last ?? '9999';
  const ordered = editions.toSorted((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1));
  return ordered.find((campaign) => lastDay(campaign) >= today.toString()) ?? (ordered.at(-1) as Campaign);
}
