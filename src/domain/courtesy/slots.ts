import { mondayOf } from '../../core/dates/iso-week.ts';
import { localMoment, type WorkingHours, workingDayFrom } from './working-time.ts';

/** When someone is written to, as settings say it. */
export interface SlotSettings extends WorkingHours {
  /** The weekday of the digest (1 is Monday) and its local time, which is that of the other morning too. */
  weekday: number;
  time: string;
  /** Channels get no second morning. */
  secondMorning: boolean;
}

/** A morning on which a message may come: the day as it is there (ISO date), and the moment. */
export interface Slot {
  day: string;
  at: Temporal.Instant;
  /** Whether it is the day of the weekly digest. */
  digest: boolean;
}

/** Where someone stands among the mornings: the last one that has begun, the next one, and the last digest day. */
export interface SlotPlace {
  current: Slot;
  next: Slot;
  digest: Slot;
}

/** The second morning comes this many working days after the digest: Monday and Thursday. */
const APART = 3;
const PER_WEEK = 2;

/**
 * The last morning at or before a moment, and the next. A digest day that is a holiday moves to the next working
 * day, the other morning to the one before (DESIGN decision 7); on the same day they are one.
 */
export function slotsAt(at: Temporal.Instant, settings: SlotSettings): SlotPlace {
  const monday = mondayOf(at.toZonedDateTimeISO(settings.zone).toPlainDate());
  const slots = slotsBetween(monday.subtract({ weeks: 3 }), 7, settings);
  const begun = slots.filter((slot) => Temporal.Instant.compare(slot.at, at) <= 0);
  const current = begun.at(-1);
  const next = slots[begun.length];
  const digest = begun.findLast((slot) => slot.digest);
  if (!current || !next || !digest) throw new RangeError(`no mornings around ${at} in ${settings.zone}`);
  return { current, next, digest };
}

/** The mornings that come out of so many weeks, in order; `monday` is the first of them. */
export function slotsBetween(monday: Temporal.PlainDate, weeks: number, settings: SlotSettings): Slot[] {
  const wanted = Array.from({ length: weeks }, (_, index) => monday.add({ weeks: index })).flatMap(
    (first) => {
      const digest = workingDayFrom(first.add({ days: settings.weekday - 1 }), 1);
      const other = workingDayFrom(first.add({ days: (settings.weekday - 1 + APART) % 5 }), -1);
      return [
        { day: digest.toString(), digest: true },
        ...(settings.secondMorning ? [{ day: other.toString(), digest: false }] : []),
      ];
    },
  );
  const days = new Map<string, boolean>();
  for (const { day, digest } of wanted) days.set(day, digest || (days.get(day) ?? false));
  const byWeek = Map.groupBy([...days.keys()].sort(), (day) =>
    mondayOf(Temporal.PlainDate.from(day)).toString(),
  );
  return [...byWeek.values()]
    .flatMap((inWeek) => fewEnough(inWeek, days))
    .map((day) => ({
      day,
      digest: days.get(day) ?? false,
      at: localMoment(Temporal.PlainDate.from(day), timeOf(settings), settings.zone),
    }));
}

/** What a holiday moved into another week makes no third morning there: the last one that is no digest gives way. */
function fewEnough(inWeek: readonly string[], digests: ReadonlyMap<string, boolean>): readonly string[] {
  if (inWeek.length <= PER_WEEK) return inWeek;
  const last = inWeek.findLast((day) => !digests.get(day));
  return last === undefined
    ? inWeek
    : fewEnough(
        inWeek.filter((day) => day !== last),
        digests,
      );
}

/** Never before someone begins to work, and never after: then it comes as the day begins. */
function timeOf({ time, from, until }: SlotSettings): string {
  return time < from || time >= until ? from : time;
}
