import { parseDate } from '../../core/dates/parse-date.ts';
import { Refusal } from '../../core/errors.ts';
import type { TaskDue } from './task.ts';

const RELATIVE =
  /^(\d{1,3})\s*(d|dag|dagen|day|days|w|week|weken|weeks|maand|maanden|month|months)?\s*(voor|before|na|after)\s*(?:het|de|the)?\s*(begin|start|einde|eind|end|afloop)?$/i;
const SHORT = /^([+-])(\d{1,3})\s*d?$/i;

/**
 * Reads when a task is due: "60 dagen voor begin", "2 weken na einde", "-60" (days from the start) or a
 * date. A month counts as 30 days. Refuses what it cannot read, beside the field `termijn`.
 */
export function parseDue(text: string, today: Temporal.PlainDate): TaskDue {
  const trimmed = text.trim();
  const short = SHORT.exec(trimmed);
  if (short) return { anchor: 'start', days: Number(short[2]) * (short[1] === '-' ? -1 : 1) };
  const relative = RELATIVE.exec(trimmed);
  if (relative) return relativeDue(relative);
  const date = parseDate(trimmed, today);
  if (date.type === 'date') return { date: date.date };
  throw new Refusal('task-due-not-understood', { text: trimmed.slice(0, 60) }, 'termijn');
}

function relativeDue([, count, unit = 'dag', side, anchor]: RegExpExecArray): TaskDue {
  const perUnit = /^w/i.test(unit) ? 7 : /^m/i.test(unit) ? 30 : 1;
  const before = /^(voor|before)$/i.test(side ?? '');
  const named = anchor ? (/^(begin|start)$/i.test(anchor) ? 'start' : 'end') : undefined;
  const days = Number(count) * perUnit;
  return { anchor: named ?? (before ? 'start' : 'end'), days: before ? -days : days };
}
