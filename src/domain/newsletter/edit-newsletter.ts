import { Refusal } from '../../core/errors.ts';
import { isCoordinator, require } from '../access/may.ts';
import type { By } from '../change-one.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { type LetterPart, type NewsletterRecord, newsletterRecord } from './newsletter-record.ts';

/** The id of the newsletter of a quarter (2027-Q1). */
export function newsletterId(quarter: string): Id<'newsletter'> {
  return `newsletter/${quarter.toLowerCase()}`;
}

/** What is done to one part: another text, left out (an empty text), or as the bot writes it (undefined). */
export interface PartEdit {
  part: LetterPart | 'title';
  text: string | undefined;
}

/** Changes a part of a newsletter that was not sent yet. Coordinators only. */
export function editNewsletter(
  store: Store,
  by: By,
  quarter: string,
  { part, text }: PartEdit,
): Promise<NewsletterRecord> {
  return changeLetter(store, by, 'newsletter.edit', quarter, (letter) => {
    const edited = { ...letter, ...(by.actor.person ? { editedBy: by.actor.person } : {}) };
    if (part === 'title') return { ...edited, title: text === '' ? undefined : text };
    const { [part]: _old, ...others } = letter.parts;
    return { ...edited, parts: text === undefined ? others : { ...others, [part]: text } };
  });
}

/**
 * A coordinator says that a newsletter goes to everyone who is subscribed: once, and it cannot be called back. `contents` is
 * what is in it as it was read.
 */
export function releaseNewsletter(
  store: Store,
  by: By,
  quarter: string,
  contents: Readonly<Record<string, string>>,
): Promise<NewsletterRecord> {
  return changeLetter(store, by, 'newsletter.send', quarter, (letter) => ({
    ...letter,
    sentAt: by.at.toString(),
    contents,
    ...(by.actor.person ? { sentBy: by.actor.person } : {}),
  }));
}

async function changeLetter(
  store: Store,
  by: By,
  action: string,
  quarter: string,
  update: (letter: NewsletterRecord) => NewsletterRecord,
): Promise<NewsletterRecord> {
  require(isCoordinator(by.actor), 'coordinators-only');
  const id = newsletterId(quarter);
  await store.change({
    actor: by.actor,
    action,
    at: by.at,
    ids: [id],
    ...(by.version === undefined ? {} : { expect: { [id]: by.version } }),
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: (current) => {
      const old = pick(current, id) ?? newsletterRecord.parse({ id, quarter, visibility: 'partners' });
      if (old.sentAt) throw new Refusal('newsletter-sent');
      return { put: [update(old) as AnyRecord], result: null };
    },
  });
  const stored = await store.get(id);
  if (!stored) throw new Refusal('not-found');
  return stored;
}
