import { foldText } from '../core/ids.ts';
import { guardOf } from './access/guard.ts';
import type { Scope } from './access/visibility.ts';
import { canSee } from './access/visibility.ts';
import { calendarSpan } from './campaign/calendar-entry.ts';
import { namesOf } from './names.ts';
import type { Store } from './ports.ts';
import { type AnyRecord, isKind } from './records.ts';
import type { Id, Kind } from './shared/record.ts';

/** Kinds with many records: their names are looked up by search, never by reading them all. */
const LARGE: readonly Kind[] = ['campaign', 'action', 'task', 'report', 'participation'];

/**
 * The records that a name may mean, best first: one when it is clear, none when nothing is near. An id,
 * with or without its kind, is always clear; so is a whole name. Of one series the coming edition is meant.
 */
export async function findByName(
  store: Store,
  scope: Scope,
  kinds: readonly Kind[],
  typed: string,
  today: Temporal.PlainDate,
): Promise<AnyRecord[]> {
  const byId = await findById(store, scope, kinds, typed);
  if (byId) return [byId];
  const folded = foldText(typed.trim());
  const candidates = await candidatesFor(store, scope, kinds, typed);
  const whole = candidates.filter((record) => namesOf(record).some((name) => foldText(name) === folded));
  if (whole.length > 0) return comingEdition(whole, today);
  const part = candidates.filter((record) => namesOf(record).some((name) => foldText(name).includes(folded)));
  return comingEdition(part.length > 0 ? part : candidates.filter(isLarge), today);
}

async function findById(store: Store, scope: Scope, kinds: readonly Kind[], typed: string) {
  const trimmed = typed.trim();
  const slug = trimmed.toLowerCase();
  const ids = trimmed.includes('/') ? [trimmed] : kinds.map((kind) => `${kind}/${slug}`);
  const found = await store.getMany(
    ids.filter((id) => kinds.some((kind) => id.startsWith(`${kind}/`))) as Id[],
  );
  return ids.map((id) => found.get(id)).find((record) => record && canSee(scope, guardOf(record)));
}

async function candidatesFor(store: Store, scope: Scope, kinds: readonly Kind[], typed: string) {
  const small = kinds.filter((kind) => !LARGE.includes(kind));
  const listed: AnyRecord[] = [];
  for (const kind of small) listed.push(...(await store.list(kind, scope)));
  const large = kinds.filter((kind) => LARGE.includes(kind));
  const hits = large.length > 0 ? await store.search({ scope, kinds: large, words: typed, limit: 25 }) : [];
  return [...hits.map(({ record }) => record), ...listed];
}

function isLarge(record: AnyRecord): boolean {
  return LARGE.some((kind) => record.id.startsWith(`${kind}/`));
}

/** When all that is left are editions of one series, the running or next one is meant, else the last. */
function comingEdition(found: AnyRecord[], today: Temporal.PlainDate): AnyRecord[] {
  const [first] = found;
  if (found.length < 2 || !first || !isKind(first, 'campaign') || !first.series) return found;
  const editions = found.filter((record) => isKind(record, 'campaign'));
  if (editions.length < found.length || editions.some(({ series }) => series !== first.series)) return found;
  const lastDay = (record: (typeof editions)[number]): string => calendarSpan(record)?.last ?? '9999';
  const ordered = editions.toSorted((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1));
  const coming = ordered.find((record) => lastDay(record) >= today.toString());
  return [coming ?? (ordered.at(-1) as AnyRecord)];
}
