import type { Scope } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Store } from '../ports.ts';
import type { Practice } from './practice.ts';

/**
 * Published practices that fit a campaign, best first: those for its forms and audiences, warnings before
 * advice at equal fit (they cost most when missed), then by evidence. Practices for everything come last.
 */
export async function fittingPractices(
  store: Store,
  scope: Scope,
  campaign: Pick<Campaign, 'forms' | 'audiences' | 'topics' | 'type'>,
  limit: number,
): Promise<Practice[]> {
  if (campaign.type === 'inhaakmoment') return [];
  const all = (await store.list('practice', scope)).filter(({ state }) => state === 'published');
  const scored = all
    .map((practice) => ({ practice, fit: fitOf(practice, campaign) }))
    .filter(({ fit }) => fit > 0);
  scored.sort((a, b) => b.fit - a.fit || rank(a.practice) - rank(b.practice));
  return scored.slice(0, limit).map(({ practice }) => practice);
}

function fitOf(practice: Practice, campaign: Pick<Campaign, 'forms' | 'audiences' | 'topics'>): number {
  const shared = (own: readonly string[], other: readonly string[]): number =>
    own.filter((id) => other.includes(id)).length;
  return (
    2 * shared(practice.forms, campaign.forms) +
    2 * shared(practice.topics, campaign.topics) +
    shared(practice.audiences, campaign.audiences)
  );
}

function rank({ evidence }: Practice): number {
  return evidence.includes('X') ? -1 : 'ABCD'.indexOf(evidence[0] ?? 'D');
}
