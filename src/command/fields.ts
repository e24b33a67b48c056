import { z } from 'zod';
import { isoDate, longText, webAddress } from '../domain/shared/fields.ts';
import type { PersonalKind } from '../domain/shared/personal-data.ts';
import { type Id, idOf, type Kind } from '../domain/shared/record.ts';

/**
 * The building blocks of a command's arguments: zod schemas that also know how they are typed and how they
 * look in a form. Both the text grammar and every surface's form are made from these and nothing else.
 */
export interface FieldInfo {
  input:
    | 'text'
    | 'long-text'
    | 'date'
    | 'time'
    | 'period'
    | 'period-text'
    | 'number'
    | 'flag'
    | 'choice'
    | 'ref'
    | 'refs'
    | 'url'
    | 'nudge';
  required: boolean;
  /** Other names that the grammar accepts before the colon, besides the key itself. */
  names: readonly string[];
  /** Takes words that have no name, in the order of the fields; the last positional one takes the rest. */
  positional: boolean;
  /** Hidden fields can be typed and sit in buttons, but are not asked in the form. */
  hidden: boolean;
  /** Text that others will read: personal data in it is refused and offered hidden. */
  shared: boolean;
  /** What may stand in such a text all the same: the address of a place where everyone is welcome. */
  allows: readonly PersonalKind[];
  /** A secret, or someone else's personal data: never kept in a draft. */
  fleeting: boolean;
  /** A day that was: without a year the last one is meant. */
  past: boolean;
  /** Refuses a text that the command could not read later, so that a form tells all that is wrong at once. */
  check?: (typed: string, today: Temporal.PlainDate) => unknown;
  kinds: readonly Kind[];
  options: readonly string[];
}

type Extra = Partial<
  Pick<FieldInfo, 'names' | 'positional' | 'hidden' | 'shared' | 'allows' | 'fleeting' | 'past' | 'check'>
>;

/** What is known of each field's schema. */
export const fieldInfo = new WeakMap<z.core.$ZodType, FieldInfo>();

function field<T extends z.ZodType>(schema: T, input: FieldInfo['input'], extra: Partial<FieldInfo>): T {
  fieldInfo.set(schema, {
    input,
    required: true,
    names: [],
    positional: false,
    hidden: false,
    shared: false,
    allows: [],
    fleeting: false,
    past: false,
    kinds: [],
    options: [],
    ...extra,
  });
  return schema;
}

/** The same field, but it may be left out. */
export function optional<T extends z.ZodType>(schema: T): z.ZodOptional<T> {
  const info = fieldInfo.get(schema) as FieldInfo;
  const open = z.optional(schema);
  fieldInfo.set(open, { ...info, required: false });
  return open;
}

/** One line of at most 200 characters. */
export function text(extra: Extra & { max?: number } = {}) {
  return field(
    z
      .string()
      .trim()
      .min(1)
      .max(extra.max ?? 200),
    'text',
    extra,
  );
}

/** Several lines, at most 5,000 characters unless `max` says otherwise. */
export function paragraph({ max, ...extra }: Extra & { max?: number } = {}) {
  // A schema of its own each time: what is known of a field is kept under it.
  const schema = max === undefined ? longText.clone() : z.string().trim().min(1).max(max);
  return field(schema, 'long-text', extra);
}

/** A day, as an ISO date; typed in any way that parse-period understands. */
export function date(extra: Extra = {}) {
  return field(isoDate, 'date', extra);
}

/** A time of day, as HH:MM; typed in any way that parse-time understands. */
export function time(extra: Extra = {}) {
  return field(z.string().trim().min(1).max(20), 'time', extra);
}

/** A period of whole days, both ends counted: "okt-nov", "Q4 2027", "11 t/m 17 oktober 2027". */
export function period(extra: Extra = {}) {
  return field(z.object({ start: isoDate, end: isoDate }), 'period', extra);
}

/** A period as it was typed, for a command that also takes words that are none, such as "onbekend". */
export function periodText(extra: Extra = {}) {
  return field(z.string().trim().min(1).max(200), 'period-text', extra);
}

/** A whole number. */
export function number(min: number, max: number, extra: Extra = {}) {
  return field(z.int().min(min).max(max), 'number', extra);
}

/** On or off; typed as `--name`. */
export function flag(extra: Extra = {}) {
  return optional(field(z.boolean(), 'flag', extra));
}

/** A web address, http or https. */
export function url(extra: Extra = {}) {
  return field(webAddress, 'url', extra);
}

/** One of a few words. Their labels are the texts `choice.<option>`; both the label and the word may be typed. */
export function choice<const T extends readonly [string, ...string[]]>(options: T, extra: Extra = {}) {
  return field(z.enum(options), 'choice', { ...extra, options });
}

/** One of the reminders that wait for the asker's answer; typed by its id, chosen from a list in a form. */
export function nudge(extra: Extra = {}) {
  return field(z.string().trim().min(1).max(200), 'nudge', extra);
}

/** One record, typed by name or id; an unclear name asks back. */
export function ref<K extends Kind>(kinds: K | readonly K[], extra: Extra = {}): z.ZodType<Id<K>> {
  const all = typeof kinds === 'string' ? [kinds] : kinds;
  return field(idOf(...all), 'ref', { ...extra, kinds: all });
}

/** Several records, typed with commas between them. */
export function refs<K extends Kind>(kinds: K | readonly K[], extra: Extra = {}): z.ZodType<Id<K>[]> {
  const all = typeof kinds === 'string' ? [kinds] : kinds;
  return field(z.array(idOf(...all)).min(1), 'refs', { ...extra, kinds: all });
}
