import type { Locale } from '../../core/locale.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { htmlDocument } from '../../render/html/document.ts';
import { escapeHtml } from '../../render/html/escape.ts';

/** What every public page needs: its language, and the addresses that keep that language. */
export interface PageContext {
  t: Translate;
  locale: Locale;
  today: Temporal.PlainDate;
  /** Whether the console is there to link to. */
  console: boolean;
  /** The page's own address without its language. */
  path: string;
  query: Readonly<Record<string, string>>;
}

/** The language that a page is asked in: Dutch unless it says ?taal=en. */
export function pageContext(
  given: Omit<PageContext, 't' | 'locale'> & { asked: string | undefined },
): PageContext {
  const { asked, ...rest } = given;
  const locale: Locale = asked === 'en' ? 'en' : 'nl';
  return { ...rest, locale, t: translator(locale) };
}

/** An address on this site with its query; the language of the page is kept. */
export function addressOf(
  { locale }: Pick<PageContext, 'locale'>,
  path: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const all = new URLSearchParams(query);
  if (locale !== 'nl') all.set('taal', locale);
  return all.size > 0 ? `${path}?${all}` : path;
}

/** A public page around its content, with the way to the calendar and to the other language. */
export function publicPage(
  context: PageContext,
  title: string,
  main: string,
  feeds: readonly { title: string; href: string }[] = [],
): string {
  const { t, locale, path, query } = context;
  const other: Locale = locale === 'nl' ? 'en' : 'nl';
  return htmlDocument({
    t,
    locale,
    title,
    main,
    feeds,
    nav: [
      { label: t('page.calendar'), href: addressOf(context, '/'), current: path === '/' },
      ...(context.console ? [{ label: t('page.console'), href: '/console' }] : []),
      {
        label: t('page.other-language'),
        href: addressOf({ locale: other }, path, query),
        lang: other,
      },
    ],
  });
}

/** A page that only says something: what is wrong, and the way back. */
export function plainPage(context: PageContext, title: string, text: string): string {
  const { t } = context;
  const back = escapeHtml(addressOf(context, '/'));
  return publicPage(
    context,
    title,
    `<h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(text)}</p><p><a href="${back}">${escapeHtml(t('page.back'))}</a></p>`,
  );
}
