import { isoWeekOf } from '../../core/dates/iso-week.ts';
import type { Scope } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { CalendarFilter } from '../feed/feed.ts';
import type { EntrySpan, Store } from '../ports.ts';
import { type AnyRecord, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { type Few, SHOWN } from './digest.ts';

const NO_FILTER = {
  audiences: [],
  forms: [],
  organisations: [],
  regions: [],
  series: [],
  topics: [],
  types: [],
};

/** What the calendar is narrowed to; what is absent does not matter. */
export type DigestFilter = Partial<Omit<CalendarFilter, 'content'>>;

/**
 * What runs in the ISO week of today, and what begins in the four weeks after it: whatever is planned and
 * has dates. An entry stands in one of the two only.
 */
export async function calendarParts(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
  filter: DigestFilter = {},
): Promise<{ running: Few<Campaign>; coming: Few<Campaign> }> {
  const week = isoWeekOf(today);
  const until = Temporal.PlainDate.from(week.end).add({ weeks: 4 }).toString();
  const spans = await store.spans({
    scope,
    from: week.start,
    until,
    filter: wholeFilter(filter),
    progress: ['planned'],
  });
  const dated = spans.filter(({ months }) => months === undefined);
  const running = dated.filter(({ first }) => first <= week.end);
  const coming = dated.filter(({ first }) => first > week.end);
  const shown = [...running.slice(0, SHOWN), ...coming.slice(0, SHOWN)];
  const records = await store.getMany(shown.map(({ id }) => id));
  return { running: few(running, records), coming: few(coming, records) };
}

function few(spans: readonly EntrySpan[], records: ReadonlyMap<string, AnyRecord>): Few<Campaign> {
  const found = spans.slice(0, SHOWN).map(({ id }) => pick(records, id as Id<'campaign'>));
  return { items: found.filter((one) => one !== undefined), total: spans.length };
}

/** Planned campaigns of the coming nine months whose date is unknown, provisional or not certain. */
export async function dateGaps(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
  filter: DigestFilter,
): Promise<Few<Campaign>> {
  const { campaigns, total } = await store.entries({
    scope,
    from: today.toString(),
    until: today.add({ months: 9 }).toString(),
    filter: { ...wholeFilter(filter), types: ['campaign'] },
    progress: ['planned'],
    dateStates: ['unknown', 'provisional', 'uncertain'],
    limit: SHOWN,
  });
  return { items: campaigns, total };
}

/** A filter with everything in it, as the store asks for. */
export function wholeFilter({
  audiences,
  forms,
  organisations,
  regions,
  series,
  topics,
  types,
}: DigestFilter) {
  const given = { audiences, forms, organisations, regions, series, topics, types };
  const present = Object.entries(given).filter(([, list]) => list !== undefined);
  return { ...NO_FILTER, ...Object.fromEntries(present) };
}
