import { calendarSpans } from '../campaign/calendar-entry.ts';
import { linksOf } from '../links.ts';
import { type AnyRecord, isKind } from '../records.ts';
import type { SearchText } from '../search-text.ts';
import { kindOf } from '../shared/record.ts';
import { plainNames } from './plain-names.ts';
import type { Understood } from './understand.ts';
import type { Option, WordGroup } from './word-group.ts';
import { BEGINS, SHORT, wordLevel } from './word-level.ts';

const TITLE = 1;
const KEYWORDS = 0.85;
const BODY = 0.55;
/** A practice without a form is for every form, which is less than being for this one. */
const FOR_EVERY_FORM = 0.5;
const CALLED = 1;
const BESIDE = 0.2;
/** A guide has the id of its form, but the form itself is meant. */
const ALSO_CALLED = 0.8;
const HINTED = 0.3;
const IN_PERIOD = 0.4;
const SHORT_TITLE = 0.15;

/** How well a record answers a question: 1 is every word in the title; its name or a hint can add to that. */
export interface Fit {
  score: number;
  /** How many of the groups it has. */
  has: number;
  /** The options that it has, for marking them. */
  why: string[];
}

/** What a question weighs by. */
export interface Asked {
  understood: Understood;
  /** Of each group; one that nearly everything has tells little. */
  weights: readonly number[];
  /** Topics that are a role, such as geldezel: a practice about one is not for every form. */
  roles: ReadonlySet<string>;
}

/** Weighs a record by its text as the store keeps it, its links and its names. */
export function fitOf(record: AnyRecord, text: SearchText | undefined, asked: Asked): Fit {
  const { understood, weights, roles } = asked;
  const { groups, hinted, period } = understood;
  const general = isForEveryForm(record, roles);
  const links = groups.some(({ ids }) => ids.size > 0)
    ? new Set<string>(linksOf(record).map(([, to]) => to))
    : NONE;
  const why: string[] = [];
  let sum = 0;
  let has = 0;
  groups.forEach((group, index) => {
    const best = groupFit(record, text, group, links, general);
    if (best.worth > 0) has++;
    if (best.text) why.push(best.text);
    sum += best.worth * (weights[index] ?? 1);
  });
  const whole = groups.reduce((total, _group, index) => total + (weights[index] ?? 1), 0) || 1;
  let score = sum / whole;
  // With a kind or a period beside it, a name tells what is asked about rather than what is asked for.
  const alone = groups.length === 1 && hinted.length === 0 && !period;
  if (groups[0] && groups.length === 1) score += (alone ? CALLED : BESIDE) * calledFit(record, groups[0]);
  if (text && has > 0) score += SHORT_TITLE * titleShare(text.title, why);
  if (hinted.includes(kindOf(record.id))) score += HINTED;
  if (period && isKind(record, 'campaign')) {
    const meets = calendarSpans(record).some(
      ({ first, last }) => first <= period.end && last >= period.start,
    );
    score += meets ? IN_PERIOD : -IN_PERIOD;
  }
  return { score, has, why };
}

const NONE: ReadonlySet<string> = new Set();

function groupFit(
  record: AnyRecord,
  text: SearchText | undefined,
  group: WordGroup,
  links: ReadonlySet<string>,
  general: boolean,
): { worth: number; text?: string } {
  if (group.ids.has(record.id)) return { worth: TITLE, text: group.typed };
  if (group.kinds?.includes(kindOf(record.id))) return { worth: TITLE };
  let best: { worth: number; text?: string } = { worth: 0 };
  if ([...group.ids].some((id) => links.has(id))) best = { worth: KEYWORDS };
  else if (group.terms.some((term) => isKind(term, 'form')) && general)
    best = { worth: KEYWORDS * FOR_EVERY_FORM };
  if (!text) return best;
  for (const option of group.options) {
    const worth = optionFit(text, option);
    if (worth > best.worth) best = { worth, text: option.text };
  }
  return best;
}

function optionFit(text: SearchText, { text: wanted, worth, pieces }: Option): number {
  let best = 0;
  // "BEC" for factuurfraude counts only as a word.
  const least = wanted.length <= SHORT && worth < 1 ? BEGINS : 0;
  for (const piece of pieces) {
    best = Math.max(best, TITLE * wordLevel(text.title, piece, wanted));
    if (best < KEYWORDS) best = Math.max(best, KEYWORDS * wordLevel(text.keywords, piece, wanted));
    if (best < BODY) best = Math.max(best, BODY * wordLevel(text.body, piece, wanted));
  }
  return best < least * BODY ? 0 : best * worth;
}

/** What is asked for by its name, in any way of saying it, is what is meant. */
function calledFit(record: AnyRecord, { ids, options }: WordGroup): number {
  const names = plainNames(record);
  const called = options.filter(({ text }) => names.includes(text)).map(({ worth }) => worth);
  return ids.has(record.id) ? 1 : ALSO_CALLED * Math.max(0, ...called);
}

/** How much of a title is what was asked. */
function titleShare(title: string, why: readonly string[]): number {
  const letters = title.replaceAll(/[^\p{L}\p{N}]/gu, '').length || 1;
  const found = why.filter((one) => title.includes(one)).reduce((sum, one) => sum + one.length, 0);
  return Math.min(1, found / letters);
}

function isForEveryForm(record: AnyRecord, roles: ReadonlySet<string>): boolean {
  if (!isKind(record, 'practice') || record.forms.length > 0) return false;
  return !record.topics.some((id) => roles.has(id));
}
