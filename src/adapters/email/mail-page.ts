import type { Locale } from '../../core/locale.ts';
import { translator } from '../../i18n/translate.ts';
import { htmlDocument } from '../../render/html/document.ts';
import { attributes, escapeHtml } from '../../render/html/escape.ts';

/** A page that a link in a mail opens. `body` is HTML: whoever makes it has escaped it. */
export function mailPage(locale: Locale, title: string, body: string): string {
  const t = translator(locale);
  const nav = [{ label: t('page.calendar'), href: locale === 'en' ? '/?taal=en' : '/' }];
  return htmlDocument({ t, locale, title, nav, main: body, hidden: true });
}

/** A page that only says something. */
export function saying(locale: Locale, title: string, text: string, more = ''): string {
  const heading = `<h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(text)}</p>`;
  return mailPage(locale, title, heading + more);
}

/** One button that posts to the address of the page that it stands on. */
export function postButton(address: string, label: string): string {
  return `<form method="post"${attributes({ action: address })}><button class="cr-button cr-button-primary" type="submit">${escapeHtml(label)}</button></form>`;
}
