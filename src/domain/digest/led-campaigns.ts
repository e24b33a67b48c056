import type { Scope } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { alikeTo, EVERYONE, overlapBetween, overlappable } from '../campaign/overlap.ts';
import { missingFrom } from '../campaign/readiness.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { wholeFilter } from './calendar-parts.ts';
import { type Clash, type Few, fewOf, NONE, type Unprepared } from './digest.ts';

/** How far ahead clashes are told, and how far ahead what is missing. */
const CLASH_WEEKS = 12;
const PREPARE_WEEKS = 8;
/** More than one organisation leads in twelve weeks, and than can be read in a digest. */
const MOST_LED = 50;
const MOST_OTHERS = 200;

/** The planned campaigns with dates that these organisations lead in the coming twelve weeks. */
export async function ledCampaigns(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
  organisations: readonly Id<'organisation'>[],
): Promise<Campaign[]> {
  if (organisations.length === 0) return [];
  const { campaigns } = await store.entries({
    scope,
    ...comingWeeks(today),
    filter: wholeFilter({ organisations: [...organisations], types: ['campaign'] }),
    progress: ['planned'],
    limit: MOST_LED,
  });
  return campaigns.filter(({ period }) => period !== null);
}

/** What surely clashes with these campaigns in the coming twelve weeks, by date. A pair is named once. */
export async function clashesOf(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
  led: readonly Campaign[],
): Promise<Few<Clash>> {
  if (led.length === 0) return NONE;
  const range = comingWeeks(today);
  const shared = {
    audiences: [...new Set(led.flatMap(({ audiences }) => audiences))],
    forms: [...new Set(led.flatMap(({ forms }) => forms))],
  };
  const { campaigns: others } = await store.entries({
    scope,
    ...range,
    filter: wholeFilter({ types: ['campaign'] }),
    progress: ['planned', 'proposed'],
    limit: MOST_OTHERS,
    ...(shared.audiences.includes(EVERYONE) ? {} : { alike: alikeTo(shared) }),
  });
  const pairs = new Map<string, Clash>();
  for (const campaign of led)
    for (const clash of clashesWith(campaign, others, range)) {
      const key = [campaign.id, clash.overlap.campaign.id].sort().join(' ');
      if (!pairs.has(key)) pairs.set(key, clash);
    }
  return fewOf([...pairs.values()].sort((a, b) => (a.overlap.first < b.overlap.first ? -1 : 1)));
}

function clashesWith(
  campaign: Campaign,
  others: readonly Campaign[],
  { from, until }: { from: string; until: string },
): Clash[] {
  const one = overlappable(campaign);
  if (!one) return [];
  return others
    .map((other) => overlapBetween(one, other))
    .filter((found) => found !== undefined)
    .filter(({ sure, clash, first, last }) => sure && clash && last >= from && first <= until)
    .map((overlap) => ({ campaign, overlap }));
}

/** Of these campaigns the ones that begin within eight weeks and lack something, with what they lack. */
export function unpreparedOf(led: readonly Campaign[], today: Temporal.PlainDate): Few<Unprepared> {
  const [first, last] = [today.toString(), today.add({ weeks: PREPARE_WEEKS }).toString()];
  const soon = led.filter(({ period }) => period && period.start >= first && period.start <= last);
  return fewOf(
    soon
      .map((campaign) => ({ campaign, missing: missingFrom(campaign) }))
      .filter(({ missing }) => missing.length > 0),
  );
}

function comingWeeks(today: Temporal.PlainDate): { from: string; until: string } {
  return { from: today.toString(), until: today.add({ weeks: CLASH_WEEKS }).toString() };
}
