import type { FieldValue } from '../../src/command/command.ts';
import { optional, periodText, text } from '../../src/command/fields.ts';
import { HOME_ZONE } from '../../src/core/clock.ts';
import { parsePeriod } from '../../src/core/dates/parse-period.ts';
import { parseTime } from '../../src/core/dates/parse-time.ts';
import { typedPeriod } from '../../src/core/dates/typed-period.ts';
import { Refusal } from '../../src/core/errors.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { checkPeriod } from '../../src/domain/campaign/check-period.ts';

/** A period that may be "onbekend", and the hours of an event; together they are a campaign's period. */
export const whenFields = {
  periode: periodText({ names: ['period', 'wanneer', 'when'], check: readDays }),
  tijd: optional(text({ names: ['time', 'tijden'], max: 40, check: readHours })),
};

const UNKNOWN = /^(onbekend|unknown|weet niet|nog niet bekend|\?|-)$/i;
const BETWEEN_TIMES = /\s*(?:-|–|tot|t\/m|to|until)\s*/;

/** The period that was typed; null for "onbekend". Refuses beside the field what cannot be read. */
export function periodFrom(
  typed: string,
  time: string | undefined,
  today: Temporal.PlainDate,
): Campaign['period'] {
  const days = readDays(typed, today);
  if (!days || !time) return days;
  const hours = readHours(time);
  if (hours.endTime && days.start === days.end && hours.endTime <= hours.startTime) throw wrongTime(time);
  return { ...days, ...hours };
}

function readDays(typed: string, today: Temporal.PlainDate): Campaign['period'] {
  if (UNKNOWN.test(typed.trim())) return null;
  const read = parsePeriod(typed, today);
  if (read.type === 'problem') throw new Refusal(read.code, { text: read.text.slice(0, 60) }, 'periode');
  const days = { start: read.start, end: read.end, zone: HOME_ZONE };
  checkPeriod(days);
  return days;
}

function readHours(time: string): { startTime: string; endTime?: string } {
  const [from, until] = time.split(BETWEEN_TIMES);
  const startTime = parseTime(from ?? '');
  const endTime = until === undefined ? undefined : parseTime(until);
  if (!startTime || (until !== undefined && !endTime)) throw wrongTime(time);
  return { startTime, ...(endTime ? { endTime } : {}) };
}

function wrongTime(time: string): Refusal {
  return new Refusal('time-not-understood', { text: time.slice(0, 40) }, 'tijd');
}

/** A stored period as the form shows it; nothing for one that is not known: words would stand over the days that someone chooses. */
export function whenOf({ period }: Campaign): Record<string, FieldValue> {
  if (!period) return {};
  const time = period.startTime && [period.startTime, period.endTime].filter(Boolean).join('-');
  return { periode: typedPeriod(period.start, period.end), ...(time ? { tijd: time } : {}) };
}
