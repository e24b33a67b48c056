import { Refusal } from '../../core/errors.ts';
import { type IdSource, slug } from '../../core/ids.ts';
import { isCoordinator, maySpeakFor, require } from '../access/may.ts';
import type { By } from '../change-one.ts';
import type { Store } from '../ports.ts';
import { checkUsable } from '../practice/use-practice.ts';
import type { AnyRecord } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { type Campaign, campaign } from './campaign.ts';
import { checkPeriod } from './check-period.ts';

/** What someone gives to start a campaign; only title, period (may be null) and audience are needed. */
export type NewCampaign = Pick<Campaign, 'title' | 'period' | 'audiences'> &
  Partial<Omit<Campaign, 'id' | 'version' | 'origin' | 'progress' | 'proposedBy'>> & { asProposal?: boolean };

/**
 * The campaign as it would be made, for showing before it is saved. A partner's is a proposal until a
 * coordinator approves it, led by the own organisation unless another is named; a coordinator's is planned
 * at once unless `asProposal`. Refuses what may not be made.
 */
export function draftCampaign(by: By, ids: IdSource, given: NewCampaign): Campaign {
  const { asProposal, ...fields } = given;
  const owner = given.owner ?? by.actor.organisations[0];
  require(owner !== undefined && maySpeakFor(by.actor, owner), 'other-organisation');
  checkPeriod(given.period);
  const isProposal = asProposal || !isCoordinator(by.actor);
  return campaign.parse({
    dateState: given.period ? 'provisional' : 'unknown',
    leads: owner ? [{ organisation: owner, ...(by.actor.person ? { contact: by.actor.person } : {}) }] : [],
    visibility: 'public',
    ...fields,
    id: `campaign/${slug(given.title)}-${ids()}`,
    owner,
    progress: isProposal ? 'proposed' : 'planned',
    ...(isProposal ? {} : { approvedAt: by.at.toString(), approvedBy: by.actor.person }),
    proposedBy: by.actor.person,
    proposedAt: by.at.toString(),
    origin: 'person',
  });
}

/** Makes a campaign and stores it. */
export async function createCampaign(
  store: Store,
  by: By,
  ids: IdSource,
  given: NewCampaign,
): Promise<Campaign> {
  const made = draftCampaign(by, ids, given);
  const changed = await store.change<Id<'campaign'>>({
    actor: by.actor,
    action: 'campaign.create',
    at: by.at,
    ids: made.practices,
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: (current) => {
      for (const one of made.practices) checkUsable(current, one);
      return { put: [made as AnyRecord], result: made.id };
    },
  });
  const stored = await store.get(changed.result);
  if (!stored) throw new Refusal('not-found');
  return stored;
}
