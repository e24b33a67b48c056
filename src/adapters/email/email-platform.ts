import type { SendMailOptions } from 'nodemailer';
import { z } from 'zod';
import type { Outgoing, Platform } from '../../domain/delivery/platform.ts';
import type { Id } from '../../domain/shared/record.ts';
import { translator } from '../../i18n/translate.ts';
import { renderMail } from '../../render/mail/render-mail.ts';
import type { Action, Message } from '../../reply/reply.ts';
import { actionsIn } from './actions-in.ts';
import type { AnswerLinks } from './answer-links.ts';
import { mailHeaders } from './mail-headers.ts';
import type { MailTransport } from './mail-transport.ts';
import { failedResult } from './smtp-outcome.ts';

export interface EmailOptions {
  transport: MailTransport;
  /** MAIL_FROM. */
  from: string;
  /** Without a slash at the end. */
  publicUrl: string;
  links: AnswerLinks;
  /** The public page that shows what a button would, if there is one. */
  pageFor: (action: Action) => Promise<string | undefined>;
  /** The campaigns that have dates as a calendar file, as far as the recipient may see them. */
  calendarFor: (
    campaigns: readonly Id<'campaign'>[],
    recipient: Id<'person' | 'subscription'>,
  ) => Promise<string | undefined>;
  /** For faults of our own while a mail is made; what the mail server does comes back as a result. */
  onError: (error: unknown) => void;
}

const mailAddress = z.email();

/** E-mail as a road for messages: each with links to answer, and its campaigns as a calendar file. */
export function emailPlatform(options: EmailOptions): Platform<Message> {
  return {
    name: 'email',
    async send(outgoing, signal) {
      if (!mailAddress.safeParse(outgoing.road.address).success)
        return { type: 'closed', reason: 'no mail address' };
      let mail: SendMailOptions & { messageId: string };
      try {
        mail = await makeMail(outgoing, options);
      } catch (error) {
        options.onError(error);
        return { type: 'busy', scope: 'channel', reason: 'the mail could not be made' };
      }
      const handover = await options.transport.send(mail, signal);
      return handover.ok ? { type: 'sent', platformId: mail.messageId } : failedResult(handover);
    },
  };
}

async function makeMail(
  outgoing: Outgoing<Message>,
  { from, publicUrl, links, pageFor, calendarFor }: EmailOptions,
): Promise<SendMailOptions & { messageId: string }> {
  const { kind, recipient, locale, message, campaigns, road } = outgoing;
  const t = translator(locale);
  const person = isPerson(recipient) ? recipient : undefined;
  const stopUrl = person && links.stopLinkFor(person);
  const addresses = new Map<Action, string | undefined>();
  for (const action of actionsIn(message))
    addresses.set(action, (person && links.linkFor(person, road.address, action)) ?? (await pageFor(action)));
  const { subject, text, html } = renderMail(message, {
    t,
    locale,
    linkFor: (action) => addresses.get(action),
    footer: { reason: t(`mail.reason-${kind}`), stopUrl, siteUrl: publicUrl },
  });
  const calendar = campaigns.length > 0 ? await calendarFor(campaigns, recipient) : undefined;
  return {
    from,
    to: { name: '', address: road.address },
    subject,
    text,
    html,
    ...mailHeaders(outgoing, publicUrl, { from, stopUrl }),
    attachments: calendar === undefined ? [] : [calendarAttachment(calendar)],
  };
}

/** A mailing list has many readers, so its mails hold nothing that acts as one of them, or stops it for all. */
function isPerson(recipient: Id<'person' | 'subscription'>): recipient is Id<'person'> {
  return recipient.startsWith('person/');
}

function calendarAttachment(content: string): NonNullable<SendMailOptions['attachments']>[number] {
  return { filename: 'campagnes.ics', content, contentType: 'text/calendar; charset=utf-8; method=PUBLISH' };
}
