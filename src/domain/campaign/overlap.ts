import type { Scope } from '../access/visibility.ts';
import type { Alike, Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { type CalendarSpan, calendarSpans } from './calendar-entry.ts';
import type { Campaign } from './campaign.ts';

/** What the overlap rule looks at: a campaign, or one that is still being thought up. */
export type Overlappable = Pick<Campaign, 'type' | 'audiences' | 'forms' | 'regions'> & {
  id?: Id<'campaign'>;
  /** Its own days, or the runs of months in which it is expected. */
  spans: readonly CalendarSpan[];
  /** False while it has no dates of its own. */
  dated: boolean;
};

export interface Overlap {
  campaign: Campaign;
  /** The first days that both have, or may have; inclusive. */
  first: string;
  last: string;
  /** The audiences that both name. */
  audiences: Id<'audience'>[];
  /** Those of the one that the other only reaches because it is for everyone; empty when both name some. */
  reached: Id<'audience'>[];
  forms: Id<'form'>[];
  /** Empty when at least one of them is for the whole country. */
  regions: Id<'region'>[];
  /** False while either has no dates of its own: then they only may overlap, in an expected month. */
  sure: boolean;
  /** An inhaakmoment only makes a week busy; it is never a clash. */
  clash: boolean;
}

/** Everyone who is 15 or older: who is meant by this audience is meant by all. */
export const EVERYONE: Id<'audience'> = 'audience/algemeen-publiek';
const WHOLE_COUNTRY: Id<'region'> = 'region/nederland';

/**
 * The rule that decides whether two campaigns overlap: they share days, and an audience or a fraud form,
 * and no regions keep them apart. Undefined when they do not.
 */
export function overlapBetween(one: Overlappable, other: Campaign): Overlap | undefined {
  if (other.id === one.id || other.progress === 'cancelled') return undefined;
  const days = firstShared(one.spans, calendarSpans(other));
  if (!days || regionsApart(one.regions, other.regions)) return undefined;
  const audiences = one.audiences.filter((audience) => other.audiences.includes(audience));
  const reached = audiences.length > 0 ? [] : reachedAudiences(one.audiences, other.audiences);
  const forms = one.forms.filter((form) => other.forms.includes(form));
  if (audiences.length + reached.length + forms.length === 0) return undefined;
  const regions = one.regions.filter((region) => other.regions.includes(region) && region !== WHOLE_COUNTRY);
  const clash = one.type !== 'inhaakmoment' && other.type !== 'inhaakmoment';
  const sure = one.dated && other.period !== null;
  return { campaign: other, ...days, audiences, reached, forms, regions, sure, clash };
}

function firstShared(one: readonly CalendarSpan[], other: readonly CalendarSpan[]): CalendarSpan | undefined {
  const shared = one.flatMap((mine) =>
    other.map((theirs) => ({
      first: mine.first > theirs.first ? mine.first : theirs.first,
      last: mine.last < theirs.last ? mine.last : theirs.last,
    })),
  );
  return shared.find(({ first, last }) => first <= last);
}

function reachedAudiences(one: readonly Id<'audience'>[], other: readonly Id<'audience'>[]) {
  if (other.includes(EVERYONE)) return [...one];
  return one.includes(EVERYONE) ? [...other] : [];
}

function regionsApart(one: readonly string[], other: readonly string[]): boolean {
  const everywhere = (regions: readonly string[]): boolean =>
    regions.length === 0 || regions.includes(WHOLE_COUNTRY);
  if (everywhere(one) || everywhere(other)) return false;
  return !one.some((region) => other.includes(region));
}

/** What entries share that these meet: the same forms, the same audiences, or an audience of everyone. */
export function alikeTo({ audiences, forms }: Alike): Alike {
  const met = audiences.length === 0 || audiences.includes(EVERYONE) ? audiences : [...audiences, EVERYONE];
  return { audiences: met, forms };
}

/** At most this many entries are looked at: the reply pages far sooner. */
const MOST = 100;

/** What a campaign overlaps with, clashes first, sure ones before perhaps, then by date. Only what the scope sees. */
export async function overlapsOf(store: Store, scope: Scope, one: Overlappable): Promise<Overlap[]> {
  const [from, until] = [one.spans[0]?.first, one.spans.at(-1)?.last];
  if (!from || !until || (one.audiences.length === 0 && one.forms.length === 0)) return [];
  const { campaigns } = await store.entries({
    scope,
    from,
    until,
    progress: ['planned', 'proposed'],
    limit: MOST,
    ...(one.audiences.includes(EVERYONE) ? {} : { alike: alikeTo(one) }),
  });
  const overlaps = campaigns
    .map((campaign) => overlapBetween(one, campaign))
    .filter((one) => one !== undefined);
  return overlaps.sort((a, b) => rank(a) - rank(b) || (a.first < b.first ? -1 : 1));
}

const rank = ({ clash, sure }: Overlap): number => (clash ? 0 : 2) + (sure ? 0 : 1);

/** A campaign as the overlap rule sees it; undefined while it has no place in the calendar. */
export function overlappable(campaign: Campaign): Overlappable | undefined {
  const spans = calendarSpans(campaign);
  return spans.length > 0 ? { ...campaign, spans, dated: campaign.period !== null } : undefined;
}
