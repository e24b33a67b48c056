import { mondayOf } from './iso-week.ts';
import { fixedReading, type Pattern, type Reading } from './reading.ts';
import { anyOf, countNumbers, fullWeekdays, weekdayNumbers } from './words.ts';

const THIS = ['deze', 'dit', 'this', 'huidige', 'huidig', 'lopende', 'lopend', 'current'];
const COMING = ['komende', 'komend', 'aankomende', 'aanstaande', 'coming', 'upcoming'];
const NEXT = ['volgende', 'volgend', 'next'];
const LAST = ['vorige', 'vorig', 'afgelopen', 'laatste', 'last', 'previous', 'past'];
const WHICH = `(?<which>${anyOf([...THIS, ...COMING, ...NEXT, ...LAST])})`;
const FORWARD = new Set([...COMING, ...NEXT]);

const UNITS: Readonly<Record<string, 'days' | 'weeks' | 'months' | 'quarters' | 'years'>> = {
  ...Object.fromEntries(['dag', 'dagen', 'day', 'days'].map((word) => [word, 'days'])),
  ...Object.fromEntries(['week', 'weken', 'weeks'].map((word) => [word, 'weeks'])),
  ...Object.fromEntries(['maand', 'maanden', 'month', 'months'].map((word) => [word, 'months'])),
  ...Object.fromEntries(['kwartaal', 'kwartalen', 'quarter', 'quarters'].map((word) => [word, 'quarters'])),
  ...Object.fromEntries(['jaar', 'jaren', 'year', 'years'].map((word) => [word, 'years'])),
};
const COUNTED = `(?<count>[1-9]\\d{0,3}|${anyOf(countNumbers.keys())}) (?<unit>${anyOf(Object.keys(UNITS))})`;
/** "3 weken", "zes maanden", "een half jaar": as a piece of a regular expression, read by `amountOf`. */
export const AMOUNT = `(?:${COUNTED}|(?:een |a )?half[ -]?(?:jaar|year))`;

const NEAR_DAYS: Readonly<Record<string, number>> = {
  vandaag: 0,
  today: 0,
  nu: 0,
  now: 0,
  morgen: 1,
  tomorrow: 1,
  overmorgen: 2,
  'day after tomorrow': 2,
  gisteren: -1,
  yesterday: -1,
  eergisteren: -2,
  'day before yesterday': -2,
};

/**
 * What hangs on today. Weeks run from Monday to Sunday. "Komende 3 weken" begins today; "komende week" is
 * next week. "Volgende vrijdag" is the Friday of next week, "komende vrijdag" the first one after today, a
 * bare "vrijdag" today or the first one after it.
 */
export const relativePatterns: readonly Pattern[] = [
  {
    shape: new RegExp(`^(?<near>${anyOf(Object.keys(NEAR_DAYS))})$`),
    read: ({ near = '' }, today) => fixedReading('day', today.add({ days: NEAR_DAYS[near] ?? 0 })),
  },
  {
    shape: new RegExp(`^${WHICH} (?<unit>week|maand|month|kwartaal|quarter)$`),
    read: ({ which = '', unit = '' }, today) => calendarUnit(unit, shiftOf(which), today),
  },
  {
    shape: new RegExp(`^(?:het |the )?(?:${WHICH} )?weekend$`),
    read: ({ which = 'dit' }, today) => {
      const weeks = COMING.includes(which) ? 0 : shiftOf(which);
      const saturday = mondayOf(today).add({ days: 5 + 7 * weeks });
      return fixedReading('other', saturday, saturday.add({ days: 1 }));
    },
  },
  {
    shape: new RegExp(`^(?:de |the )?${WHICH} ${AMOUNT}$`),
    read: ({ which = '', ...words }, today) => {
      if (THIS.includes(which)) return undefined;
      const amount = amountOf(words);
      return FORWARD.has(which)
        ? fixedReading('other', today, today.add(amount).subtract({ days: 1 }))
        : fixedReading('other', today.subtract(amount).add({ days: 1 }), today);
    },
  },
  {
    shape: new RegExp(`^(?:over|in|binnen) ${AMOUNT}$`),
    read: (words, today) => fixedReading('day', today.add(amountOf(words))),
  },
  {
    shape: new RegExp(`^${AMOUNT} (?:geleden|ago)$`),
    read: (words, today) => fixedReading('day', today.subtract(amountOf(words))),
  },
  {
    shape: new RegExp(
      `^(?:${WHICH} (?<short>${anyOf(weekdayNumbers.keys())})|(?<full>${anyOf(fullWeekdays)}))$`,
    ),
    read: ({ which, short = '', full = '' }, today) => {
      const weekday = weekdayNumbers.get(short || full) ?? 1;
      return fixedReading('day', weekdayFrom(today, weekday, which));
    },
  },
];

function calendarUnit(unit: string, shift: number, today: Temporal.PlainDate): Reading {
  if (unit === 'week') {
    const monday = mondayOf(today).add({ weeks: shift });
    return fixedReading('week', monday, monday.add({ days: 6 }));
  }
  const months = unit === 'maand' || unit === 'month' ? 1 : 3;
  const first = today.with({ day: 1, month: today.month - ((today.month - 1) % months) });
  const start = first.add({ months: shift * months });
  const grain = months === 1 ? 'month' : 'quarter';
  return fixedReading(grain, start, start.add({ months }).subtract({ days: 1 }));
}

function weekdayFrom(today: Temporal.PlainDate, weekday: number, which: string | undefined) {
  const ahead = (weekday - today.dayOfWeek + 7) % 7;
  if (which === undefined) return today.add({ days: ahead });
  if (COMING.includes(which)) return today.add({ days: ahead || 7 });
  if (LAST.includes(which)) return today.subtract({ days: 7 - ahead });
  return mondayOf(today).add({ weeks: shiftOf(which), days: weekday - 1 });
}

function shiftOf(which: string): number {
  if (FORWARD.has(which)) return 1;
  return LAST.includes(which) ? -1 : 0;
}

/** What the groups of `AMOUNT` say; without a count it is half a year. */
export function amountOf({
  count = '6',
  unit = 'maanden',
}: Readonly<Record<string, string | undefined>>): Temporal.DurationLike {
  const number = countNumbers.get(count) ?? Number(count);
  const units = UNITS[unit] ?? 'days';
  return units === 'quarters' ? { months: number * 3 } : { [units]: number };
}
