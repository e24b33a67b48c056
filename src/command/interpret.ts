import { manyLines, oneLine } from '../core/clean-text.ts';
import { parseDate, parsePastDate } from '../core/dates/parse-date.ts';
import { parsePeriod } from '../core/dates/parse-period.ts';
import { parseTime } from '../core/dates/parse-time.ts';
import { Refusal } from '../core/errors.ts';
import { findByName } from '../domain/find-by-name.ts';
import type { AnyRecord } from '../domain/records.ts';
import { nearestNames } from '../domain/search/search-wide.ts';
import { type PersonalData, personalDataIn, withoutPersonalData } from '../domain/shared/personal-data.ts';
import type { MessageKey } from '../i18n/translate.ts';
import { fieldsOf, optionMeant } from './bind.ts';
import type { Command, Context, FieldValue } from './command.ts';
import type { FieldInfo } from './fields.ts';

/** What came of reading the arguments: typed values, or what to ask back, or what is wrong per field. */
export type Interpreted =
  | { type: 'values'; values: Record<string, unknown> }
  | { type: 'unclear'; field: string; typed: string; candidates: AnyRecord[] }
  | {
      type: 'errors';
      errors: Record<string, string>;
      values: Record<string, unknown>;
      /** Texts to put in the place of what was typed, since that may not be kept. */
      masked: Record<string, string>;
    };

/** Reads every argument by its field: dates and periods from today's point of view, names to records. */
export async function interpret(
  context: Context,
  command: Command,
  args: Readonly<Record<string, FieldValue>>,
): Promise<Interpreted> {
  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  const masked: Record<string, string> = {};
  for (const { name, info } of fieldsOf(command)) {
    const given = args[name];
    if (given === undefined || given === '' || given.length === 0) continue;
    const read = await readField(context, info, given);
    if ('candidates' in read) return { type: 'unclear', field: name, ...read };
    if ('error' in read) {
      errors[name] = read.error;
      if (read.masked !== undefined) masked[name] = read.masked;
    } else values[name] = read.value;
  }
  checkAgainstSchema(context, command, values, errors);
  return Object.keys(errors).length > 0
    ? { type: 'errors', errors, values, masked }
    : { type: 'values', values };
}

const LONGEST_NAME = 500;

type Read =
  | { value: unknown }
  | { error: string; masked?: string }
  | { typed: string; candidates: AnyRecord[] };

async function readField(context: Context, info: FieldInfo, given: FieldValue): Promise<Read> {
  const { t, today } = context;
  const typed = typeof given === 'string' ? given : given.join(', ');
  const text = info.input === 'long-text' ? manyLines(typed) : oneLine(typed);
  switch (info.input) {
    case 'period': {
      const found = parsePeriod(text, today);
      return found.type === 'period'
        ? { value: { start: found.start, end: found.end } }
        : { error: t(`refusal.${found.code}`, { text: found.text }) };
    }
    case 'date': {
      const found = info.past ? parsePastDate(text, today) : parseDate(text, today);
      return found.type === 'date'
        ? { value: found.date }
        : { error: t(`refusal.${found.code}`, { text: found.text }) };
    }
    case 'time': {
      const time = parseTime(text);
      return time === undefined
        ? { error: t('refusal.clock-time', { text: text.slice(0, 40) }) }
        : { value: time };
    }
    case 'number':
      return /^[-+]?\d{1,9}$/.test(text)
        ? { value: Number(text) }
        : { error: t('refusal.number-not-understood', { text }) };
    case 'flag':
      return readFlag(context, text);
    case 'choice':
      return readChoice(context, info, text);
    case 'ref':
      return readRef(context, info, text);
    case 'refs':
      return readRefs(context, info, typeof given === 'string' ? splitNames(given) : given);
    default:
      return info.shared ? readShared(context, info, text) : readText(context, info, text);
  }
}

function readText({ t, today }: Context, { check }: FieldInfo, text: string): Read {
  try {
    check?.(text, today);
    return { value: text };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { error: t(`refusal.${error.code}` as MessageKey, error.params) };
  }
}

/** DESIGN decision 10: stops, tells what was found, and gives the text back with it hidden. */
function readShared({ t }: Context, { allows }: FieldInfo, text: string): Read {
  const found = personalDataIn(text, allows);
  if (found.length === 0) return { value: text };
  return {
    error: t('refusal.personal-hidden', { found: listed(t, found) }),
    masked: withoutPersonalData(text, allows),
  };
}

const MOST_LISTED = 8;

function listed(t: Context['t'], found: readonly PersonalData[]): string {
  const each = new Set(found.map(({ kind, masked }) => t(`personal.${kind}`, { masked })));
  const shown = [...each].slice(0, MOST_LISTED);
  return each.size > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}

function readFlag({ t }: Context, text: string): Read {
  if (/^(ja|yes|true|1|on|aan)$/i.test(text)) return { value: true };
  if (/^(nee|no|false|0|off|uit)$/i.test(text)) return { value: false };
  return { error: t('refusal.flag-not-understood', { text }) };
}

function readChoice({ t }: Context, info: FieldInfo, text: string): Read {
  const option = optionMeant(info, text);
  if (option !== undefined) return { value: option };
  return { error: t('refusal.choice-unknown', { text: shorten(text), options: info.options.join(', ') }) };
}

async function readRef({ store, scope, today, t }: Context, info: FieldInfo, text: string): Promise<Read> {
  // No name is that long, and looking for one takes ever longer.
  if (text.length > LONGEST_NAME) return { error: t('refusal.name-unknown', { text: shorten(text) }) };
  const found = await findByName(store, scope, info.kinds, text, today);
  const [only] = found;
  if (!only) {
    const near = await nearestNames(store, scope, text, info.kinds);
    const names = near.map((name) => `"${name}"`).join(', ');
    const known = near.length > 0 ? 'refusal.name-near' : 'refusal.name-unknown';
    return { error: t(known, { text: shorten(text), names }) };
  }
  return found.length === 1 ? { value: only.id } : { typed: text, candidates: found.slice(0, 10) };
}

async function readRefs(context: Context, info: FieldInfo, names: readonly string[]): Promise<Read> {
  const ids: string[] = [];
  for (const name of names) {
    const read = await readRef(context, info, name);
    if ('error' in read) return read;
    if ('candidates' in read) {
      const options = read.candidates.map(({ id }) => id.slice(id.indexOf('/') + 1)).join(', ');
      return { error: context.t('refusal.name-unclear', { text: shorten(name), options }) };
    }
    ids.push(String(read.value));
  }
  return { value: [...new Set(ids)] };
}

function splitNames(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function checkAgainstSchema(
  { t }: Context,
  command: Command,
  values: Record<string, unknown>,
  errors: Record<string, string>,
): void {
  const parsed = command.args.safeParse(values);
  if (parsed.success) {
    Object.assign(values, parsed.data);
    return;
  }
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? '');
    if (errors[name] !== undefined) continue;
    errors[name] = values[name] === undefined ? t('refusal.argument-missing') : issueText(t, issue);
  }
}

function issueText(
  t: Context['t'],
  issue: { code: string; maximum?: unknown; minimum?: unknown; message: string },
): string {
  if (issue.code === 'too_big') return t('refusal.too-big', { max: String(issue.maximum) });
  if (issue.code === 'too_small') return t('refusal.too-small', { min: String(issue.minimum) });
  if (issue.code === 'invalid_format') return t('refusal.format-wrong');
  return t('refusal.value-wrong');
}
