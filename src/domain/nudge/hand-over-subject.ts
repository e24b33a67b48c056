import { Refusal } from '../../core/errors.ts';
import { guardOf } from '../access/guard.ts';
import { isCoordinator, mayEditCampaign, mayReportOn, require } from '../access/may.ts';
import { canSee, scopeOf } from '../access/visibility.ts';
import { type By, changeOne } from '../change-one.ts';
import { actorOf } from '../person/actor-of.ts';
import type { Person } from '../person/person.ts';
import type { Store } from '../ports.ts';
import { pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { reassignTask } from '../task/change-task.ts';

/**
 * Gives one record that a nudge is about to a colleague: a campaign's contact, an action's, a task's owner or an
 * invitation's contact. Refuses beside `aan` who is not there, and what is nobody's in person.
 */
export async function handOverSubject(
  store: Store,
  by: By,
  subject: Id,
  { from, to }: { from: Id<'person'>; to: Id<'person'> | undefined },
): Promise<void> {
  const colleague = to && (await store.get(to));
  const record = (await store.getMany([subject])).get(subject);
  const reader = to && (await actorOf(store, to, by.at));
  const isSeen = record && reader && canSee(scopeOf(reader, by.at), guardOf(record));
  if (!to || !colleague || !isSeen || to === from) throw new Refusal('nudge-hand-over-to', {}, 'aan');
  if (subject.startsWith('campaign/')) return campaignTo(store, by, subject as Id<'campaign'>, colleague);
  if (subject.startsWith('action/'))
    return actionTo(store, by, subject as Id<'action'>, { from, to: colleague });
  if (subject.startsWith('task/')) {
    const task = await store.get(subject as Id<'task'>);
    if (!task) throw new Refusal('not-found');
    const others = task.owners.filter((owner) => owner !== from && owner !== colleague.organisation);
    await reassignTask(store, by, task, [
      ...new Set([...others.filter((id) => id.startsWith('person/')), to]),
    ]);
    return;
  }
  if (subject.startsWith('participation/'))
    return invitationTo(store, by, subject as Id<'participation'>, colleague);
  throw new Refusal('nudge-no-hand-over');
}

/** The colleague becomes the contact of the lead that both work for; a coordinator may choose one of any lead. */
async function campaignTo(store: Store, by: By, id: Id<'campaign'>, to: Person): Promise<void> {
  await changeOne(store, by, 'campaign.hand-over', id, (campaign) => {
    require(mayEditCampaign(by.actor, campaign), 'not-yours');
    const own = campaign.leads.findIndex(({ organisation }) => organisation === to.organisation);
    const isColleague = isCoordinator(by.actor) || by.actor.organisations.includes(to.organisation);
    if (own < 0 || !isColleague) throw new Refusal('nudge-hand-over-to', {}, 'aan');
    return {
      ...campaign,
      leads: campaign.leads.map((lead, index) => (index === own ? { ...lead, contact: to.id } : lead)),
    };
  });
}

/** A colleague of an organisation that leads it; a coordinator may choose one of any lead. */
async function actionTo(
  store: Store,
  by: By,
  id: Id<'action'>,
  { from, to }: { from: Id<'person'>; to: Person },
): Promise<void> {
  await changeOne(store, by, 'action.hand-over', id, (action) => {
    require(mayReportOn(by.actor, action), 'not-yours');
    const leads = action.leads.includes(to.organisation);
    const isColleague = leads && by.actor.organisations.includes(to.organisation);
    if (!isColleague && !isCoordinator(by.actor)) throw new Refusal('nudge-hand-over-to', {}, 'aan');
    const others = action.contacts.filter((one) => one !== from);
    return { ...action, contacts: [...new Set([...others, to.id])] };
  });
}

async function invitationTo(store: Store, by: By, id: Id<'participation'>, to: Person): Promise<void> {
  await changeOne(
    store,
    by,
    'participation.hand-over',
    id,
    (one, current) => {
      const own = by.actor.organisations.includes(one.organisation) && by.actor.role === 'partner';
      require(own || isCoordinator(by.actor), 'other-organisation');
      if (pick(current, to.id)?.organisation !== one.organisation)
        throw new Refusal('nudge-hand-over-to', {}, 'aan');
      return { ...one, contact: to.id };
    },
    [to.id],
  );
}
