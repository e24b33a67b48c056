import { todayAt } from '../../core/clock.ts';
import { addDays } from '../../core/dates/day-number.ts';
import { Refusal } from '../../core/errors.ts';
import type { IdSource } from '../../core/ids.ts';
import { isCoordinator } from '../access/may.ts';
import type { By } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { answersFor } from './answers-for.ts';
import { applyAnswer } from './apply-answer.ts';
import { type AnswerWord, matterKey, type Nudge, type NudgeAnswer } from './nudge.ts';
import type { NudgeStore } from './nudge-store.ts';
import { isBefore, type NudgeRule, type NudgeRules } from './rule.ts';
import { askedNow, stillAsked } from './waiting.ts';

/** What someone says to a nudge; `until` is an ISO date. */
export interface GivenAnswer {
  nudge: string;
  word: AnswerWord;
  until?: string | undefined;
  reason?: string | undefined;
  to?: Id<'person'> | undefined;
}

/** What came of it. `before`: answered earlier, by whomever. `outdated`: settled or changed in the meantime. */
export interface Answered {
  outcome: 'answered' | 'before' | 'outdated';
  nudge: Nudge;
  until: string | undefined;
}

const SNOOZE_DAYS = 7;

/**
 * Takes an answer: does what it means for the record, and keeps it, for everyone who was asked about the same.
 * Only who was asked may answer, and coordinators. An answer that comes too late changes nothing.
 */
export async function answerNudge(
  { store, nudges, rules, ids }: { store: Store; nudges: NudgeStore; rules: NudgeRules; ids: IdSource },
  by: By,
  given: GivenAnswer,
): Promise<Answered> {
  const nudge = await nudges.get(given.nudge);
  const { person } = by.actor;
  if (!nudge || !person || (nudge.recipient !== person && !isCoordinator(by.actor)))
    throw new Refusal('nudge-unknown', {}, 'herinnering');
  if (given.word === 'stop' && nudge.recipient !== person)
    throw new Refusal('nudge-stop-own', {}, 'antwoord');
  if (nudge.answer) return { outcome: 'before', nudge, until: undefined };
  const rule = rules.rules.find(({ key }) => key === nudge.rule);
  const asked = await askedNow(store, rules, by.at);
  if (!rule || !stillAsked(asked, nudge)) return { outcome: 'outdated', nudge, until: undefined };
  if (!answersFor(rule.trigger).includes(given.word)) throw new Refusal('answer-not-here', {}, 'antwoord');
  const { word, reason, to } = given;
  const until = untilOf(given, by.at, nudge, rule);
  const answer: NudgeAnswer = {
    word,
    by: person,
    at: by.at.toString(),
    ...(until ? { until } : {}),
    ...(reason ? { reason } : {}),
    ...(to ? { to } : {}),
  };
  await applyAnswer(store, by, ids, nudge, rule.trigger, answer);
  // Who wants to hear no more of a kind, or has read what everyone is told, says so for nobody else.
  const alone = word === 'stop' || asked.matters.get(matterKey(nudge))?.each === true;
  const taken = await nudges.answer(nudge.id, answer, { alone });
  return { outcome: taken ? 'answered' : 'before', nudge, until };
}

/** Nobody is left in peace for longer than this by one click after another. */
const LONGEST_SNOOZE = 60;

/** The day to come back to it; refuses a day that is past, and a delay without one. Quiet ends before the date itself. */
function untilOf(
  { word, until }: GivenAnswer,
  at: Temporal.Instant,
  { due }: Nudge,
  rule: NudgeRule,
): string | undefined {
  const today = todayAt(at).toString();
  if (word !== 'late' && word !== 'snooze') return undefined;
  if (word === 'late' && until === undefined) throw new Refusal('nudge-late-until', {}, 'tot');
  if (until !== undefined && until <= today) throw new Refusal('day-is-past', {}, 'tot');
  const wanted = until ?? addDays(today, SNOOZE_DAYS);
  if (word === 'late') return wanted;
  const eve = isBefore(rule) && due > addDays(today, 1) ? addDays(due, -1) : addDays(today, LONGEST_SNOOZE);
  const latest = eve < addDays(today, LONGEST_SNOOZE) ? eve : addDays(today, LONGEST_SNOOZE);
  return wanted < latest ? wanted : latest;
}
