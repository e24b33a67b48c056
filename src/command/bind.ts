import type { z } from 'zod';
import { Refusal } from '../core/errors.ts';
import { foldText } from '../core/ids.ts';
import { LOCALES } from '../core/locale.ts';
import { hasMessage, translator } from '../i18n/translate.ts';
import { CHOICE_WORDS } from './choice-words.ts';
import type { Command, FieldValue, Request } from './command.ts';
import { type FieldInfo, fieldInfo } from './fields.ts';
import type { Typed } from './grammar.ts';

/** A command's fields in order, with what is known of each. */
export function fieldsOf(command: Command): { name: string; info: FieldInfo }[] {
  return Object.entries(command.args.shape).map(([name, schema]) => ({
    name,
    info: fieldInfo.get(schema as z.core.$ZodType) as FieldInfo,
  }));
}

/** Puts typed words, pairs and flags to a command's fields, still as text. Unknown names are refused. */
export function bindTyped(command: Command, typed: Typed): Request {
  const fields = fieldsOf(command);
  const args: Record<string, FieldValue> = {};
  let version: number | undefined;
  for (const { name, value } of typed.named) {
    if (name === 'versie' || name === 'version') version = Number(value);
    else args[fieldNamed(command, name).name] = value;
  }
  let confirmed = false;
  for (const flag of typed.flags) {
    if (flag === 'akkoord' || flag === 'agree') confirmed = true;
    else args[flagNamed(command, flag)] = 'ja';
  }
  placeWords(fields, typed.words, args, command.name);
  return {
    command: command.name,
    args,
    ...(version !== undefined && Number.isSafeInteger(version) ? { version } : {}),
    ...(confirmed ? { confirmed } : {}),
  };
}

function placeWords(
  fields: { name: string; info: FieldInfo }[],
  words: readonly string[],
  args: Record<string, FieldValue>,
  command: string,
): void {
  const open = fields.filter(({ name, info }) => info.positional && args[name] === undefined);
  let rest = [...words];
  for (const [index, { name, info }] of open.entries()) {
    if (rest.length === 0) return;
    const last = index === open.length - 1;
    if (!last && info.input === 'choice' && optionMeant(info, rest[0] as string) === undefined) continue;
    args[name] = last ? rest.join(' ') : (rest[0] as string);
    rest = last ? [] : rest.slice(1);
  }
  if (rest.length > 0) throw new Refusal('word-not-expected', { word: rest[0] as string, command });
}

/** The option that a word means: the option itself, its label in either tongue, or another word for it. */
export function optionMeant(info: FieldInfo, typed: string): string | undefined {
  const folded = foldText(typed.trim());
  return info.options.find((option) => wordsFor(option).some((word) => foldText(word) === folded));
}

function wordsFor(option: string): string[] {
  const key = `choice.${option}`;
  const labels = hasMessage(key) ? LOCALES.map((locale) => translator(locale)(key)) : [];
  return [option, ...labels, ...(CHOICE_WORDS[option] ?? [])];
}

function fieldNamed(command: Command, name: string): { name: string; info: FieldInfo } {
  const found = fieldsOf(command).find((field) => field.name === name || field.info.names.includes(name));
  if (!found)
    throw new Refusal('argument-unknown', { name, command: command.name, known: knownNames(command) });
  return found;
}

function flagNamed(command: Command, flag: string): string {
  const found = fieldNamed(command, flag);
  if (found.info.input !== 'flag') throw new Refusal('argument-needs-value', { name: found.name });
  return found.name;
}

function knownNames(command: Command): string {
  const names = fieldsOf(command)
    .filter(({ info }) => !info.hidden)
    .map(({ name }) => name);
  return names.join(', ') || '-';
}
