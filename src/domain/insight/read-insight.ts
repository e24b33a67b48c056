import type { Scope } from '../access/visibility.ts';
import type { NudgeStore } from '../nudge/nudge-store.ts';
import type { NudgeRules } from '../nudge/rule.ts';
import type { Store } from '../ports.ts';
import type { AnyRecord } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { actionsByState, type PlanActions } from './actions-by-state.ts';
import { type Answers, answersPerOrganisation } from './answers-per-organisation.ts';
import { type CampaignInsight, campaignsFilledIn } from './campaigns-filled-in.ts';
import { type AudienceCoverage, audienceCoverageOf, type Coverage, coverageOf } from './coverage.ts';
import type { InsightQuery } from './query.ts';

/** One part of what a coordinator can see of the whole. */
export type Insight =
  | { part: 'coverage'; data: Coverage }
  | { part: 'audiences'; data: AudienceCoverage }
  | { part: 'actions'; data: readonly PlanActions[] }
  | { part: 'answers'; data: Answers }
  | { part: 'campaigns'; data: CampaignInsight };

export interface InsightSources {
  store: Store;
  nudges: NudgeStore;
  rules: NudgeRules;
}

/** Reads the part that was asked, as far as the scope may see it; whether someone may ask is the caller's to check. */
export async function readInsight(
  sources: InsightSources,
  scope: Scope,
  query: InsightQuery,
  today: Temporal.PlainDate,
): Promise<Insight> {
  const { store } = sources;
  switch (query.part) {
    case 'coverage':
      return { part: query.part, data: await coverageOf(store, scope, query) };
    case 'audiences':
      return { part: query.part, data: await audienceCoverageOf(store, scope, query) };
    case 'actions':
      return { part: query.part, data: await actionsByState(store, scope, today) };
    case 'answers':
      return { part: query.part, data: await answersPerOrganisation(sources, scope, query.period) };
    case 'campaigns':
      return { part: query.part, data: await campaignsFilledIn(store, scope, query, today) };
  }
}

/** What has to be named to show it: records whose links have names, and ids beside them. */
export function namedBy(insight: Insight): { records: AnyRecord[]; ids: Id[] } {
  switch (insight.part) {
    case 'actions':
      return { records: insight.data.flatMap(({ rows }) => rows.map(({ action }) => action)), ids: [] };
    case 'answers':
      return { records: [], ids: insight.data.rows.flatMap(({ organisation }) => organisation ?? []) };
    case 'campaigns':
      return { records: insight.data.rows.map(({ campaign }) => campaign), ids: [] };
    default:
      return { records: [], ids: [] };
  }
}
