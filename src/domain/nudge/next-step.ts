import { dateHere } from '../../core/clock.ts';
import { daysBetween } from '../../core/dates/day-number.ts';
import type { Person } from '../person/person.ts';
import type { Id } from '../shared/record.ts';
import type { Matter } from './matter.ts';
import type { Nudge } from './nudge.ts';
import { leadTimeOf, type Morning, stepOn } from './step.ts';

/** How someone hears of a matter: it is theirs, they stand behind whose it is, or they are a coordinator. */
export type Line = 'first' | 'second' | 'coordinator';

/** A matter with all that was said about it before, in order of time. */
export interface Story {
  matter: Matter;
  past: readonly Nudge[];
}

/**
 * The step in which this person hears of a matter on a morning; undefined when there is nothing to say. `past`
 * is what was brought to anyone about it: an answer by one of them counts for all.
 */
export function nextStep(story: Story, person: Person, line: Line, morning: Morning): string | undefined {
  const { matter, past } = story;
  if (isMuted(person, matter, morning.day)) return undefined;
  const step = stepOn(matter, morning);
  if (step === undefined || isSettled(past)) return undefined;
  if (past.some(({ answer }) => answer?.word === 'not-mine' && answer.by === person.id)) return undefined;
  const pause = pauseOf(past);
  if (pause && morning.day < pause) return undefined;
  return line === 'first'
    ? ownStep(story, person.id, step, pause, morning.day)
    : escalatedStep(story, person.id, line, morning.day);
}

/** The step for whose matter it is: the lead time, again after a pause, or a repeat while nobody answers. */
function ownStep(
  { matter, past }: Story,
  person: Id<'person'>,
  step: string,
  pause: string | undefined,
  day: string,
): string | undefined {
  const about = past.filter((nudge) => leadTimeOf(nudge.step) === step);
  const mine = about.filter(({ recipient, step: own }) => recipient === person && !isEscalation(own));
  const resumed = pause === undefined ? undefined : `${step} after-${pause}`;
  if (resumed && about.some(({ answer }) => answer?.until === pause))
    return past.some((nudge) => nudge.step === resumed && nudge.recipient === person) ? undefined : resumed;
  if (
    about.some(
      ({ answer }) =>
        answer && answer.word !== 'hand-over' && answer.word !== 'not-mine' && answer.word !== 'stop',
    )
  )
    return undefined;
  if (mine.length === 0) return step;
  const { repeat } = matter.rule;
  const last = mine
    .map(({ sentAt }) => sentAt)
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
  const times = mine.filter(({ step: own }) => own.includes(' again-')).length;
  const isDue = repeat && last !== undefined && daysBetween(dateHere(last), day) >= repeat.every;
  return isDue && times < repeat.times ? `${step} again-${times + 1}` : undefined;
}

/** The step for who hears of it because nobody answered, or because it was said to be somebody else's. */
function escalatedStep(
  { matter, past }: Story,
  person: Id<'person'>,
  line: Line,
  day: string,
): string | undefined {
  const { escalation } = matter.rule;
  const since = unansweredSince(past);
  const refused = past
    .filter(({ answer }) => answer?.word === 'not-mine')
    .map(({ answer }) => answer?.at ?? '')
    .sort()
    .at(-1);
  const name = line === 'second' ? 'stand-in' : 'coordinator';
  const lead = stepLead(past, matter);
  if (line === 'coordinator' && refused)
    return unlessTold(past, person, `${lead} ${name}-refused-${dateHere(refused)}`);
  const wait = line === 'second' ? escalation?.standIn : escalation?.coordinator;
  if (wait === undefined || since === undefined || daysBetween(since, day) < wait) return undefined;
  return unlessTold(past, person, `${lead} ${name}-${since}`);
}

function unlessTold(past: readonly Nudge[], person: Id<'person'>, step: string): string | undefined {
  return past.some((nudge) => nudge.recipient === person && nudge.step === step) ? undefined : step;
}

/** The lead time at which it was first brought, so that the name of an escalation does not change with it. */
function stepLead(past: readonly Nudge[], { days }: Matter): string {
  return leadTimeOf(past[0]?.step ?? String(days[0] ?? 0));
}

/** The day (ISO date) since which whose matter it is were asked without an answer; undefined when they were not. */
export function unansweredSince(past: readonly Nudge[]): string | undefined {
  const answered =
    past
      .map(({ answer }) => answer?.at ?? '')
      .sort()
      .at(-1) ?? '';
  const asked = past
    .filter(
      ({ step, sentAt, answer }) =>
        sentAt !== undefined && sentAt > answered && !answer && !isEscalation(step),
    )
    .map(({ sentAt }) => sentAt ?? '')
    .sort();
  return asked[0] && dateHere(asked[0]);
}

/** Whether a nudge came to someone because others did not answer. */
export function isEscalation(step: string): boolean {
  return / (stand-in|coordinator)-/.test(step);
}

function isSettled(past: readonly Nudge[]): boolean {
  return past.some(({ answer }) => answer && ['done', 'dropped', 'goes-on'].includes(answer.word));
}

/** The day until which the last answer asked for quiet, if it did. */
function pauseOf(past: readonly Nudge[]): string | undefined {
  const answers = past.map(({ answer }) => answer).filter((answer) => answer !== undefined);
  const last = answers.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  return last?.until;
}

function isMuted({ mutes }: Person, { rule, subject, campaign }: Matter, day: string): boolean {
  return mutes.some(
    (mute) =>
      (mute.until === undefined || day <= mute.until) &&
      (mute.kind === undefined || mute.kind === rule.trigger) &&
      (mute.subject === undefined || mute.subject === subject || mute.subject === campaign),
  );
}
