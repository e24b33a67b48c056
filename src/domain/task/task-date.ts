import type { Campaign } from '../campaign/campaign.ts';
import type { Task } from './task.ts';

/** The day a task is due (ISO date); undefined while it waits for its campaign to get a date. */
export function taskDate(task: Task, campaign: Campaign): string | undefined {
  if ('date' in task.due) return task.due.date;
  if (!campaign.period) return undefined;
  return Temporal.PlainDate.from(campaign.period[task.due.anchor]).add({ days: task.due.days }).toString();
}
