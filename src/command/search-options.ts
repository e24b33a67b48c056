import type { Locale } from '../core/locale.ts';
import { guardOf } from '../domain/access/guard.ts';
import { canSee } from '../domain/access/visibility.ts';
import { findByName } from '../domain/find-by-name.ts';
import { nameOf } from '../domain/names.ts';
import { type AnyRecord, isKind } from '../domain/records.ts';
import type { Kind } from '../domain/shared/record.ts';
import type { FormOption } from '../reply/reply.ts';
import { fieldsOf } from './bind.ts';
import type { Context } from './command.ts';
import { isOffered } from './offered.ts';
import type { Registry } from './registry.ts';
import { mayUse } from './run.ts';
import { isStranger } from './standing-reply.ts';

const MOST = 50;
const MONTHS_AHEAD = 12;

/**
 * The records that a field of a form can mean, for what was typed so far: by name, and by the words of a name. With
 * nothing typed the campaigns that come first. Only what the asker may see.
 */
export async function searchOptions(
  registry: Registry,
  context: Context,
  field: { command: string; name: string; typed: string },
): Promise<FormOption[]> {
  const command = registry.find(field.command);
  if (!command || isStranger(context) || !mayUse(command.access, context)) return [];
  const info = fieldsOf(command).find(({ name }) => name === field.name)?.info;
  if (!info || (info.input !== 'ref' && info.input !== 'refs')) return [];
  const found = (await searchRecords(context, info.kinds, field.typed)).filter(isOffered);
  const homes = await context.store.getMany(
    found.flatMap((one) => (isKind(one, 'person') ? one.organisation : [])),
  );
  return found.map((record) => ({ value: record.id, label: labelOf(record, homes, context.locale) }));
}

/** A person with where they work: two of one name are two people. */
function labelOf(record: AnyRecord, homes: ReadonlyMap<string, AnyRecord>, locale: Locale): string {
  const name = nameOf(record, locale);
  const home = isKind(record, 'person') ? homes.get(record.organisation) : undefined;
  return home ? `${name} (${nameOf(home, locale)})` : name;
}

/** The records of these kinds that were meant by what was typed, the likeliest first; see above. */
export async function searchRecords(
  context: Pick<Context, 'store' | 'scope' | 'today'>,
  kinds: readonly Kind[],
  typed: string,
): Promise<AnyRecord[]> {
  const words = typed.trim();
  const found = words === '' ? await soonest(context, kinds) : await named(context, kinds, words);
  return found.slice(0, MOST);
}

/** What is called so comes first, then what search finds by the beginning of words. */
async function named(
  { store, scope, today }: Pick<Context, 'store' | 'scope' | 'today'>,
  kinds: readonly Kind[],
  typed: string,
): Promise<AnyRecord[]> {
  const exact = await findByName(store, scope, kinds, typed, today);
  const hits = await store.search({ scope, words: typed, kinds, limit: MOST });
  const all = [...exact, ...hits.map(({ record }) => record)];
  const visible = all.filter((record) => canSee(scope, guardOf(record)));
  return [...new Map(visible.map((record) => [record.id as string, record])).values()];
}

async function soonest(
  { store, scope, today }: Pick<Context, 'store' | 'scope' | 'today'>,
  kinds: readonly Kind[],
): Promise<AnyRecord[]> {
  const until = today.add({ months: MONTHS_AHEAD }).toString();
  const campaigns = kinds.includes('campaign')
    ? (await store.entries({ scope, from: today.toString(), until, limit: MOST })).campaigns
    : [];
  const others = kinds.filter((kind) => kind !== 'campaign' && kind !== 'task');
  const lists = await Promise.all(others.map((kind) => store.list(kind, scope)));
  return [...campaigns, ...lists.flat()] as AnyRecord[];
}
