import { calendarPatterns } from './calendar-patterns.ts';
import { dayPatterns } from './day-patterns.ts';
import { mondayOf } from './iso-week.ts';
import type { Grain, Reading, Span } from './reading.ts';
import { AMOUNT, amountOf, relativePatterns } from './relative-patterns.ts';

const PATTERNS = [...relativePatterns, ...calendarPatterns, ...dayPatterns];

/** Words that may stand before a period and add nothing to it. */
const PREFIX =
  /^(?:in|op|on|at|tijdens|during|gedurende|rond|around|voor|for|van|of|heel|hele|whole|all|de|het|the|maand|month|jaar|year) (?=.)/;

/** A part of a month or year: which one, counted from 0, of how many. */
const PARTS: readonly { shape: RegExp; part: number; of: 2 | 3 }[] = [
  {
    shape: /^(?:het )?begin (?:van )?|^(?:the )?(?:beginning|start) of |^(?:vroeg in|early)[ -]/,
    part: 0,
    of: 3,
  },
  { shape: /^(?:half|medio|midden|halverwege|mid|middle of|the middle of)[ -]/, part: 1, of: 3 },
  { shape: /^(?:het )?einde? (?:van )?|^(?:the )?end of |^(?:laat in|late)[ -]/, part: 2, of: 3 },
  { shape: /^(?:de |the )?(?:eerste|first|1) (?:helft|half(?: ?jaar| year)?)(?: van| of)? /, part: 0, of: 2 },
  {
    shape: /^(?:de |the )?(?:tweede|second|2) (?:helft|half(?: ?jaar| year)?)(?: van| of)? /,
    part: 1,
    of: 2,
  },
];

const WEEK_OF = /^(?:de |the )?week (?:van|of|met|with) (?=.)/;
const LONG_FROM = new RegExp(`^${AMOUNT} (?:vanaf|from|starting(?: on| from)?) (?=.)`);

/** Reads a normalised text as one day, month, week or the like; undefined when it is none of them. */
export function readOne(text: string, today: Temporal.PlainDate): Reading | undefined {
  return (
    readPlain(text, today) ??
    readPart(text, today) ??
    readWeekAround(text, today) ??
    readLength(text, today) ??
    afterPrefix(text, today, readOne)
  );
}

function readPlain(text: string, today: Temporal.PlainDate): Reading | undefined {
  for (const { shape, read } of PATTERNS) {
    const match = shape.exec(text);
    const reading = match && read(match.groups ?? {}, today);
    if (reading) return reading;
  }
  return afterPrefix(text, today, readPlain);
}

function afterPrefix(text: string, today: Temporal.PlainDate, read: typeof readOne): Reading | undefined {
  const rest = text.replace(PREFIX, '');
  return rest === text ? undefined : read(rest, today);
}

/** "Eind oktober", "mid-2027", "eerste helft van 2027": thirds or halves of a month or a year. */
function readPart(text: string, today: Temporal.PlainDate): Reading | undefined {
  for (const { shape, part, of } of PARTS) {
    const whole = shape.test(text) ? readPlain(text.replace(shape, ''), today) : undefined;
    if (!whole || whole.type === 'number' || (whole.grain !== 'month' && whole.grain !== 'year')) continue;
    const { grain } = whole;
    if (whole.type === 'fixed')
      return { ...whole, grain: 'other', span: partOf(whole.span, grain, part, of) };
    const at = (year: number) => {
      const span = whole.at(year);
      return span && partOf(span, grain, part, of);
    };
    return { type: 'yearly', grain: 'other', year: whole.year, at };
  }
  return undefined;
}

/** "De week van 11 oktober": the ISO week that holds the day. A weekday that is named must be right. */
function readWeekAround(text: string, today: Temporal.PlainDate): Reading | undefined {
  const day = WEEK_OF.test(text) ? readPlain(text.replace(WEEK_OF, ''), today) : undefined;
  if (day?.type === 'number') return day;
  if (day?.grain !== 'day') return undefined;
  const weekOf = ({ start }: Span): Span => {
    const monday = mondayOf(start);
    return { start: monday, end: monday.add({ days: 6 }) };
  };
  if (day.type === 'fixed') return { type: 'fixed', grain: 'week', span: weekOf(day.span) };
  const at = (year: number) => {
    const span = day.at(year);
    const isRight = day.weekday === undefined || span?.start.dayOfWeek === day.weekday;
    return span && isRight ? weekOf(span) : undefined;
  };
  return { type: 'yearly', grain: 'week', year: day.year, at };
}

/** "3 weken vanaf 1 juni": that long, with the day that it begins on counted. */
function readLength(text: string, today: Temporal.PlainDate): Reading | undefined {
  const found = LONG_FROM.exec(text);
  const from = found && readPlain(text.slice(found[0].length), today);
  if (!from || from.type === 'number') return undefined;
  const amount = amountOf(found.groups ?? {});
  const long = ({ start }: Span): Span => ({ start, end: start.add(amount).subtract({ days: 1 }) });
  if (from.type === 'fixed') return { type: 'fixed', grain: 'other', span: long(from.span) };
  const at = (year: number) => {
    const span = from.at(year);
    return span && long(span);
  };
  return { type: 'yearly', grain: 'other', year: from.year, at, weekday: from.weekday };
}

/** Of a month 1-10, 11-20, 21-end or 1-15, 16-end; of a year four or six months. */
function partOf({ start, end }: Span, grain: Grain, part: number, of: number): Span {
  const step = grain === 'year' ? { months: 12 / of } : { days: 30 / of };
  const steps = (count: number) =>
    start.add({ months: (step.months ?? 0) * count, days: (step.days ?? 0) * count });
  return { start: steps(part), end: part === of - 1 ? end : steps(part + 1).subtract({ days: 1 }) };
}
