import type { Scope } from '../access/visibility.ts';
import type { CalendarFilter } from '../feed/feed.ts';
import type { Store } from '../ports.ts';
import type { AnyRecord } from '../records.ts';
import { type Id, type Kind, kindOf } from '../shared/record.ts';
import type { Understood } from './understand.ts';

/** A list by which the calendar filters, for each kind of term. */
const FILTERS = {
  audience: 'audiences',
  form: 'forms',
  topic: 'topics',
  region: 'regions',
  organisation: 'organisations',
  series: 'series',
} as const;

const MOST = 60;

/**
 * The campaigns of the period that a question tells, of the form, audience, region or organisation that it names:
 * their texts do not hold their dates. None when it tells no period.
 */
export async function campaignsIn(
  store: Store,
  scope: Scope,
  { period, groups }: Understood,
  kinds: readonly Kind[] | undefined,
): Promise<AnyRecord[]> {
  if (!period || (kinds && !kinds.includes('campaign'))) return [];
  const filter: Partial<Record<(typeof FILTERS)[keyof typeof FILTERS], Id[]>> = {};
  for (const { ids } of groups) {
    const fitting = [...ids].filter((id) => kindOf(id) in FILTERS);
    const [kind, other] = [...new Set(fitting.map(kindOf))] as (keyof typeof FILTERS)[];
    // A word that names things of two kinds cannot be one filter; the ranking still knows it.
    if (kind && !other) filter[FILTERS[kind]] = [...(filter[FILTERS[kind]] ?? []), ...fitting];
  }
  const { start, end } = period;
  const { campaigns } = await store.entries({
    scope,
    from: start,
    until: end,
    filter: { ...EVERYTHING, ...filter } as Omit<CalendarFilter, 'content'>,
    limit: MOST,
  });
  return campaigns;
}

const EVERYTHING: Omit<CalendarFilter, 'content'> = {
  audiences: [],
  forms: [],
  organisations: [],
  regions: [],
  series: [],
  topics: [],
  types: [],
};
