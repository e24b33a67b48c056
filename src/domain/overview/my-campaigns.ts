import type { Scope } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { wholeFilter } from '../digest/calendar-parts.ts';
import type { Few } from '../digest/digest.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';

const PROGRESS = ['planned', 'proposed'];
/** How far the calendar is filled by itself. */
const MONTHS_AHEAD = 24;
/** Of more campaigns than this that organisations join, only the first are looked at. */
const MOST_JOINED = 50;

/**
 * The campaigns that these organisations lead, or that they join or may join, from today to two years on: the
 * first few in order of date, and how many there are.
 */
export async function myCampaigns(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
  organisations: readonly Id<'organisation'>[],
  most: number,
): Promise<Few<Campaign>> {
  if (organisations.length === 0) return { items: [], total: 0 };
  const { start: from, end: until } = twoYearsFrom(today);
  const coming = { scope, from, until, progress: PROGRESS };
  const filter = wholeFilter({ organisations: [...organisations], types: ['campaign'] });
  const led = await store.entries({ ...coming, filter, limit: most });
  const ids = await joinedBy(store, scope, organisations);
  const joined =
    ids.length > 0 ? (await store.entries({ ...coming, ids, limit: MOST_JOINED })).campaigns : [];
  const others = joined.filter(({ leads }) => !leads.some((one) => organisations.includes(one.organisation)));
  const items = [...led.campaigns, ...others].sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
  return { items: items.slice(0, most), total: led.total + others.length };
}

/** The days that count as coming for what is someone's own; ISO dates, both inclusive. */
export function twoYearsFrom(today: Temporal.PlainDate): { start: string; end: string } {
  return { start: today.toString(), end: today.add({ months: MONTHS_AHEAD }).toString() };
}

async function joinedBy(
  store: Store,
  scope: Scope,
  organisations: readonly Id<'organisation'>[],
): Promise<Id<'campaign'>[]> {
  const answers = await Promise.all(
    organisations.map((id) => store.linked('participation', 'organisation', id, scope)),
  );
  const joining = answers.flat().filter(({ answer }) => answer === 'joins' || answer === 'maybe');
  return [...new Set(joining.map(({ campaign }) => campaign))];
}

/** An undated one stands where it is expected, and last when nobody knows. */
function firstDay({ period, expectedMonths }: Campaign): string {
  return period?.start ?? expectedMonths.toSorted()[0] ?? '9999';
}
