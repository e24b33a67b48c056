import { Refusal } from '../../core/errors.ts';
import { mayEditCampaign, maySpeakFor, require } from '../access/may.ts';
import { sharedWith } from '../campaign/edit-campaign.ts';
import { type By, visibleRecord } from '../change-one.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { type Answer, type Participation, participation } from './participation.ts';

/** What an organisation says to a campaign. Partners answer for their own; leads may invite others. */
export async function answerCampaign(
  store: Store,
  by: By,
  given: {
    campaign: Id<'campaign'>;
    organisation: Id<'organisation'>;
    answer: Answer;
    contribution?: string | undefined;
  },
): Promise<Participation> {
  const id = participationId(given.campaign, given.organisation);
  await store.change({
    actor: by.actor,
    action: 'participation.answer',
    at: by.at,
    ids: [id, given.campaign, given.organisation],
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: (current) => {
      const campaign = visibleRecord(current, given.campaign, by);
      visibleRecord(current, given.organisation, by);
      const invites = given.answer === 'invited' && mayEditCampaign(by.actor, campaign);
      require(invites || maySpeakFor(by.actor, given.organisation), 'other-organisation');
      if (campaign.progress === 'cancelled') throw new Refusal('campaign-cancelled');
      const old = pick(current, id);
      const at = by.at.toString();
      // Who has said what it does is not asked again by another's hand.
      if (given.answer === 'invited' && old && old.answer !== 'invited') return { put: [], result: null };
      const own = given.answer !== 'invited' && by.actor.organisations.includes(given.organisation);
      const made = participation.parse({
        visibility: sharedWith(campaign),
        owner: campaign.owner,
        ...old,
        ...given,
        id,
        contribution: given.contribution ?? old?.contribution,
        contact: own && by.actor.person ? by.actor.person : old?.contact,
        ...(given.answer === 'invited' ? { invitedAt: old?.invitedAt ?? at } : { answeredAt: at }),
      });
      return { put: [made as AnyRecord], result: null };
    },
  });
  const stored = await store.get(id);
  if (!stored) throw new Refusal('not-found');
  return stored;
}

/** One per campaign and organisation: both slugs, joined. */
export function participationId(
  campaign: Id<'campaign'>,
  organisation: Id<'organisation'>,
): Id<'participation'> {
  return `participation/${campaign.slice('campaign/'.length)}~${organisation.slice('organisation/'.length)}`;
}
