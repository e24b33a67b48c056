import type { Campaign } from '../campaign/campaign.ts';
import type { Task } from './task.ts';
import { taskDate } from './task-date.ts';

/** The tasks of a campaign as they come: by the day they are due, then what waits for a date, and last what is done. */
export function inOrder(tasks: readonly Task[], campaign: Campaign): Task[] {
  const rank = (task: Task) => (task.done ? '2' : '0') + (taskDate(task, campaign) ?? '~');
  return tasks.toSorted((one, other) => {
    const [a, b] = [rank(one), rank(other)];
    return a === b ? one.title.localeCompare(other.title, 'nl') : a < b ? -1 : 1;
  });
}
