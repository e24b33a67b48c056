import type { Locale } from '../core/locale.ts';
import { guardOf } from '../domain/access/guard.ts';
import { canSee, publicScope, type Scope, scopeOf } from '../domain/access/visibility.ts';
import { actorOf } from '../domain/person/actor-of.ts';
import type { Store } from '../domain/ports.ts';
import { pick } from '../domain/records.ts';
import type { Id } from '../domain/shared/record.ts';
import { buildFeed, type RevisedEntry } from '../feeds/build-feed.ts';
import { translator } from '../i18n/translate.ts';
import { entriesFrom } from './feed-entries.ts';

export interface CalendarFileOptions {
  store: Store;
  now: () => Temporal.Instant;
  publicUrl: string;
}

type Recipient = Id<'person' | 'subscription'>;

/**
 * Makes the calendar file that goes with a mail: these campaigns as far as the recipient may see them,
 * under the UIDs of the feeds. Undefined when none of them has dates.
 */
export function calendarFile(
  options: CalendarFileOptions,
): (campaigns: readonly Id<'campaign'>[], recipient: Recipient) => Promise<string | undefined> {
  return async (campaigns, recipient) => {
    const { store, now } = options;
    const reader = await readerOf(options, recipient);
    if (!reader) return undefined;
    const { scope, locale } = reader;
    const found = await store.getMany([...new Set(campaigns)]);
    const visible = [...found.values()].filter((record) => canSee(scope, guardOf(record)));
    const entries = await entriesFrom(visible, locale, scope, options);
    if (entries.length === 0) return undefined;
    const stamp = now().round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();
    const revised = entries.map((entry): RevisedEntry => {
      // Its version rises with each change: a later mail about the same campaign replaces this entry.
      const id: Id<'campaign'> = `campaign/${entry.uid.slice(0, entry.uid.lastIndexOf('@'))}`;
      return { ...entry, stamp, sequence: pick(found, id)?.version ?? 0 };
    });
    const title = translator(locale)('mail.calendar-title');
    return published(buildFeed({ title, locale, entries: revised }));
  };
}

/** A person reads with the own rights; a mailing list has unknown readers, so it reads as the public. */
async function readerOf(
  { store, now }: CalendarFileOptions,
  recipient: Recipient,
): Promise<{ scope: Scope; locale: Locale } | undefined> {
  if (recipient.startsWith('person/')) {
    const actor = await actorOf(store, recipient as Id<'person'>, now());
    return actor && { scope: scopeOf(actor, now()), locale: actor.locale };
  }
  const list = await store.get(recipient as Id<'subscription'>);
  return list && { scope: publicScope(now()), locale: list.locale };
}

/** As an attachment it says METHOD:PUBLISH, which must be what the mail's content type says (RFC 6047 2.4). */
function published(text: string): string {
  return text.replace('\r\nBEGIN:', '\r\nMETHOD:PUBLISH\r\nBEGIN:');
}
