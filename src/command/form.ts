import type { Locale } from '../core/locale.ts';
import { guardOf } from '../domain/access/guard.ts';
import { canSee } from '../domain/access/visibility.ts';
import { nameOf } from '../domain/names.ts';
import { type AnyRecord, isKind } from '../domain/records.ts';
import type { Id } from '../domain/shared/record.ts';
import { hasMessage } from '../i18n/translate.ts';
import type { FormField, FormOption, FormReply } from '../reply/reply.ts';
import { fieldsOf } from './bind.ts';
import type { Command, Context, FieldValue } from './command.ts';
import type { FieldInfo } from './fields.ts';
import { nudgeOptions } from './nudge-options.ts';
import { isOffered } from './offered.ts';

/** Longer lists of options are searched on the server instead. */
const MAX_LISTED = 100;

const BY_NAME = { nl: new Intl.Collator('nl'), en: new Intl.Collator('en') } satisfies Record<
  Locale,
  unknown
>;

interface FormState {
  values: Readonly<Record<string, FieldValue>>;
  errors?: Readonly<Record<string, string>>;
  version?: number | undefined;
  /** What was asked just now, whatever stands in the record. */
  given?: Readonly<Record<string, unknown>>;
}

/** A command's form: made from the same schema as its typed arguments, filled with what was understood. */
export async function formFor(context: Context, command: Command, state: FormState): Promise<FormReply> {
  const { t } = context;
  const fields: FormField[] = [];
  for (const { name, info } of fieldsOf(command)) {
    if (info.hidden && state.values[name] === undefined) continue;
    fields.push(await formField(context, command, name, info, state));
  }
  const errors = Object.keys(state.errors ?? {}).length;
  return {
    type: 'form',
    title: textOr(t, `command.${command.name}.title`, command.name),
    ...(errors > 0 ? { intro: t('form.has-errors', { count: errors }) } : {}),
    command: command.name,
    fields,
    submitLabel: submitLabel(t, command),
    ...(state.version === undefined ? {} : { version: state.version }),
  };
}

/** What the button does: a command with a preview saves nothing yet, and one that only reads never does. */
function submitLabel(t: Context['t'], command: Command): string {
  const own = `command.${command.name}.submit`;
  if (hasMessage(own)) return t(own);
  return t(command.preview ? 'form.next' : 'form.submit');
}

async function formField(
  context: Context,
  command: Command,
  name: string,
  info: FieldInfo,
  { values, errors, given = {} }: FormState,
): Promise<FormField> {
  const { t } = context;
  const hint = hintKey(command.name, name);
  const value = values[name];
  const error = errors?.[name];
  return {
    name,
    label: fieldLabel(t, name),
    ...(hint ? { hint: t(hint) } : {}),
    required: info.required,
    input: inputFor(info),
    ...(await optionsFor(context, info, value)),
    ...(value === undefined ? {} : { value }),
    ...(Object.hasOwn(given, name) ? { given: true as const } : {}),
    ...(error === undefined ? {} : { error }),
  };
}

/** The label of an argument in the reader's tongue. */
export function fieldLabel(t: Context['t'], name: string): string {
  return textOr(t, `field.${name}`, name);
}

function hintKey(command: string, field: string) {
  return [`hint.${command}.${field}`, `hint.${field}`].find(hasMessage);
}

function textOr(t: Context['t'], key: string, otherwise: string): string {
  return hasMessage(key) ? t(key) : otherwise;
}

function inputFor(info: FieldInfo): FormField['input'] {
  if (info.input === 'choice' || info.input === 'ref' || info.input === 'nudge') return 'select';
  if (info.input === 'refs') return 'multi-select';
  return info.input === 'period-text' ? 'period' : info.input;
}

async function optionsFor(
  context: Context,
  info: FieldInfo,
  value: FieldValue | undefined,
): Promise<{ options?: FormOption[]; searchKinds?: readonly string[] }> {
  const { t, store, scope, locale } = context;
  if (info.input === 'choice')
    return {
      options: info.options.map((option) => ({
        value: option,
        label: textOr(t, `choice.${option}`, option),
      })),
    };
  if (info.input === 'nudge') return { options: await nudgeOptions(context) };
  if (info.input !== 'ref' && info.input !== 'refs') return {};
  const many = info.kinds.some((kind) => kind === 'campaign' || kind === 'action' || kind === 'task');
  const listed = many ? [] : (await Promise.all(info.kinds.map((kind) => store.list(kind, scope)))).flat();
  const held = new Set<string>([value ?? []].flat());
  const records = listed.filter((record) => isOfferedOrHeld(record, held));
  if (!many && records.length <= MAX_LISTED)
    return {
      options: records
        .map((record) => ({ value: record.id, label: nameOf(record, locale) }))
        .sort((one, other) => BY_NAME[locale].compare(one.label, other.label)),
    };
  const chosen = await store.getMany([value ?? []].flat().filter((id) => id.includes('/')) as Id[]);
  const options = [...chosen.values()]
    .filter((record) => canSee(scope, guardOf(record)))
    .map((record) => ({ value: record.id, label: nameOf(record, locale) }));
  return { options, searchKinds: info.kinds };
}

/** A list has always named people who were signed off; a practice is left out while it is not published. */
function isOfferedOrHeld(record: AnyRecord, held: ReadonlySet<string>): boolean {
  return held.has(record.id) || !isKind(record, 'practice') || isOffered(record);
}
