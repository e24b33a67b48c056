import { addDays } from '../../core/dates/day-number.ts';
import type { Actor } from '../access/actor.ts';
import { guardOf } from '../access/guard.ts';
import { canSee, type Scope } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Store } from '../ports.ts';
import { isEvaluable } from './may-evaluate.ts';

/** As long as the bot itself asks for it: the rule "evaluation" in nudge-rules.yaml. */
const DAYS = 90;

/** What the actor's organisations lead or joined, ended lately, and have said nothing of; the newest first. */
export async function stillToEvaluate(
  store: Store,
  scope: Scope,
  { organisations }: Actor,
  today: string,
): Promise<Campaign[]> {
  const found = new Map<string, Campaign>();
  for (const organisation of organisations) {
    const said = await store.linked('evaluation', 'organisation', organisation, scope);
    const done = new Set(said.map(({ campaign }) => campaign));
    const answers = await store.linked('participation', 'organisation', organisation, scope);
    const joined = answers.filter(({ answer }) => answer === 'joins').map(({ campaign }) => campaign);
    const led = await store.linked('campaign', 'lead', organisation, scope);
    const taken = [...led, ...[...(await store.getMany(joined)).values()]] as Campaign[];
    for (const campaign of taken)
      if (!done.has(campaign.id) && endedLately(campaign, today) && canSee(scope, guardOf(campaign)))
        found.set(campaign.id, campaign);
  }
  return [...found.values()].sort((a, b) => ((a.period?.end ?? '') < (b.period?.end ?? '') ? 1 : -1));
}

function endedLately(campaign: Campaign, today: string): boolean {
  if (!isEvaluable(campaign, today) || !campaign.period) return false;
  return campaign.period.end < today && addDays(campaign.period.end, DAYS) >= today;
}
