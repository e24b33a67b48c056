import type { Locale } from '../../core/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import { attributes, escapeHtml } from './escape.ts';

export interface NavLink {
  label: string;
  href: string;
  current?: boolean;
  /** The language of the page behind it, when it is another one. */
  lang?: Locale;
}

export interface DocumentParts {
  t: Translate;
  locale: Locale;
  title: string;
  nav: readonly NavLink[];
  /** HTML: whoever makes it has escaped it. */
  main: string;
  /** Addresses of feeds that calendar apps may find by themselves. */
  feeds?: readonly { title: string; href: string }[];
  /** Pages that no search engine should keep. */
  hidden?: boolean;
}

/** A whole page around its content. It needs no script, and no style but /style.css. */
export function htmlDocument(parts: DocumentParts): string {
  const { t, locale, title, nav, main, feeds = [], hidden = false } = parts;
  const links = nav.map(({ label, href, current, lang }) => {
    const link = attributes({ href, 'aria-current': current ? 'page' : undefined, lang, hreflang: lang });
    return `<li><a${link}>${escapeHtml(label)}</a></li>`;
  });
  const found = feeds.map((feed) => `<link rel="alternate" type="text/calendar"${attributes(feed)}>`);
  return [
    `<!doctype html>\n<html lang="${locale}">\n<head>\n<meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    hidden ? '<meta name="robots" content="noindex">' : '',
    `<title>${escapeHtml(title)} · ${escapeHtml(t('page.site'))}</title>`,
    '<link rel="stylesheet" href="/style.css">',
    '<link rel="icon" href="/icon.svg" type="image/svg+xml">',
    ...found,
    '</head>\n<body>',
    `<a class="skip" href="#main">${escapeHtml(t('page.skip'))}</a>`,
    '<header class="site-head"><div class="wrap">',
    `<a class="brand" href="/">${escapeHtml(t('page.site'))}</a>`,
    `<nav aria-label="${escapeHtml(t('page.site'))}"><ul>${links.join('')}</ul></nav>`,
    '</div></header>',
    `<main id="main" class="wrap">${main}</main>`,
    `<footer class="site-foot"><div class="wrap"><p>${escapeHtml(t('page.footer'))}</p></div></footer>`,
    '</body>\n</html>\n',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
