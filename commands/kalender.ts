import { z } from 'zod';
import { type Context, defineCommand, type FieldValue } from '../src/command/command.ts';
import { choice, flag, optional, period, text } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { findPeriod } from '../src/core/dates/find-period.ts';
import { Refusal } from '../src/core/errors.ts';
import { alikeTo } from '../src/domain/campaign/overlap.ts';
import { findByName } from '../src/domain/find-by-name.ts';
import type { Message } from '../src/reply/reply.ts';
import { calendarMessage } from '../src/views/calendar-list.ts';
import { viewOf } from '../src/views/view-of.ts';
import { filterFields, filterFrom, filterIds } from './shared/calendar-filter.ts';

const PAGE = 10;
/** Without a period, "what is coming" looks this far ahead. */
const MONTHS_AHEAD = 6;

const args = z.object({
  woorden: optional(text({ positional: true, hidden: true })),
  periode: optional(period({ names: ['period', 'wanneer', 'when'] })),
  ...filterFields,
  datum: optional(
    choice(['bevestigd', 'voorlopig', 'onbekend', 'onzeker', 'open'], { names: ['date', 'datumstaat'] }),
  ),
  stand: optional(choice(['voorstel', 'gepland', 'vervallen'], { names: ['progress', 'status'] })),
  materialen: flag({ names: ['materials', 'materiaal'] }),
  verder: optional(text({ hidden: true })),
});
type Args = z.infer<typeof args>;

const DATE_STATES = {
  bevestigd: ['confirmed'],
  voorlopig: ['provisional'],
  onbekend: ['unknown'],
  onzeker: ['uncertain'],
  open: ['provisional', 'unknown', 'uncertain'],
};
const PROGRESS = { voorstel: 'proposed', gepland: 'planned', vervallen: 'cancelled' };

export const kalender = defineCommand({
  name: 'kalender',
  aliases: ['calendar', 'agenda', 'campagnes', 'wat-komt-er'],
  access: 'anyone',
  args,
  examples: ['okt-nov 2027 ondernemers', 'Q4 2027', 'volgende maand', 'datum:onbekend doelgroep:senioren'],
  run: async (context, given) => calendarPage(context, await withWords(context, given)),
});

/** Free words are a period and, around it, names of audiences, forms, organisations, regions or series. */
async function withWords(context: Context, given: Args): Promise<Args> {
  if (!given.woorden) return given;
  const words = given.woorden.split(/\s+/);
  const found = given.periode ? undefined : findPeriod(words, context.today);
  const read: Record<string, unknown> = { ...given };
  if (found) read.periode = { start: found.period.start, end: found.period.end };
  const rest = found ? found.rest : words;
  const names = rest.filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
  Object.assign(read, await namedFilters(context, names));
  return args.parse({ ...read, woorden: undefined });
}

const SMALL_WORDS = new Set([
  'voor',
  'in',
  'van',
  'de',
  'het',
  'over',
  'met',
  'for',
  'of',
  'the',
  'about',
  'and',
  'en',
]);
const FILTER_KINDS = [
  ['audience', 'doelgroep'],
  ['form', 'vorm'],
  ['topic', 'onderwerp'],
  ['series', 'reeks'],
  ['organisation', 'organisatie'],
  ['region', 'regio'],
] as const;

/** Reads "senioren bank helpdesk politie" as names, the longest first; refuses the first word of no name. */
async function namedFilters(context: Context, words: readonly string[]): Promise<Record<string, string[]>> {
  const filters: Record<string, string[]> = {};
  let rest = [...words];
  while (rest.length > 0) {
    const found = await longestName(context, rest);
    if (!found) throw new Refusal('calendar-words', { words: rest.join(' ').slice(0, 60) });
    filters[found.field] = [...(filters[found.field] ?? []), ...found.ids];
    rest = rest.slice(found.length);
  }
  return filters;
}

async function longestName({ store, scope, today }: Context, words: readonly string[]) {
  for (let length = Math.min(words.length, 6); length > 0; length--) {
    const name = words.slice(0, length).join(' ');
    for (const [kind, field] of FILTER_KINDS) {
      const found = await findByName(store, scope, [kind], name, today);
      if (found.length > 0) return { field, ids: found.map(({ id }) => id), length };
    }
  }
  return undefined;
}

async function calendarPage(context: Context, given: Args): Promise<Message> {
  const { store, scope, today } = context;
  const range = given.periode ?? comingMonths(today, given);
  const filter = await filterFrom(context, given);
  const query = {
    scope,
    ...(range ? { from: range.start, until: range.end } : given.reeks ? {} : { from: today.toString() }),
    filter,
    ...(given.datum ? { dateStates: DATE_STATES[given.datum] } : {}),
    ...(given.stand ? { progress: [PROGRESS[given.stand]] } : {}),
    ...(given.materialen ? { withMaterials: true } : {}),
  };
  const page = await store.entries({
    ...query,
    limit: PAGE,
    ...(given.verder ? { after: given.verder } : {}),
  });
  const reaching = [...alikeTo({ audiences: filter.audiences, forms: [] }).audiences];
  const withEveryone = reaching.length > filter.audiences.length;
  const wider = withEveryone
    ? await store.entries({ ...query, filter: { ...filter, audiences: reaching }, limit: 1 })
    : page;
  const view = await viewOf(context, page.campaigns, filterIds(given));
  const names = filterIds(given).map(view.name);
  const part = {
    ...page,
    range,
    filter: names.filter((name) => name !== undefined),
    forEveryone: wider.total - page.total,
  };
  const message = calendarMessage(part, view, asTyped(given), context.actor, context.audience);
  return refreshable(message, 'kalender', given);
}

/** Without a period: what is coming; of a series every edition, and date gaps however far ahead. */
function comingMonths(today: Temporal.PlainDate, given: Args): { start: string; end: string } | undefined {
  if (given.reeks || given.datum || given.stand) return undefined;
  return { start: today.toString(), end: today.add({ months: MONTHS_AHEAD }).toString() };
}

/** The same question as text again, for the buttons that go on with it. */
function asTyped(given: Args): Record<string, FieldValue> {
  const typed: Record<string, FieldValue> = {};
  if (given.periode) typed.periode = `${given.periode.start}..${given.periode.end}`;
  for (const [, field] of FILTER_KINDS) {
    const ids = given[field];
    if (ids) typed[field] = ids;
  }
  if (given.soort) typed.soort = given.soort;
  if (given.datum) typed.datum = given.datum;
  if (given.stand) typed.stand = given.stand;
  if (given.materialen) typed.materialen = 'ja';
  return typed;
}
