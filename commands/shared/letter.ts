import type { Context } from '../../src/command/command.ts';
import { publicScope, type Scope } from '../../src/domain/access/visibility.ts';
import {
  type Newsletter,
  newsletterFor,
  newsletterRecords,
  partnersScope,
} from '../../src/domain/digest/newsletter.ts';
import type { NewsletterRecord } from '../../src/domain/newsletter/newsletter-record.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { Message } from '../../src/reply/reply.ts';
import { type LetterViews, newsletterMessage } from '../../src/views/newsletter-view.ts';
import { viewOf } from '../../src/views/view-of.ts';

/** The newsletter of a quarter as it is now, or as it was released. Nothing in it is read with the asker's own eyes. */
export async function letterOf(
  context: Context,
  quarter: string,
  record: NewsletterRecord | undefined,
): Promise<{ letter: Newsletter; views: LetterViews; message: Message }> {
  const { store, now, publicUrl, audience } = context;
  const letter = await newsletterFor(store, quarter, now, record?.sentAt ? record.contents : undefined);
  const records = newsletterRecords(letter);
  const views = {
    open: await viewOf({ ...context, scope: publicScope(now) }, records),
    partners: await viewOf({ ...context, scope: partnersScope(now) }, records),
  };
  const message = newsletterMessage(letter, record, views, {
    publicUrl,
    forPartners: audience === 'private',
  });
  return { letter, views, message };
}

/** The newsletter that was sent last. */
export async function lastSent(store: Store, scope: Scope): Promise<NewsletterRecord | undefined> {
  const sent = (await store.list('newsletter', scope)).filter(({ sentAt }) => sentAt !== undefined);
  return sent.sort((a, b) => ((a.sentAt ?? '') < (b.sentAt ?? '') ? 1 : -1))[0];
}
