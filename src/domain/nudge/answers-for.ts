import type { AnswerWord } from './nudge.ts';
import type { Trigger } from './rule.ts';

const ALWAYS: readonly AnswerWord[] = ['snooze', 'not-mine', 'stop'];
/** Something that somebody is to have done by a date. */
const WORK: readonly AnswerWord[] = ['on-schedule', 'done', 'late', 'dropped', 'hand-over'];
/** Something that somebody is to see to. */
const CARE: readonly AnswerWord[] = ['done', 'late', 'hand-over'];

const OWN: Partial<Record<Trigger, readonly AnswerWord[]>> = {
  'task-due': WORK,
  'task-overdue': WORK,
  'action-due': WORK,
  'action-overdue': WORK,
  'action-pulse': WORK,
  preparation: ['on-schedule', ...CARE],
  'date-open': ['late', 'hand-over'],
  invitation: ['hand-over', 'late'],
  evaluation: [...CARE, 'dropped'],
  settle: ['goes-on', 'done', 'dropped', 'hand-over'],
};

/** The answers that mean something for what a trigger finds; what was only told can be put away as done. */
export function answersFor(trigger: Trigger): readonly AnswerWord[] {
  return [...(OWN[trigger] ?? ['done']), ...ALWAYS];
}

/** Whether someone is to say how it stands; anything else is only told, and put away or not. */
export function asksAnswer(trigger: Trigger): boolean {
  return trigger in OWN;
}
