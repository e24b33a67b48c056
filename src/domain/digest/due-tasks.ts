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
  const lists = await Promise.all(owners.map((id) => store.linked('task', 'owner', id, scope)));
  const tasks = new Map(lists.flat().map((task) => [task.id, task]));
  // A task also links to the organisation that brought its campaign in, which need not own the task.
  const open = [...tasks.values()].filter(
    (task) => isOpen(task) && task.owners.some((id) => owners.includes(id)),
  );
  const campaigns = await store.getMany([...new Set(open.map(({ campaign }) => campaign))]);
  const last = today.add({ weeks: 4 }).toString();
  const due = open.flatMap((task): DueTask[] => {
    const campaign = pick(campaigns, task.campaign);
    if (!campaign || campaign.progress === 'cancelled' || !canSee(scope, guardOf(campaign))) return [];
    const day = taskDate(task, campaign);
    return day !== undefined && day <= last ? [{ task, campaign, due: day }] : [];
  });
  return fewOf(due.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)));
}

function isOpen({ done, dropped }: Task): boolean {
  return !done && !dropped;
}
