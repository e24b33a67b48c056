import type { SendMailOptions } from 'nodemailer';
import type { Outgoing } from '../../domain/delivery/platform.ts';
import { translator } from '../../i18n/translate.ts';
import type { Message } from '../../reply/reply.ts';

/**
 * The headers that tell mail programs what this is: sent by a program, so that nothing answers it by itself
 * (RFC 3834), how to stop it, and for a digest which list it belongs to (RFC 2919). A person stops it in one
 * click (RFC 8058); without a `stopUrl` it went to a shared list, and one reader's click must not stop it for
 * all: then it is asked for by mail (RFC 2369).
 */
export function mailHeaders(
  { delivery, kind, locale }: Outgoing<Message>,
  publicUrl: string,
  { from, stopUrl }: { from: string; stopUrl: string | undefined },
): Pick<SendMailOptions, 'headers' | 'list'> & { messageId: string } {
  const domain = new URL(publicUrl).hostname;
  const name = translator(locale)('mail.list-name');
  return {
    // The same at every attempt, so that a mailbox that got it twice can tell.
    messageId: `<${delivery.replaceAll(/[^A-Za-z0-9._-]/g, '-')}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': locale,
      'X-Campagneregie-Delivery': delivery,
      // Ready as it is: the address may not be folded or encoded.
      'List-Unsubscribe': { prepared: true, value: `<${stopUrl ?? `mailto:${addressIn(from)}`}>` },
      ...(stopUrl === undefined ? {} : { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
      ...(kind === 'digest' ? { 'List-Id': { prepared: true, value: `${name} <digest.${domain}>` } } : {}),
    },
  };
}

/** The bare address in "Name <address>". */
function addressIn(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1]?.trim() ?? from.trim();
}
