import type { Message } from '../../reply/reply.ts';
import { attributes, escapeHtml } from '../html/escape.ts';
import { buttonsMail } from './buttons-mail.ts';
import type { MailContext } from './context.ts';
import { paragraph, sectionMail } from './section-mail.ts';
import { BRAND, LAYOUT, LINE, PAPER, STYLE, WIDTH } from './style.ts';

/** The whole mail as HTML. `more` is the sentence under a message that was cut. */
export function documentMail(message: Message, title: string, more: string, context: MailContext): string {
  const { t, locale } = context;
  const body = [
    ...message.sections.map((section) => sectionMail(section, context)),
    message.next ? buttonsMail([message.next], context, { unnamed: t('render.next-page') }) : '',
    more === '' ? '' : paragraph([{ text: `${more} ` }, siteLink(context)], STYLE.text, context),
  ].join('');
  return [
    `<!doctype html>\n<html${attributes({ lang: locale })}>\n<head>\n<meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light">',
    `<title>${escapeHtml(title)}</title>\n</head>`,
    `<body${attributes({ style: STYLE.body })}>`,
    `<table ${LAYOUT} width="100%" bgcolor="${PAPER}" style="table-layout:fixed;"><tr><td align="center" style="padding:16px 8px;">`,
    `<table ${LAYOUT} width="${WIDTH}" bgcolor="#ffffff" style="width:${WIDTH}px;max-width:100%;background-color:#ffffff;border:1px solid ${LINE};">`,
    `<tr><td style="padding:14px 32px;border-top:4px solid ${BRAND};border-bottom:1px solid ${LINE};"><p${attributes({ style: STYLE.brand })}>${escapeHtml(t('page.site'))}</p></td></tr>`,
    `<tr><td align="left" style="padding:24px 32px 16px 32px;word-wrap:break-word;overflow-wrap:break-word;"><h1${attributes({ style: STYLE.title })}>${escapeHtml(title)}</h1>`,
    `${body}</td></tr>`,
    `<tr><td align="left" style="padding:16px 32px;border-top:1px solid ${LINE};">${footerMail(context)}</td></tr>`,
    '</table>\n</td></tr></table>\n</body>\n</html>\n',
  ].join('\n');
}

function footerMail(context: MailContext): string {
  const { t, footer } = context;
  const { stopUrl } = footer;
  const stop = stopUrl === undefined ? [] : [{ text: ' · ' }, { text: t('mail.stop'), href: stopUrl }];
  return [
    paragraph(footer.reason, STYLE.soft, context),
    ...(stopUrl === undefined ? [paragraph(t('mail.stop-list'), STYLE.soft, context)] : []),
    paragraph([siteLink(context), ...stop], STYLE.soft, context),
  ].join('\n');
}

function siteLink({ t, footer }: MailContext): { text: string; href: string } {
  return { text: t('mail.site'), href: `${footer.siteUrl}/` };
}
