import type { Message } from '../../reply/reply.ts';
import { cleanLine } from '../shared/clean-text.ts';
import { shorten } from '../shared/split-text.ts';
import type { MailContext } from './context.ts';
import { documentMail } from './document-mail.ts';
import { type Cut, fitMessage } from './fit-message.ts';
import { textMail } from './text-mail.ts';

export type { MailContext } from './context.ts';

export interface RenderedMail {
  /** One line. */
  subject: string;
  text: string;
  html: string;
}

/** Gmail hides what comes after 102 kB; some room is left for what mail servers add. */
const LARGEST_HTML = 95_000;
const LONGEST_SUBJECT = 120;
const LONGEST_TITLE = 300;

/** A message as a mail, in HTML that Outlook can show and as plain text. What does not fit is on the site. */
export function renderMail(message: Message, context: MailContext): RenderedMail {
  const title = shorten(cleanLine(message.title), LONGEST_TITLE) || context.t('mail.subject');
  const htmlOf = (cut: Cut) => documentMail(cut.message, title, moreText(cut, context), context);
  const cut = fitMessage(message, (tried) => Buffer.byteLength(htmlOf(tried)) <= LARGEST_HTML);
  return {
    subject: shorten(title, LONGEST_SUBJECT),
    text: textMail(cut.message, title, moreText(cut, context), context),
    html: htmlOf(cut),
  };
}

/** The sentence under a message of which not everything fits or can be reached from a mail. */
function moreText({ message, isWhole, entriesLeft }: Cut, { t, linkFor }: MailContext): string {
  if (!isWhole) return t('mail.more', { count: entriesLeft });
  return message.next && linkFor(message.next) === undefined ? t('mail.more', { count: 0 }) : '';
}
