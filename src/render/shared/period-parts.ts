import type { Translate } from '../../i18n/translate.ts';
import type { FormField } from '../../reply/reply.ts';
import { cleanLine } from './clean-text.ts';
import { isDay, singleValue } from './form-values.ts';

/** What stands behind a period's name in the ids of its two days. */
export const FIRST_DAY = ':van';
export const LAST_DAY = ':tot';

const BETWEEN = /\s*(?:\bt\/m\b|\.{2,3}|\btot\b|\bto\b)\s*/;

/**
 * A period as three fields: its first day, its last day, and, under its own name, words such as "okt-nov".
 * None is required, since one of them is enough. The period's error stands with the words.
 */
export function periodParts(field: FormField, t: Translate): [FormField, FormField, FormField] {
  const { name, error } = field;
  const label = cleanLine(field.label) || name;
  const days = daysIn(field);
  const [first, last] = days ?? [];
  const day = { required: false, input: 'date' } as const;
  const hint = [
    t(field.required ? 'render.period-needed' : 'render.period-either'),
    t('render.period-words-win'),
    cleanLine(field.hint ?? ''),
  ];
  return [
    { ...day, name: name + FIRST_DAY, label: t('render.period-first', { label }), ...valued(first) },
    { ...day, name: name + LAST_DAY, label: t('render.period-last', { label }), ...valued(last) },
    {
      name,
      label: t('render.period-words', { label }),
      hint: hint.filter((part) => part !== '').join(' '),
      required: false,
      input: 'text',
      ...(days ? {} : valued(singleValue(field))),
      ...(error === undefined ? {} : { error }),
    },
  ];
}

/** The days of a period that was given as one or two ISO dates; undefined for any other words. */
function daysIn(field: FormField): string[] | undefined {
  const days = singleValue(field).trim().split(BETWEEN);
  return days.length <= 2 && days.every(isDay) ? days : undefined;
}

function valued(value: string | undefined): { value?: string } {
  return value === undefined ? {} : { value };
}
