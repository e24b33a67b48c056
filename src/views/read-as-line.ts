import { formatPeriod } from '../core/dates/format-date.ts';
import { nameOf } from '../domain/names.ts';
import type { ReadAs } from '../domain/search/read-as.ts';
import type { Kind } from '../domain/shared/record.ts';
import { hasMessage } from '../i18n/translate.ts';
import type { View } from './view.ts';

/** How a question was read, in words; undefined when it was read as it stands. */
export function readAsLine({ kinds, period, slips, terms }: ReadAs, view: View): string | undefined {
  const { t, locale, today } = view;
  const kindWord = (kind: Kind): string => {
    const key = `choice.${kind}`;
    return hasMessage(key) ? t(key) : kind;
  };
  const parts = [
    ...(kinds.length > 0 ? [t('search.read-kinds', { kinds: kinds.map(kindWord).join(', ') })] : []),
    ...(period ? [t('search.read-period', { period: formatPeriod(period, locale, today) })] : []),
    ...terms.map(({ typed, term }) => t('search.read-word', { typed, name: nameOf(term, locale) })),
    ...slips.map(({ typed, taken }) => t('search.read-word', { typed, name: taken.slice(0, 2).join(', ') })),
  ];
  return parts.length === 0 ? undefined : t('search.read-as', { parts: parts.join('; ') });
}
