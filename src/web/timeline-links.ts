import { todayAt } from '../core/clock.ts';
import { LOCALES, type Locale } from '../core/locale.ts';
import { deriveKey, markOf, readSigned, signText } from '../core/secrets.ts';
import type { Actor } from '../domain/access/actor.ts';
import { type Id, idOf } from '../domain/shared/record.ts';

/** Whose picture a link shows, and in which language. */
export interface LinkedTimeline {
  person: Id<'person'>;
  locale: Locale;
}

export interface TimelineLinks {
  /**
   * The address of this person's picture for 47 to 48 hours; undefined for an actor without a person. It
   * is another one after each change of the calendar and each day, since chat programs keep a picture.
   */
  linkFor(actor: Actor, revision: number): string | undefined;
  /** What a signed text says; undefined when it is not ours or has expired. */
  read(signed: string): LinkedTimeline | undefined;
}

export interface TimelineLinkOptions {
  key: Buffer;
  /** Without a slash at the end. */
  publicUrl: string;
  now: () => Temporal.Instant;
}

const HOURS = 48;
const HOUR = 3_600;

const personId = idOf('person');

/** Makes and reads the addresses of the pictures. Whoever has one sees what its person may see. */
export function timelineLinks({ key, publicUrl, now }: TimelineLinkOptions): TimelineLinks {
  const linkKey = deriveKey(key, 'timeline links');
  const markKey = deriveKey(key, 'timeline marks');
  const seconds = () => Math.floor(now().epochMilliseconds / 1_000);

  return {
    linkFor({ person, locale }, revision) {
      if (person === undefined) return undefined;
      // Whole hours, so that what is shown twice in an hour is fetched once.
      const expires = (Math.floor(seconds() / HOUR) + HOURS) * HOUR;
      const mark = markOf(markKey, `${revision} ${todayAt(now())}`);
      return `${publicUrl}/tijdlijn/${signText(linkKey, JSON.stringify([person, locale, expires, mark]))}.png`;
    },
    read(signed) {
      const text = readSigned(linkKey, signed);
      if (text === undefined) return undefined;
      const [person, locale, expires] = JSON.parse(text) as unknown[];
      const known = personId.safeParse(person).data;
      const language = LOCALES.find((one) => one === locale);
      if (!known || !language || typeof expires !== 'number' || expires <= seconds()) return undefined;
      return { person: known, locale: language };
    },
  };
}
