import { quarterOf } from '../../core/dates/quarter.ts';
import type { Scope } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { EVERYONE } from '../campaign/overlap.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import type { Audience, Form } from '../taxonomy/taxonomy.ts';
import { entriesBetween, isSure, monthsIn, withWholes } from './entries-between.ts';
import { type InsightQuery, monthsOf } from './query.ts';
import { type CountedTerm, inOrder, NO_TERM } from './terms.ts';

/** How much is planned somewhere; nothing is counted twice within one of these. */
export interface Count {
  /** Campaigns whose date is confirmed. */
  sure: number;
  /** Campaigns that are proposed, or whose date nobody confirmed. */
  unsure: number;
  /** Outside moments to hook on to: nobody's campaign, so counted apart. */
  moments: number;
}

export interface CoverageRow {
  term: CountedTerm;
  /** One for each month, each quarter or each audience, in order. */
  cells: readonly Count[];
  /** Of the whole row; a campaign of three months is one campaign here. */
  total: Count;
}

export interface Coverage {
  months: readonly string[];
  /** Whether the rows are forms, or the audiences of the forms that were asked. */
  of: 'form' | 'audience';
  rows: readonly CoverageRow[];
  all: CoverageRow['cells'];
  total: Count;
  /** Campaigns for everyone, which reach the audiences that were asked as well; not counted in the rows. */
  forEveryone: number;
}

export interface AudienceRow {
  term: CountedTerm;
  /** For each audience: the whole period, and each of its quarters. */
  cells: readonly { count: Count; quarters: readonly Count[] }[];
  total: Count;
}

export interface AudienceCoverage {
  quarters: readonly string[];
  audiences: readonly CountedTerm[];
  rows: readonly AudienceRow[];
}

/** How many campaigns there are about each form in each month; for named forms, for each audience in each month. */
export async function coverageOf(store: Store, scope: Scope, query: InsightQuery): Promise<Coverage> {
  const { entries, forms, audiences } = await read(store, scope, query);
  const months = monthsOf(query.period);
  const of = query.forms.length > 0 ? 'audience' : 'form';
  const terms = of === 'form' ? forms : audiences;
  const keyOf = of === 'form' ? 'forms' : 'audiences';
  const rows = terms.map((term): CoverageRow => {
    const own = entries.filter((entry) => entry[keyOf].has(term.id));
    return { term, cells: inEach(own, 'months', months), total: countOf(own) };
  });
  const everyone = query.audiences.length > 0 ? await forEveryone(store, scope, query, entries) : 0;
  return {
    months,
    of,
    rows,
    all: inEach(entries, 'months', months),
    total: countOf(entries),
    forEveryone: everyone,
  };
}

/** How many campaigns there are about each form for each audience, and in which quarters. */
export async function audienceCoverageOf(
  store: Store,
  scope: Scope,
  query: InsightQuery,
): Promise<AudienceCoverage> {
  const { entries, forms, audiences } = await read(store, scope, query);
  const quarters = [...new Set(monthsOf(query.period).map((month) => quarterOf(`${month}-01`)))];
  const rows = forms.map((term): AudienceRow => {
    const own = entries.filter((entry) => entry.forms.has(term.id));
    const cells = audiences.map(({ id }) => {
      const both = own.filter((entry) => entry.audiences.has(id));
      return { count: countOf(both), quarters: inEach(both, 'quarters', quarters) };
    });
    return { term, cells, total: countOf(own) };
  });
  return { quarters, audiences, rows };
}

/** Whether no campaign is there, not even one that is not sure. */
export function isGap({ sure, unsure }: Count): boolean {
  return sure + unsure === 0;
}

interface Entry {
  id: string;
  kind: keyof Count;
  forms: ReadonlySet<string>;
  audiences: ReadonlySet<string>;
  months: ReadonlySet<string>;
  quarters: ReadonlySet<string>;
}

async function read(store: Store, scope: Scope, query: InsightQuery) {
  const forms = await store.list('form', scope);
  const audiences = await store.list('audience', scope);
  const months = monthsOf(query.period);
  const campaigns = await entriesBetween(store, scope, query);
  const formWholes = new Map(forms.map(({ id, partOf }) => [id as string, partOf]));
  const audienceWholes = new Map(audiences.map(({ id, partOf }) => [id as string, partOf]));
  const entries = campaigns.flatMap((campaign): Entry[] => {
    const own = monthsIn(campaign, months);
    if (own.length === 0) return [];
    return [
      {
        id: campaign.id,
        kind: kindOf(campaign),
        forms: orNone(withWholes(campaign.forms, formWholes)),
        audiences: orNone(withWholes(campaign.audiences, audienceWholes)),
        months: new Set(own),
        quarters: new Set(own.map((month) => quarterOf(`${month}-01`))),
      },
    ];
  });
  return {
    entries,
    forms: rowsOf(inOrder<Form>(forms, query.forms), entries, 'forms'),
    audiences: rowsOf(inOrder<Audience>(audiences, query.audiences), entries, 'audiences'),
  };
}

/** What names no form or audience is a row of its own, when there is any. */
function rowsOf(terms: CountedTerm[], entries: readonly Entry[], key: 'forms' | 'audiences'): CountedTerm[] {
  const isNeeded = entries.some((entry) => entry[key].has(NO_TERM.id));
  return isNeeded ? [...terms, NO_TERM] : terms;
}

function orNone(terms: ReadonlySet<Id>): ReadonlySet<string> {
  return terms.size > 0 ? terms : new Set([NO_TERM.id]);
}

function kindOf(campaign: Campaign): keyof Count {
  if (campaign.type === 'inhaakmoment') return 'moments';
  return isSure(campaign) ? 'sure' : 'unsure';
}

function inEach(entries: readonly Entry[], key: 'months' | 'quarters', all: readonly string[]): Count[] {
  return all.map((one) => countOf(entries.filter((entry) => entry[key].has(one))));
}

function countOf(entries: readonly Entry[]): Count {
  const count = { sure: 0, unsure: 0, moments: 0 };
  for (const { kind } of entries) count[kind] += 1;
  return count;
}

async function forEveryone(
  store: Store,
  scope: Scope,
  query: InsightQuery,
  counted: readonly Entry[],
): Promise<number> {
  const known = new Set(counted.map(({ id }) => id));
  const wider = await entriesBetween(store, scope, { ...query, audiences: [EVERYONE] });
  const months = monthsOf(query.period);
  return wider.filter(
    (campaign) =>
      campaign.type === 'campaign' && !known.has(campaign.id) && monthsIn(campaign, months).length > 0,
  ).length;
}
