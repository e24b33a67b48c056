import { quarterOf } from '../../core/dates/quarter.ts';
import type { Scope } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { phaseOf } from '../campaign/phase.ts';
import { missingFrom } from '../campaign/readiness.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { entriesBetween, monthsIn } from './entries-between.ts';
import { type InsightQuery, monthsOf } from './query.ts';

/** What practice BP-20 asks a campaign to have before it begins. */
export const ASKED = ['aim', 'behaviour', 'audience', 'measure'] as const;
export type AskedPart = (typeof ASKED)[number];

export interface CampaignRow {
  campaign: Campaign;
  has: Readonly<Record<AskedPart, boolean>>;
  complete: boolean;
  /** Over on the day of asking; only then can it be evaluated as a whole. */
  ended: boolean;
  evaluations: number;
}

export interface CampaignCounts {
  total: number;
  has: Readonly<Record<AskedPart, number>>;
  complete: number;
  ended: number;
  /** Of those that ended. */
  evaluated: number;
}

export interface CampaignInsight {
  rows: readonly CampaignRow[];
  all: CampaignCounts;
  /** By the quarter in which they begin; the last one, without a quarter, is of those that have no date. */
  quarters: readonly { quarter: string | undefined; counts: CampaignCounts }[];
  /** A campaign with two leads counts with both; the last one is of campaigns without a lead. */
  leads: readonly { organisation: Id<'organisation'> | undefined; counts: CampaignCounts }[];
}

/** The approved campaigns of a period: which of the four parts of BP-20 are filled in, and which were evaluated. */
export async function campaignsFilledIn(
  store: Store,
  scope: Scope,
  query: InsightQuery,
  today: Temporal.PlainDate,
): Promise<CampaignInsight> {
  const months = monthsOf(query.period);
  const found = (await entriesBetween(store, scope, query)).filter(
    (one) => one.type === 'campaign' && one.progress === 'planned' && monthsIn(one, months).length > 0,
  );
  const evaluations = Map.groupBy(await store.list('evaluation', scope), ({ campaign }) => campaign);
  const rows = found.map((campaign): CampaignRow => {
    const missing = missingFrom(campaign);
    const has = { aim: true, behaviour: true, audience: true, measure: true };
    for (const part of ASKED) has[part] = !missing.includes(part);
    return {
      campaign,
      has,
      complete: ASKED.every((part) => has[part]),
      ended: phaseOf(campaign, today) === 'finished',
      evaluations: evaluations.get(campaign.id)?.length ?? 0,
    };
  });
  const byQuarter = Map.groupBy(rows, ({ campaign: { period } }) => period && quarterOf(period.start));
  const byLead = new Map<Id<'organisation'> | undefined, CampaignRow[]>();
  for (const row of rows)
    for (const lead of leadsOf(row.campaign)) byLead.set(lead, [...(byLead.get(lead) ?? []), row]);
  return {
    rows,
    all: countsOf(rows),
    quarters: [...byQuarter]
      .sort(([a], [b]) => (a === b ? 0 : (a ?? '9') < (b ?? '9') ? -1 : 1))
      .map(([quarter, own]) => ({ quarter: quarter ?? undefined, counts: countsOf(own) })),
    leads: [...byLead]
      .sort(([a, own], [b, others]) => Number(!a) - Number(!b) || others.length - own.length)
      .map(([organisation, own]) => ({ organisation, counts: countsOf(own) })),
  };
}

function leadsOf({ leads }: Campaign): Set<Id<'organisation'> | undefined> {
  return new Set(leads.length === 0 ? [undefined] : leads.map(({ organisation }) => organisation));
}

function countsOf(rows: readonly CampaignRow[]): CampaignCounts {
  const having = (part: AskedPart): number => rows.filter(({ has }) => has[part]).length;
  return {
    total: rows.length,
    has: {
      aim: having('aim'),
      behaviour: having('behaviour'),
      audience: having('audience'),
      measure: having('measure'),
    },
    complete: rows.filter(({ complete }) => complete).length,
    ended: rows.filter(({ ended }) => ended).length,
    evaluated: rows.filter(({ ended, evaluations }) => ended && evaluations > 0).length,
  };
}
