import { Refusal } from '../../core/errors.ts';
import type { IdSource } from '../../core/ids.ts';
import { isCoordinator, mayEditCampaign, require } from '../access/may.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { sharedWith } from '../campaign/edit-campaign.ts';
import { type By, changeOne, visibleRecord } from '../change-one.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { type Task, task } from './task.ts';

/** Adds a task to a campaign; it is as visible as the campaign's partners are. */
export async function addTask(
  store: Store,
  by: By,
  ids: IdSource,
  given: Pick<Task, 'campaign' | 'title' | 'due' | 'owners'>,
): Promise<Task> {
  const id: Id<'task'> = `task/${ids()}`;
  const changed = await store.change<Id<'task'>>({
    actor: by.actor,
    action: 'task.add',
    at: by.at,
    ids: [given.campaign],
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: (current) => {
      const campaign = visibleRecord(current, given.campaign, by);
      require(mayEditCampaign(by.actor, campaign), 'not-yours');
      const owners = given.owners.length > 0 ? given.owners : campaign.leads.map((lead) => lead.organisation);
      const made = task.parse({
        ...given,
        owners,
        id,
        visibility: sharedWith(campaign),
        owner: campaign.owner,
      });
      return { put: [made as AnyRecord], result: id };
    },
  });
  const stored = await store.get(changed.result);
  if (!stored) throw new Refusal('not-found');
  return stored;
}

/** Marks a task as done, by an owner or whoever may edit the campaign. Done twice is done once. */
export function finishTask(store: Store, by: By, one: Task): Promise<Task> {
  return changeTask(store, by, 'task.done', one, (stored) =>
    stored.done
      ? stored
      : {
          ...stored,
          done: true,
          doneAt: by.at.toString(),
          ...(by.actor.person ? { doneBy: by.actor.person } : {}),
        },
  );
}

/** Gives a task to other owners; it is open again if it was done. */
export function reassignTask(store: Store, by: By, one: Task, owners: Task['owners']): Promise<Task> {
  return changeTask(store, by, 'task.reassign', one, (stored) => {
    const { doneAt: _at, doneBy: _by, dropped: _dropped, ...rest } = stored;
    return { ...rest, owners, done: false };
  });
}

/** A task that is not needed any more: done with, but not done. */
export function dropTask(store: Store, by: By, one: Task): Promise<Task> {
  return changeTask(store, by, 'task.drop', one, (stored) =>
    stored.done ? stored : { ...stored, done: true, dropped: true, doneAt: by.at.toString() },
  );
}

/** Gives a task a date of its own (ISO date), later than it was. */
export function moveTask(store: Store, by: By, one: Task, date: string): Promise<Task> {
  return changeTask(store, by, 'task.move', one, (stored) => ({ ...stored, due: { date } }));
}

function changeTask(
  store: Store,
  by: By,
  action: string,
  one: Task,
  update: (stored: Task) => Task,
): Promise<Task> {
  return changeOne(
    store,
    by,
    action,
    one.id,
    (stored, current) => {
      require(mayHandle(by, stored, pick(current, stored.campaign)), 'not-yours');
      return update(stored);
    },
    [one.campaign],
  );
}

/** Its owners and whoever may edit the campaign; `campaign` is undefined when it cannot be seen. */
export function mayHandle({ actor }: Pick<By, 'actor'>, one: Task, campaign: Campaign | undefined): boolean {
  if (isCoordinator(actor) || (campaign !== undefined && mayEditCampaign(actor, campaign))) return true;
  return one.owners.some(
    (owner) =>
      owner === actor.person || (actor.role === 'partner' && actor.organisations.includes(owner as never)),
  );
}
