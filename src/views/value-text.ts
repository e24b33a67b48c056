import { formatPeriod } from '../core/dates/format-date.ts';
import { hasMessage } from '../i18n/translate.ts';
import type { View } from './view.ts';

/** Any field's value in words: names for ids, dates as people write them. For showing what was changed. */
export function valueText(value: unknown, view: View): string {
  if (value === undefined || value === null || value === '') return '-';
  if (typeof value === 'string') return wordFor(value, view);
  if (Array.isArray(value)) return value.map((one) => valueText(one, view)).join(', ') || '-';
  if (typeof value !== 'object') return String(value);
  if ('start' in value && 'end' in value)
    return formatPeriod(value as { start: string; end: string }, view.locale, view.today);
  if ('organisation' in value) return valueText(value.organisation, view);
  if ('title' in value) return valueText(value.title, view);
  if ('text' in value) return valueText(value.text, view);
  return JSON.stringify(value);
}

function wordFor(text: string, { name, t }: View): string {
  const key = `choice.${text}`;
  return name(text) ?? (hasMessage(key) ? t(key) : text);
}

/** Every id among these values, so that their names can be read. */
export function idsAmong(values: readonly unknown[]): string[] {
  return values.flatMap((value): string[] => {
    if (typeof value === 'string') return /^[a-z]+\/[a-z0-9]/.test(value) ? [value] : [];
    if (Array.isArray(value)) return idsAmong(value);
    return typeof value === 'object' && value !== null ? idsAmong(Object.values(value)) : [];
  });
}
