import { Refusal } from '../../core/errors.ts';
import { mayEditCampaign, require } from '../access/may.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { type By, changeOne, visibleRecord } from '../change-one.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { isWarning } from './practice.ts';

/** Notes that a campaign uses a practice, beside those that it uses already; for who may change the campaign. */
export function usePractice(
  store: Store,
  by: By,
  { campaign: id, practice }: { campaign: Id<'campaign'>; practice: Id<'practice'> },
): Promise<Campaign> {
  return changeOne(
    store,
    by,
    'campaign.use-practice',
    id,
    (campaign, current) => {
      require(mayEditCampaign(by.actor, campaign), 'not-yours');
      visibleRecord(current, practice, by);
      checkUsable(current, practice);
      return { ...campaign, practices: [...new Set([...campaign.practices, practice])] };
    },
    [practice],
  );
}

/** Refuses what is not published, and a warning: what was measured not to work is never advice. */
export function checkUsable(current: ReadonlyMap<string, AnyRecord>, id: Id<'practice'>): void {
  const practice = pick(current, id);
  if (!practice) throw new Refusal('not-found', {}, 'praktijk');
  if (practice.state !== 'published')
    throw new Refusal('practice-not-published', { title: practice.title.nl }, 'praktijk');
  if (isWarning(practice)) throw new Refusal('practice-is-warning', { title: practice.title.nl }, 'praktijk');
}
