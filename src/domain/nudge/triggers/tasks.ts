import { taskDate } from '../../task/task-date.ts';
import type { Matter } from '../matter.ts';
import { ownersOf } from '../recipients.ts';
import type { NudgeRule } from '../rule.ts';
import type { World } from '../world.ts';
import { type FindMatters, matter } from './trigger.ts';

/** Open tasks that are not due yet. */
export const taskDue: FindMatters = (world, rule, today) => openTasks(world, rule, (due) => due >= today);

/** Open tasks whose date has passed. */
export const taskOverdue: FindMatters = (world, rule, today) =>
  openTasks(world, rule, (due) => due < today).map((part) => part.map((one) => ({ ...one, arose: one.due })));

/** By campaign. */
function openTasks(
  world: World,
  rule: NudgeRule,
  isMeant: (due: string) => boolean,
): IteratorObject<Matter[]> {
  return world.tasks.entries().map(([id, tasks]) => {
    const campaign = world.campaigns.get(id);
    if (!campaign || campaign.progress === 'cancelled') return [];
    return tasks.flatMap((task) => {
      const due = task.done ? undefined : taskDate(task, campaign);
      return due && isMeant(due)
        ? [matter(rule, task.id, due, ownersOf(world, task.owners, campaign), { campaign: campaign.id })]
        : [];
    });
  });
}
