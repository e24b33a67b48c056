import type { Scope } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Store } from '../ports.ts';
import { fittingPractices } from '../practice/fitting.ts';
import { isWarning, type Practice } from '../practice/practice.ts';
import { type EarlierCampaign, earlierLessons } from './earlier-lessons.ts';

/** What the partners know that helps to prepare a campaign; only what the reader may see. */
export interface KnownBefore {
  advice: readonly Practice[];
  /** Measured with little or adverse effect: what not to do again. */
  warnings: readonly Practice[];
  earlier: readonly EarlierCampaign[];
}

const MOST = { advice: 3, warnings: 2, earlier: 3 } as const;
const LOOKED_AT = 12;

/** The practices that fit a campaign, the warnings that apply to it, and what campaigns like it taught. */
export async function knownBefore(store: Store, scope: Scope, campaign: Campaign): Promise<KnownBefore> {
  const fitting = await fittingPractices(store, scope, campaign, LOOKED_AT);
  return {
    advice: fitting.filter((practice) => !isWarning(practice)).slice(0, MOST.advice),
    warnings: fitting.filter(isWarning).slice(0, MOST.warnings),
    earlier: campaign.type === 'campaign' ? await earlierLessons(store, scope, campaign, MOST.earlier) : [],
  };
}
