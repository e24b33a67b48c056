import { todayAt } from '../../core/clock.ts';
import { addDays } from '../../core/dates/day-number.ts';
import { Refusal } from '../../core/errors.ts';
import type { IdSource } from '../../core/ids.ts';
import { isCoordinator } from '../access/may.ts';
import type { By } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { applyAnswer } from './apply-answer.ts';
import { type AnswerWord, matterKey, type Nudge, type NudgeAnswer } from './nudge.ts';
import type { NudgeStore } from './nudge-store.ts';
import type { NudgeRules } from './rule.ts';
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
  const until = untilOf(given, by.at);
  if (nudge.answer) return { outcome: 'before', nudge, until: undefined };
  const rule = rules.rules.find(({ key }) => key === nudge.rule);
  const asked = await askedNow(store, rules, by.at);
  if (!rule || !stillAsked(asked, nudge)) return { outcome: 'outdated', nudge, until: undefined };
  const { word, reason, to } = given;
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
  const alone = word === 'stop' || asked.get(matterKey(nudge))?.each === true;
  const taken = await nudges.answer(nudge.id, answer, { alone });
  return { outcome: taken ? 'answered' : 'before', nudge, until };
}

/** The day to come back to it; refuses a day that is past, and a delay without one. */
function untilOf({ word, until }: GivenAnswer, at: Temporal.Instant): string | undefined {
  const today = todayAt(at).toString();
  if (word !== 'late' && word !== 'snooze') return undefined;
  if (word === 'late' && until === undefined) throw new Refusal('nudge-late-until', {}, 'tot');
  if (until !== undefined && until <= today) throw new Refusal('day-is-past', {}, 'tot');
  return until ?? addDays(today, SNOOZE_DAYS);
}
