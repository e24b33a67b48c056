import { HOME_ZONE } from '../../core/clock.ts';
import { addDays } from '../../core/dates/day-number.ts';
import type { Scope } from '../access/visibility.ts';
import { asksAnswer } from '../nudge/answers-for.ts';
import { ANSWERS, type AnswerWord, matterKey, type Nudge } from '../nudge/nudge.ts';
import type { NudgeStore } from '../nudge/nudge-store.ts';
import type { NudgeRules } from '../nudge/rule.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { type Asked, mergeSmall } from './merge-small.ts';
import type { InsightQuery } from './query.ts';

export interface AnswerRow {
  /** Undefined for the organisations that are counted together, because few people of each were asked. */
  organisation: Id<'organisation'> | undefined;
  /** Matters that were brought to anyone there, however often. */
  asked: number;
  /** By someone of the organisation itself. */
  answered: number;
  /** Another organisation answered for all who were asked. */
  byOthers: number;
  open: number;
  words: Readonly<Record<AnswerWord, number>>;
  /** Between the first time that it was brought and the own answer; undefined without any. */
  medianDays: number | undefined;
}

export interface Answers {
  rows: readonly AnswerRow[];
  /** How many organisations the row without a name stands for. */
  merged: number;
  /** True when so few people were asked that any figure would be about a person. */
  tooFew: boolean;
}

/**
 * What came of the reminders of a period that ask for an answer, per organisation and never per person: see
 * `mergeSmall` for the organisations of which too few people were asked.
 */
export async function answersPerOrganisation(
  { store, nudges, rules }: { store: Store; nudges: NudgeStore; rules: NudgeRules },
  scope: Scope,
  { start, end }: InsightQuery['period'],
): Promise<Answers> {
  const asking = new Set(rules.rules.filter(({ trigger }) => asksAnswer(trigger)).map(({ key }) => key));
  const brought = await nudges.broughtBetween(startOf(start), startOf(addDays(end, 1)));
  const people = new Map((await store.list('person', scope)).map((one) => [one.id, one.organisation]));
  const perOrganisation = new Map<Id<'organisation'>, Nudge[]>();
  for (const nudge of brought) {
    const organisation = people.get(nudge.recipient);
    if (!organisation || !asking.has(nudge.rule)) continue;
    const own = perOrganisation.get(organisation) ?? [];
    own.push(nudge);
    perOrganisation.set(organisation, own);
  }
  const asked = [...perOrganisation].map(([organisation, own]): Asked<Matter> => {
    const recipients = new Set(own.map(({ recipient }) => recipient)).size;
    return { organisation, people: recipients, matters: mattersOf(own, organisation, people) };
  });
  const { groups, tooFew } = mergeSmall(asked);
  return {
    rows: groups.map(({ organisations, matters }) => rowOf(organisations, matters)),
    merged: groups.find(({ organisations }) => organisations.length > 1)?.organisations.length ?? 0,
    tooFew,
  };
}

interface Matter {
  word: AnswerWord | undefined;
  own: boolean;
  days: number | undefined;
}

/** One for each thing that was asked, with the answer that came last. */
function mattersOf(
  brought: readonly Nudge[],
  organisation: Id<'organisation'>,
  people: ReadonlyMap<string, Id<'organisation'>>,
): Matter[] {
  return [...Map.groupBy(brought, matterKey).values()].map((nudges) => {
    const first = nudges[0]?.sentAt ?? '';
    const answers = nudges.flatMap(({ answer }) => answer ?? []).sort((a, b) => (a.at < b.at ? -1 : 1));
    const last = answers.at(-1);
    const own = last !== undefined && people.get(last.by) === organisation;
    return { word: last?.word, own, days: last && own ? daysFrom(first, last.at) : undefined };
  });
}

function rowOf(organisations: readonly Id<'organisation'>[], matters: readonly Matter[]): AnswerRow {
  const [first, ...others] = organisations;
  const words = Object.fromEntries(ANSWERS.map((word) => [word, 0])) as Record<AnswerWord, number>;
  for (const { word, own } of matters) if (word && own) words[word] += 1;
  const days = matters.flatMap((matter) => matter.days ?? []).sort((a, b) => a - b);
  return {
    organisation: others.length === 0 ? first : undefined,
    asked: matters.length,
    answered: matters.filter(({ own }) => own).length,
    byOthers: matters.filter(({ word, own }) => word !== undefined && !own).length,
    open: matters.filter(({ word }) => word === undefined).length,
    words,
    medianDays: median(days),
  };
}

/** Of numbers in order; to one decimal. */
function median(sorted: readonly number[]): number | undefined {
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? undefined : Math.round(5 * (low + high)) / 10;
}

function daysFrom(sentAt: string, at: string): number {
  const hours = Temporal.Instant.from(sentAt).until(Temporal.Instant.from(at)).total('hours');
  return Math.max(0, hours / 24);
}

function startOf(day: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(HOME_ZONE).toInstant().toString();
}
