import { formatDate } from '../core/dates/format-date.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Task, TaskDue } from '../domain/task/task.ts';
import { taskDate } from '../domain/task/task-date.ts';
import type { ListItem } from '../reply/reply.ts';
import { nameList, type View } from './view.ts';

/** A task as one entry of a list, with the button that marks it as done for who may. */
export function taskLine(task: Task, campaign: Campaign, view: View, mayFinish: boolean): ListItem {
  const { t } = view;
  const owners = nameList(view, task.owners);
  return {
    title: task.title,
    lines: [[dueText(task, campaign, view), owners].filter((text) => text !== '').join('; ')],
    ...(mayFinish && !task.done
      ? {
          actions: [
            {
              label: t('do.task-done'),
              command: 'taak',
              args: { doe: 'klaar', taak: task.id },
              version: task.version,
            },
          ],
        }
      : {}),
  };
}

function dueText(task: Task, campaign: Campaign, { t, locale, today }: View): string {
  if (task.done) return t('card.task-done');
  const due = taskDate(task, campaign);
  if (!due) return t('card.task-waits', { rule: dueRuleText(task.due, t) });
  const date = formatDate(due, locale, today);
  return due < today.toString() ? t('card.task-late', { date }) : t('card.task-due', { date });
}

/** "60 dagen voor het begin". A task on a date of its own has no rule. */
function dueRuleText(due: TaskDue, t: View['t']): string {
  if ('date' in due) return due.date;
  const days = Math.abs(due.days);
  if (due.anchor === 'start') return t(due.days < 0 ? 'due.before-start' : 'due.after-start', { days });
  return t(due.days < 0 ? 'due.before-end' : 'due.after-end', { days });
}
