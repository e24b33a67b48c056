import type { Locale } from '../core/locale.ts';
import type { Translate } from '../i18n/translate.ts';

/** What every view needs to put a record into words. It never reads the store. */
export interface View {
  t: Translate;
  locale: Locale;
  today: Temporal.PlainDate;
  /** A record's name in the reader's tongue; undefined when the reader may not see it. */
  name: (id: string) => string | undefined;
}

/** The names of several records as "a, b en c"; those that the reader may not see are left out. */
export function nameList({ name, locale }: View, ids: readonly string[]): string {
  const names = ids.map(name).filter((text) => text !== undefined);
  return names.length < 2 ? (names[0] ?? '') : listFormats[locale].format(names);
}

/** Made once: making one takes longer than all the rest of a line. */
const listFormats: Record<Locale, Intl.ListFormat> = {
  nl: new Intl.ListFormat('nl', { type: 'conjunction' }),
  en: new Intl.ListFormat('en', { type: 'conjunction' }),
};
