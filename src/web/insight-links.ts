import { z } from 'zod';
import { todayAt } from '../core/clock.ts';
import { LOCALES, type Locale } from '../core/locale.ts';
import { deriveKey, markOf, readSigned, signText } from '../core/secrets.ts';
import type { Actor } from '../domain/access/actor.ts';
import { type InsightQuery, insightQuery } from '../domain/insight/query.ts';
import { type Id, idOf } from '../domain/shared/record.ts';
import type { TimelineLinkOptions } from './timeline-links.ts';

export type InsightKind = 'png' | 'csv';

/** Whose picture or file a link is, of what, and in which language. */
export interface LinkedInsight {
  person: Id<'person'>;
  locale: Locale;
  kind: InsightKind;
  query: InsightQuery;
}

export interface InsightLinks {
  /**
   * The address of a picture for 47 to 48 hours, or of a file for one to two; undefined for an actor without a person.
   * It is another one after each change, since chat programs keep a picture by its address.
   */
  linkFor(actor: Actor, query: InsightQuery, kind: InsightKind, revision: number): string | undefined;
  /** What a signed text says; undefined when it is not ours or has expired. */
  read(signed: string): LinkedInsight | undefined;
}

/** A picture stays in a conversation and is fetched again; a file is fetched once. */
const HOURS = { png: 48, csv: 2 };
const HOUR = 3_600;

const signedParts = z.tuple([
  idOf('person'),
  z.enum(LOCALES as [Locale, ...Locale[]]),
  z.number(),
  z.enum(['png', 'csv']),
  insightQuery,
  z.string(),
]);

/** Makes and reads the addresses of what a coordinator sees of the whole. Who opens one is looked at anew each time. */
export function insightLinks({ key, publicUrl, now }: TimelineLinkOptions): InsightLinks {
  const linkKey = deriveKey(key, 'insight links');
  const markKey = deriveKey(key, 'insight marks');
  const seconds = () => Math.floor(now().epochMilliseconds / 1_000);
  return {
    linkFor({ person, locale }, query, kind, revision) {
      if (person === undefined) return undefined;
      // Whole hours, so that what is shown twice in an hour is fetched once.
      const expires = (Math.floor(seconds() / HOUR) + HOURS[kind]) * HOUR;
      const mark = markOf(markKey, `${revision} ${todayAt(now())}`);
      const signed = signText(linkKey, JSON.stringify([person, locale, expires, kind, query, mark]));
      return `${publicUrl}/inzicht/${signed}.${kind}`;
    },
    read(signed) {
      const text = readSigned(linkKey, signed);
      if (text === undefined) return undefined;
      const [person, locale, expires, kind, query] = signedParts.safeParse(JSON.parse(text)).data ?? [];
      if (!person || !locale || !kind || !query || !expires || expires <= seconds()) return undefined;
      return { person, locale, kind, query };
    },
  };
}
