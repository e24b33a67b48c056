import type { Context } from '../../src/command/command.ts';
import type { Scope } from '../../src/domain/access/visibility.ts';
import {
  asReleased,
  type Newsletter,
  newsletterFor,
  newsletterRecords,
  partnersScope,
} from '../../src/domain/digest/newsletter.ts';
import type { NewsletterRecord } from '../../src/domain/newsletter/newsletter-record.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { Message } from '../../src/reply/reply.ts';
import { newsletterMessage } from '../../src/views/newsletter-view.ts';
import type { View } from '../../src/views/view.ts';
import { viewOf } from '../../src/views/view-of.ts';

/** The newsletter of a quarter as it is now. It goes to all partners, so nothing in it is read with the asker's own eyes. */
export async function letterOf(
  context: Context,
  quarter: string,
  record: NewsletterRecord | undefined,
): Promise<{ letter: Newsletter; view: View; message: Message }> {
  const { store, now, publicUrl, audience } = context;
  const content = await newsletterFor(store, quarter, now);
  const letter = record?.sentAt ? asReleased(content, record) : content;
  const view = await viewOf({ ...context, scope: partnersScope(now) }, newsletterRecords(letter));
  const message = newsletterMessage(letter, record, view, { publicUrl, forPartners: audience === 'private' });
  return { letter, view, message };
}

/** The newsletter that was sent last. */
export async function lastSent(store: Store, scope: Scope): Promise<NewsletterRecord | undefined> {
  const sent = (await store.list('newsletter', scope)).filter(({ sentAt }) => sentAt !== undefined);
  return sent.sort((a, b) => ((a.sentAt ?? '') < (b.sentAt ?? '') ? 1 : -1))[0];
}
