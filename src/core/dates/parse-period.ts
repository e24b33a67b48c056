import { normaliseText } from './normalise-text.ts';
import { readOne } from './read-one.ts';
import type { Reading } from './reading.ts';
import { type PeriodProblemCode, type Resolved, resolveOne, resolveRange } from './resolve.ts';

/** Whole days as ISO dates, both inclusive. */
export interface DatePeriod {
  type: 'period';
  start: string;
  end: string;
}

/** Why a text is no period; `text` is what was given. */
export interface PeriodProblem {
  type: 'problem';
  code: PeriodProblemCode;
  text: string;
}

const LONGEST_TEXT = 200;
const SEPARATORS = / ?t\/m ?| (?:tot|to|until|till|through|thru) | ?\.{2,3} ?| ?- ?| ?\/ ?/g;
const AND = / (?:en|and|&) /g;
const FROM = /^(?:van|vanaf|from|sinds|since|tussen|between) /;
const BETWEEN = /^(?:tussen|between) /;
const OPEN_FROM = /^(?:vanaf|from) (.+?)(?: on| af| onwards)?$/;
const SINCE = /^(?:sinds|since) (.+)$/;
const OPEN_UNTIL = /^(?:t\/m|tot|until|till|through|up to) (.+)$/;
/** How far "vanaf oktober" reaches past today, or past its start when that is later. */
const OPEN_MONTHS = 24;

/**
 * Reads a period as people type it, in Dutch or English whatever the person's language: "week 41",
 * "okt t/m nov 2027", "11-17 okt", "Q4", "komende 3 weken", "vanaf oktober". Without a year it is the
 * next one that has not wholly passed. The first week of a month is the one with its first Thursday. "Tot" counts its end in; "vanaf" lasts 24 months, "sinds" until today.
 */
export function parsePeriod(text: string, today: Temporal.PlainDate): DatePeriod | PeriodProblem {
  if (text.length > LONGEST_TEXT) return problem('period-not-understood', text);
  const resolved = resolve(normaliseText(text, today), today);
  if (typeof resolved === 'string') return problem(resolved, text);
  return { type: 'period', start: resolved.start.toString(), end: resolved.end.toString() };
}

function resolve(text: string, today: Temporal.PlainDate): Resolved {
  const one = readOne(text, today);
  if (one) return resolveOne(one, today);
  const sides = splits(text.replace(FROM, ''), SEPARATORS, today).find(saysWhatItCounts(text));
  if (sides) return resolveRange(...sides, today);
  return resolveAnd(text, today) ?? resolveOpen(text, today) ?? 'period-not-understood';
}

/** Every way to split a text at a separator so that both sides can be read. */
function splits(text: string, separators: RegExp, today: Temporal.PlainDate): [Reading, Reading][] {
  const found: [Reading, Reading][] = [];
  for (const { index, 0: separator } of text.matchAll(separators)) {
    const left = readOne(text.slice(0, index).trim(), today);
    const right = left && readOne(text.slice(index + separator.length).trim(), today);
    if (right) found.push([left, right]);
  }
  return found;
}

/** "1-3-5" is no range: figures alone need a year to be taken for one. */
function saysWhatItCounts(text: string): (sides: [Reading, Reading]) => boolean {
  const isClear = /[a-z]|\d{4}/.test(text.replaceAll('t/m', ''));
  return ([left, right]) => {
    const numbers = [left, right].filter((side) => side.type === 'number').length;
    return numbers === 0 || (numbers === 1 && isClear);
  };
}

/** "Tussen 1 en 5 oktober", and "oktober en november" when the two touch. */
function resolveAnd(text: string, today: Temporal.PlainDate): Resolved | undefined {
  const sides = splits(text.replace(FROM, ''), AND, today)[0];
  if (!sides) return undefined;
  if (BETWEEN.test(text)) return resolveRange(...sides, today);
  const whole = resolveRange(...sides, today);
  if (typeof whole === 'string') return undefined;
  const first = sides[0].type === 'number' ? whole : resolveOne(sides[0], whole.start);
  const last = sides[1].type === 'number' ? whole : resolveOne(sides[1], whole.start);
  if (typeof first === 'string' || typeof last === 'string') return undefined;
  return Temporal.PlainDate.compare(first.end.add({ days: 1 }), last.start) >= 0 ? whole : undefined;
}

function resolveOpen(text: string, today: Temporal.PlainDate): Resolved | undefined {
  const open = (shape: RegExp) => {
    const reading = readOne(shape.exec(text)?.[1] ?? '', today);
    return reading && resolveOne(reading, today);
  };
  const from = open(OPEN_FROM);
  if (from) return typeof from === 'string' ? from : { start: from.start, end: openEnd(from.start, today) };
  const until = open(OPEN_UNTIL);
  if (until) return typeof until === 'string' ? until : inOrder(today, until.end);
  const since = open(SINCE);
  return typeof since === 'object' ? inOrder(since.start, today) : since;
}

function openEnd(start: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  const base = Temporal.PlainDate.compare(start, today) < 0 ? today : start;
  const end = base.add({ months: OPEN_MONTHS });
  return end.year > 2099 ? Temporal.PlainDate.from('2099-12-31') : end;
}

function inOrder(start: Temporal.PlainDate, end: Temporal.PlainDate): Resolved {
  return Temporal.PlainDate.compare(end, start) < 0 ? 'period-end-before-start' : { start, end };
}

function problem(code: PeriodProblemCode, text: string): PeriodProblem {
  return { type: 'problem', code, text };
}
