import { todayAt } from '../../core/clock.ts';
import { quarterOf } from '../../core/dates/quarter.ts';
import { Refusal } from '../../core/errors.ts';
import type { IdSource } from '../../core/ids.ts';
import { isCoordinator, require } from '../access/may.ts';
import { type By, changeOne } from '../change-one.ts';
import { type Checked, confirmRight } from '../correction/report-outdated.ts';
import { muteFor } from '../person/mute.ts';
import type { ActionState } from '../plan/plan.ts';
import { reportProgress } from '../plan/report-progress.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { dropTask, finishTask, moveTask } from '../task/change-task.ts';
import { handOverSubject } from './hand-over-subject.ts';
import type { AnswerWord, Nudge, NudgeAnswer } from './nudge.ts';
import type { Trigger } from './rule.ts';

/** What an action becomes by an answer. One that goes on after its planning has passed is late. */
const STATES: Partial<Record<AnswerWord, ActionState>> = {
  'on-schedule': 'on-schedule',
  done: 'done',
  late: 'late',
  'goes-on': 'late',
  dropped: 'dropped',
};

/** Does what an answer means for the record that the nudge is about; an answer that means nothing there does nothing. */
export async function applyAnswer(
  store: Store,
  by: By,
  ids: IdSource,
  { subject, recipient, sentAt }: Nudge,
  kind: Trigger,
  answer: Omit<NudgeAnswer, 'at' | 'by'>,
): Promise<void> {
  const { word, until, to } = answer;
  if (word === 'hand-over') return handOverSubject(store, by, subject, { from: recipient, to });
  if (word === 'stop') {
    // That a message did not arrive is nobody's to be silent about.
    if (kind === 'undelivered') throw new Refusal('nudge-never-muted');
    await muteFor(store, by, { kind });
    return;
  }
  // Whoever is asked for somebody else answers as that one: a stand-in, or a contact who may only read.
  const asked = { ...by, actor: { ...by.actor, role: 'program' as const } };
  if (subject.startsWith('action/')) return report(store, asked, ids, subject as Id<'action'>, answer);
  if (subject.startsWith('task/')) {
    const task = await store.get(subject as Id<'task'>);
    if (!task) throw new Refusal('not-found');
    if (word === 'done') await finishTask(store, asked, task);
    if (word === 'dropped') await dropTask(store, asked, task);
    if (word === 'late' && until) await moveTask(store, asked, task, until);
    return;
  }
  if (word !== 'done') return;
  const today = todayAt(by.at).toString();
  // That a proposal waits, or was decided, is only told: seeing it reviews nothing.
  if (kind === 'practice-review')
    await changeOne(store, by, 'practice.review', subject as Id<'practice'>, (practice) => {
      require(isCoordinator(by.actor), 'coordinators-only');
      return { ...practice, reviewedOn: today };
    });
  if (subject.startsWith('helppoint/') || subject.startsWith('guide/')) {
    // What was reported after the message nobody read in it; that something is old tells of no report at all.
    const seen = kind === 'outdated' && sentAt ? Temporal.Instant.from(sentAt) : undefined;
    await confirmRight(store, by, subject as Checked, seen);
  }
}

async function report(
  store: Store,
  by: By,
  ids: IdSource,
  action: Id<'action'>,
  { word, until, reason }: Omit<NudgeAnswer, 'at' | 'by'>,
): Promise<void> {
  const state = STATES[word];
  if (!state) return;
  await reportProgress(store, by, ids, {
    action,
    state,
    text: reason,
    expectedQuarter: word === 'late' && until ? quarterOf(until) : undefined,
  });
}
