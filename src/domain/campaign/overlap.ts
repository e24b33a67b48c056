import type { Scope } from '../access/visibility.ts';
import type { Alike, Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { calendarSpan } from './calendar-entry.ts';
import type { Campaign } from './campaign.ts';

/** What the overlap rule looks at: a campaign, or one that is still being thought up. */
export type Overlappable = Pick<Campaign, 'type' | 'audiences' | 'forms' | 'regions'> & {
  id?: Id<'campaign'>;
  first: string;
  last: string;
};

export interface Overlap {
  campaign: Campaign;
  /** The days that both have, inclusive. */
  first: string;
  last: string;
  audiences: Id<'audience'>[];
  forms: Id<'form'>[];
  /** Empty when at least one of them is for the whole country. */
  regions: Id<'region'>[];
  /** False while the other has no dates of its own: then it only may overlap, in its expected month. */
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
  const span = calendarSpan(other);
  if (!span || other.id === one.id || other.progress === 'cancelled') return undefined;
  const first = one.first > span.first ? one.first : span.first;
  const last = one.last < span.last ? one.last : span.last;
  if (first > last || regionsApart(one.regions, other.regions)) return undefined;
  const audiences = sharedAudiences(one.audiences, other.audiences);
  const forms = one.forms.filter((form) => other.forms.includes(form));
  if (audiences.length === 0 && forms.length === 0) return undefined;
  const regions = one.regions.filter((region) => other.regions.includes(region) && region !== WHOLE_COUNTRY);
  const clash = one.type !== 'inhaakmoment' && other.type !== 'inhaakmoment';
  return { campaign: other, first, last, audiences, forms, regions, sure: other.period !== null, clash };
}

function sharedAudiences(one: readonly Id<'audience'>[], other: readonly Id<'audience'>[]): Id<'audience'>[] {
  const shared = one.filter((audience) => other.includes(audience));
  const reached = one.includes(EVERYONE) ? other : [];
  const reaching = other.includes(EVERYONE) ? one : [];
  return [...new Set([...shared, ...reached, ...reaching])];
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

/** What a campaign overlaps with, clashes first, then by date. Only what the scope may see. */
export async function overlapsOf(store: Store, scope: Scope, one: Overlappable): Promise<Overlap[]> {
  if (one.audiences.length === 0 && one.forms.length === 0) return [];
  const { campaigns } = await store.entries({
    scope,
    from: one.first,
    until: one.last,
    progress: ['planned', 'proposed'],
    limit: MOST,
    ...(one.audiences.includes(EVERYONE) ? {} : { alike: alikeTo(one) }),
  });
  const overlaps = campaigns
    .map((campaign) => overlapBetween(one, campaign))
    .filter((one) => one !== undefined);
  return overlaps.sort((a, b) => Number(b.clash) - Number(a.clash) || (a.first < b.first ? -1 : 1));
}

/** A campaign as the overlap rule sees it; undefined while it has no place in the calendar. */
export function overlappable(campaign: Campaign): Overlappable | undefined {
  const span = calendarSpan(campaign);
  return span && { ...campaign, ...span };
}
