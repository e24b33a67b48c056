import { dateHere } from '../../core/clock.ts';
import { daysBetween } from '../../core/dates/day-number.ts';
import type { Person } from '../person/person.ts';
import type { Id } from '../shared/record.ts';
import type { Matter } from './matter.ts';
import { isMuted } from './muted.ts';
import type { Nudge, NudgeAnswer } from './nudge.ts';
import { leadTimeOf, type Morning, stepOn } from './step.ts';

/** How someone hears of a matter: it is theirs, they stand behind whose it is, or they are a coordinator. */
export type Line = 'first' | 'second' | 'coordinator';

/** A matter with all that was said about it before, in order of time. */
export interface Story {
  matter: Matter;
  past: readonly Nudge[];
  /** Whose it is on this day, the absent replaced: only their silence counts. */
  whose: readonly Id<'person'>[];
}

/**
 * The step in which this person hears of a matter on a morning; undefined when there is nothing to say. `past`
 * is what was brought to anyone about it: an answer by one of them counts for all, unless each is told apart.
 */
export function nextStep(
  story: Story,
  person: Person,
  lines: readonly Line[],
  morning: Morning,
): string | undefined {
  const { matter, past } = story;
  if (isMuted(person, matter, morning.day)) return undefined;
  const step = stepOn(matter, morning);
  if (step === undefined) return undefined;
  const isTheirs = lines.includes('first');
  const seen = isTheirs && matter.each ? ownOf(past, person.id) : past;
  const answers = answersOf(seen);
  if (answers.some(({ word }) => SETTLING.includes(word))) return undefined;
  if (answers.some(({ word, by }) => word === 'not-mine' && by === person.id)) return undefined;
  const pause = answers.at(-1)?.until;
  if (pause !== undefined && morning.day < pause) return undefined;
  const own = isTheirs && ownStep({ ...story, past: seen }, person.id, step, answers, morning.day);
  if (own) return own;
  return lines
    .map((line) => escalatedStep(story, person.id, line, { isTheirs, day: morning.day }))
    .find((one) => one !== undefined);
}

/** The answers after which nobody is asked any more. */
export const SETTLING: readonly NudgeAnswer['word'][] = ['done', 'dropped', 'goes-on'];

/** What was said about a matter itself, in order of time; who hands it over makes a new beginning. */
function answersOf(past: readonly Nudge[]): NudgeAnswer[] {
  const all = past
    .flatMap(({ answer }) => (answer && answer.word !== 'stop' ? answer : []))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const handedOver = all.findLast(({ word }) => word === 'hand-over')?.at;
  return handedOver === undefined ? all : all.filter(({ at }) => at >= handedOver);
}

/** What someone was told of what everybody is told for themselves: what others answer says nothing about it. */
function ownOf(past: readonly Nudge[], person: Id<'person'>): Nudge[] {
  return past
    .filter(({ recipient }) => recipient === person)
    .map((nudge) => (nudge.answer && nudge.answer.by !== person ? { ...nudge, answer: undefined } : nudge));
}

/** The step for whose matter it is: the lead time, again after a pause, or a repeat while nobody answers. */
function ownStep(
  { matter, past }: Story,
  person: Id<'person'>,
  step: string,
  answers: readonly NudgeAnswer[],
  day: string,
): string | undefined {
  const about = past.filter((nudge) => leadTimeOf(nudge.step) === step);
  const said = about.flatMap(({ answer }) =>
    answer && answers.includes(answer) && answer.word !== 'hand-over' && answer.word !== 'not-mine'
      ? answer
      : [],
  );
  const last = answers.at(-1);
  const resumed = last?.until !== undefined && said.some(({ until }) => until === last.until);
  if (said.length > 0 && !resumed) return undefined;
  const mine = about.filter(({ recipient, step: own }) => recipient === person && !isEscalation(own));
  // Given back to someone who was asked before, it is asked again.
  const given = last?.word === 'hand-over' && last.to === person ? last.at : undefined;
  const wasAsked = given !== undefined && mine.some(({ createdAt }) => createdAt <= given);
  const from = resumed ? last?.until : wasAsked ? dateHere(given) : undefined;
  const base = from === undefined ? step : `${step} after-${from}`;
  const asked = mine.filter(({ step: own }) => own === base || own.startsWith(`${base} again-`));
  if (asked.length === 0) return base;
  const { repeat } = matter.rule;
  const sent = asked.flatMap(({ sentAt }) => sentAt ?? []).sort();
  const lastSent = sent.at(-1);
  const isDue = repeat && lastSent !== undefined && daysBetween(dateHere(lastSent), day) >= repeat.every;
  return isDue && asked.length <= repeat.times ? `${base} again-${asked.length}` : undefined;
}

/** The step for who hears of it because nobody answered, or because it was said to be somebody else's. */
function escalatedStep(
  story: Story,
  person: Id<'person'>,
  line: Line,
  { isTheirs, day }: { isTheirs: boolean; day: string },
): string | undefined {
  if (line === 'first') return undefined;
  const { matter, past } = story;
  const { escalation } = matter.rule;
  const refused = answersOf(past).findLast(({ word }) => word === 'not-mine');
  const name = line === 'second' ? 'stand-in' : 'coordinator';
  const lead = stepLead(past, matter);
  if (line === 'coordinator' && refused)
    return unlessTold(past, person, `${lead} ${name}-refused-${dateHere(refused.at)}`);
  // Whose own it is knows that already.
  const wait = line === 'second' ? escalation?.standIn : escalation?.coordinator;
  const since = unansweredSince(story);
  if (isTheirs || wait === undefined || since === undefined || daysBetween(since, day) < wait)
    return undefined;
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
function unansweredSince({ past, whose }: Story): string | undefined {
  const answered = answersOf(past).at(-1)?.at ?? '';
  const asked = past
    .filter(
      ({ recipient, step, sentAt, answer }) =>
        whose.includes(recipient) &&
        sentAt !== undefined &&
        sentAt > answered &&
        (answer === undefined || answer.word === 'stop') &&
        !isEscalation(step),
    )
    .map(({ sentAt }) => sentAt ?? '')
    .sort();
  return asked[0] && dateHere(asked[0]);
}

/** Whether a nudge came to someone because others did not answer. */
export function isEscalation(step: string): boolean {
  return / (stand-in|coordinator)-/.test(step);
}
