import { guardOf } from '../access/guard.ts';
import { canSee, type Scope } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import { pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import type { Task } from '../task/task.ts';
import { taskDate } from '../task/task-date.ts';
import { type DueTask, type Few, fewOf } from './digest.ts';

/** The open tasks of these owners that are late or due within four weeks, the longest due first. */
export async function dueTasks(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
  owners: readonly Id<'person' | 'organisation'>[],
): Promise<Few<DueTask>> {
  const last = today.add({ weeks: 4 }).toString();
  const open = await openTasks(store, scope, owners);
  return fewOf(open.filter((one): one is DueTask => one.due !== undefined && one.due <= last));
}

/** All open tasks of these owners, the longest due first; those of campaigns without a date last. */
export async function openTasks(
  store: Store,
  scope: Scope,
  owners: readonly Id<'person' | 'organisation'>[],
): Promise<OpenTask[]> {
  const lists = await Promise.all(owners.map((id) => store.linked('task', 'owner', id, scope)));
  const tasks = new Map(lists.flat().map((task) => [task.id, task]));
  // A task also links to the organisation that brought its campaign in, which need not own the task.
  const open = [...tasks.values()].filter(
    (task) => isOpen(task) && task.owners.some((id) => owners.includes(id)),
  );
  const campaigns = await store.getMany([...new Set(open.map(({ campaign }) => campaign))]);
  const found = open.flatMap((task): OpenTask[] => {
    const campaign = pick(campaigns, task.campaign);
    if (!campaign || campaign.progress === 'cancelled' || !canSee(scope, guardOf(campaign))) return [];
    return [{ task, campaign, due: taskDate(task, campaign) }];
  });
  const day = ({ due }: OpenTask): string => due ?? NEVER;
  return found.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/** A task that waits for its campaign's date has no day yet. */
export type OpenTask = Omit<DueTask, 'due'> & { due: string | undefined };

/** After every day. */
const NEVER = '9999-99-99';

function isOpen({ done, dropped }: Task): boolean {
  return !done && !dropped;
}
