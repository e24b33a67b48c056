import { PROGRAM } from '../access/actor.ts';
import { scopeOf } from '../access/visibility.ts';
import { type Campaign, campaign } from '../campaign/campaign.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { occurrencesBetween } from './occurrences.ts';
import type { Series } from './series.ts';

/** How far ahead occurrences stand in the calendar. */
export const MONTHS_AHEAD = 24;

/**
 * Puts the occurrences of the coming 24 months into the calendar: provisional ones where a rule gives
 * dates, unknown ones in the usual months where none does, because that gap is what a coordinator must
 * see. Only adds and mends what the rule made itself; gives the number of entries written.
 */
export async function rollForward(
  store: Store,
  today: Temporal.PlainDate,
  at: Temporal.Instant,
): Promise<number> {
  const scope = scopeOf(PROGRAM, at);
  const allSeries = await store.list('series', scope);
  const wanted: Campaign[] = [];
  for (const series of allSeries) {
    const editions = await store.linked('campaign', 'series', series.id, scope);
    wanted.push(...wantedOccurrences(series, editions, today));
  }
  const changed = await store.change({
    actor: PROGRAM,
    action: 'series.roll-forward',
    at,
    ids: wanted.map(({ id }) => id),
    decide: (current) => {
      const put = wanted.filter(({ id }) => (pick(current, id)?.origin ?? 'rule') === 'rule');
      return { put: put as AnyRecord[], result: put.length };
    },
  });
  return changed.changed ? changed.result : 0;
}

/** The occurrences that a series should have from today on, apart from the editions that others made. */
export function wantedOccurrences(
  series: Series,
  editions: readonly Campaign[],
  today: Temporal.PlainDate,
): Campaign[] {
  const until = today.add({ months: MONTHS_AHEAD });
  const taken = new Set(editions.filter(({ origin }) => origin !== 'rule').map(editionYear));
  if (series.rule.type === 'announced-yearly') return gaps(series, taken, today, until);
  return occurrencesBetween(series.rule, today.subtract({ days: 366 }).toString(), until.toString())
    .filter(({ end }) => end >= today.toString())
    .filter(({ year }) => !taken.has(String(year)))
    .map(({ start, end, year }) =>
      occurrence(series, String(year), {
        period: { start, end, zone: 'Europe/Amsterdam' },
        dateState: series.takesPlace ? 'provisional' : 'uncertain',
      }),
    );
}

/** An edition without dates for each year, in those of its months that are not yet past. */
function gaps(
  series: Series,
  taken: ReadonlySet<string>,
  today: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Campaign[] {
  const [thisMonth, lastMonth] = [today.toString().slice(0, 7), until.toString().slice(0, 7)];
  const found: Campaign[] = [];
  for (let year = today.year; year <= until.year; year++) {
    const expectedMonths = series.usualMonths
      .map((month) => new Temporal.PlainYearMonth(year, month).toString())
      .filter((month) => month >= thisMonth)
      .sort();
    const [first] = expectedMonths;
    if (first !== undefined && first <= lastMonth && !taken.has(String(year)))
      found.push(
        occurrence(series, String(year), {
          period: null,
          expectedMonths,
          dateState: series.takesPlace ? 'unknown' : 'uncertain',
        }),
      );
  }
  return found;
}

function editionYear({ edition, period, expectedMonths }: Campaign): string {
  return edition?.slice(0, 4) ?? (period?.start ?? expectedMonths[0] ?? '').slice(0, 4);
}

type When = Pick<Campaign, 'period' | 'dateState'> & { expectedMonths?: string[] };

function occurrence(series: Series, edition: string, when: When): Campaign {
  const id: Id<'campaign'> = `campaign/${series.id.slice('series/'.length)}-${edition}`;
  return campaign.parse({
    id,
    title: `${series.name} ${edition}`,
    aliases: series.aliases,
    type: series.type,
    series: series.id,
    edition,
    ...when,
    ...(series.ruleBasis ? { dateSource: { text: shorten(series.ruleBasis) } } : {}),
    visibility: series.visibility,
    owner: series.owner,
    origin: 'rule',
    leads: series.leads.map((organisation) => ({ organisation })),
    audiences: series.audiences,
    forms: series.forms,
    topics: series.topics,
    channels: series.channels,
    regions: series.regions,
    organiser: series.organiser,
    website: series.website,
  });
}

function shorten(text: string): string {
  return text.length <= 500 ? text : `${text.slice(0, text.lastIndexOf(' ', 498))}…`;
}
