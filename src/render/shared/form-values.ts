import type { FormField, FormOption, FormReply } from '../../reply/reply.ts';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const CLOCK_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const NUMBER = /^-?\d{1,15}(?:\.\d{1,6})?$/;
const YES: readonly string[] = ['ja', 'yes', 'true', '1', 'on', 'aan'];
const NO: readonly string[] = ['nee', 'no', 'false', '0', 'off', 'uit'];

/** What a flag field sends; the grammar of typed commands knows the same words. */
export const FLAG_SET = 'ja';
export const FLAG_NOT_SET = 'nee';

/** The name under which a form sends a field, apart from the hidden fields beside it. */
export function inputName(field: FormField): string {
  return `arg:${field.name}`;
}

/** The values of a field as a list, whatever their number. */
export function valuesOf(field: FormField): readonly string[] {
  return [field.value ?? []].flat().filter((value) => value !== '');
}

/** The value of a field that holds one. Several, in a field for free text, are joined as when typed. */
export function singleValue(field: FormField): string {
  return valuesOf(field).join(', ');
}

/** The options that are chosen now. */
export function chosenOptions(field: FormField): FormOption[] {
  const values = new Set(valuesOf(field));
  return (field.options ?? []).filter((option) => values.has(option.value));
}

/** What a flag field says now; undefined when it has not been answered. */
export function flagValue(field: FormField): typeof FLAG_SET | typeof FLAG_NOT_SET | undefined {
  const value = singleValue(field).trim().toLowerCase();
  if (YES.includes(value)) return FLAG_SET;
  return NO.includes(value) ? FLAG_NOT_SET : undefined;
}

/**
 * The input that can show a field's value without losing it: a date, time, number or address picker drops
 * what it cannot read ("begin oktober"), so such a value gets a line of text.
 */
export function inputKind(field: FormField): FormField['input'] {
  const value = singleValue(field);
  if (value === '') return field.input;
  if (field.input === 'date' && !isDay(value)) return 'text';
  if (field.input === 'time' && !CLOCK_TIME.test(value)) return 'text';
  if (field.input === 'number' && !NUMBER.test(value)) return 'text';
  if (field.input === 'url' && !URL.canParse(value)) return 'text';
  return field.input;
}

/** The filled fields as a command's arguments. */
export function filledArgs(form: FormReply): Record<string, string | readonly string[]> {
  const filled = form.fields.filter((field) => valuesOf(field).length > 0);
  return Object.fromEntries(filled.map((field) => [field.name, field.value ?? '']));
}

/** Whether this is a day that exists, as an ISO date. */
export function isDay(value: string): boolean {
  const time = ISO_DAY.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
