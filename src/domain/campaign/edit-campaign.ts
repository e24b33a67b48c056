import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../../core/errors.ts';
import { PROGRAM } from '../access/actor.ts';
import { mayEditCampaign, require } from '../access/may.ts';
import { scopeOf } from '../access/visibility.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import { checkUsable } from '../practice/use-practice.ts';
import { type AnyRecord, isKind } from '../records.ts';
import type { Source } from '../shared/fields.ts';
import type { Id } from '../shared/record.ts';
import type { Campaign } from './campaign.ts';
import { checkPeriod } from './check-period.ts';

type CampaignId = Id<'campaign'>;

/** The fields that `wijzig` may change: not the dates and the progress, which have verbs of their own. */
export type CampaignEdit = Partial<
  Pick<
    Campaign,
    | 'title'
    | 'audiences'
    | 'forms'
    | 'topics'
    | 'channels'
    | 'regions'
    | 'places'
    | 'message'
    | 'aim'
    | 'behaviour'
    | 'measure'
    | 'materials'
    | 'leads'
    | 'website'
    | 'note'
    | 'visibility'
    | 'embargoUntil'
    | 'practices'
    | 'size'
  >
>;

/** Changes what a campaign says of itself; its tasks, answers and evaluations go where its visibility goes. */
export async function editCampaign(
  store: Store,
  by: By,
  id: CampaignId,
  edit: CampaignEdit,
): Promise<Campaign> {
  const scope = scopeOf(PROGRAM, by.at);
  const tasks = await store.linked('task', 'campaign', id, scope);
  const answers = await store.linked('participation', 'campaign', id, scope);
  const evaluations = await store.linked('evaluation', 'campaign', id, scope);
  const followers: Id[] = [...tasks, ...answers, ...evaluations].map((one) => one.id);
  const also = [...followers, ...(edit.practices ?? [])];
  return changeOne(
    store,
    by,
    'campaign.edit',
    id,
    (campaign, current) => {
      require(mayEditCampaign(by.actor, campaign), 'not-yours');
      const used = new Set<string>(campaign.practices);
      // What it used already may have been withdrawn since; that is no reason to refuse another change.
      for (const one of edit.practices ?? []) if (!used.has(one)) checkUsable(current, one);
      return { ...campaign, ...edit };
    },
    also,
    (campaign, current) => {
      const stored = followers.map((follower) => current.get(follower)).filter((one) => one !== undefined);
      return stored.map((one) => follower(one, campaign));
    },
  );
}

/** An evaluation stays its organisation's own. */
function follower(one: AnyRecord, campaign: Campaign): AnyRecord {
  const owner = isKind(one, 'evaluation') ? one.owner : campaign.owner;
  return { ...one, visibility: sharedWith(campaign), owner } as AnyRecord;
}

/** Who sees what belongs to a campaign: never more than see the campaign, and never the public. */
export function sharedWith({ visibility }: Campaign): Campaign['visibility'] {
  return visibility === 'public' ? 'partners' : visibility;
}

/** Refuses whoever may not change when it takes place; for asking before a form or preview is shown too. */
export function checkMayPlan(by: By, campaign: Campaign): void {
  require(mayEditCampaign(by.actor, campaign), 'not-yours');
  if (campaign.progress === 'cancelled') throw new Refusal('campaign-cancelled');
}

/** Moves a campaign; its date becomes provisional again, because nobody has confirmed the new one. */
export function moveCampaign(
  store: Store,
  by: By,
  id: CampaignId,
  period: Campaign['period'],
): Promise<Campaign> {
  checkPeriod(period);
  return changeOne(store, by, 'campaign.move', id, (campaign) => {
    checkMayPlan(by, campaign);
    const { dateSource: _source, confirmedOn: _day, ...rest } = campaign;
    // A new date does not make it known that it takes place: `gaat-door` says that.
    const stillOpen = campaign.dateState === 'uncertain';
    const dateState = stillOpen ? 'uncertain' : period ? 'provisional' : 'unknown';
    return { ...rest, period, dateState, moves: movesOf(by, campaign, period) };
  });
}

/** Confirms the date with where it was found; `period` replaces the stored one when it is given. */
export function confirmDate(
  store: Store,
  by: By,
  id: CampaignId,
  given: { period?: Campaign['period']; source: Source; on: string },
): Promise<Campaign> {
  if (given.period) checkPeriod(given.period);
  return changeOne(store, by, 'campaign.confirm-date', id, (campaign) => {
    checkMayPlan(by, campaign);
    const period = given.period ?? campaign.period;
    if (!period) throw new Refusal('date-needed', {}, 'periode');
    const dateSource = { ...given.source, checkedOn: given.on };
    const moves = movesOf(by, campaign, period);
    return { ...campaign, period, moves, dateState: 'confirmed', dateSource, confirmedOn: given.on };
  });
}

const MOVES_KEPT = 10;

/** The moves of a campaign with this one, when it is one: a first date moves nothing that people counted on. */
function movesOf({ at, actor }: By, campaign: Campaign, period: Campaign['period']): Campaign['moves'] {
  const { period: from, moves } = campaign;
  if (!from || (period && isDeepStrictEqual({ ...from }, { ...period }))) return moves;
  const move = { at: at.toString(), from, ...(actor.person ? { by: actor.person } : {}) };
  return [...moves, move].slice(-MOVES_KEPT);
}
