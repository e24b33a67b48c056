import { Refusal } from '../core/errors.ts';
import type { Draft } from '../domain/draft/drafts.ts';
import { type PersonalKind, withoutPersonalData } from '../domain/shared/personal-data.ts';
import { fieldsOf } from './bind.ts';
import type { Command, Context, FieldValue } from './command.ts';
import { interpret } from './interpret.ts';

type Args = Readonly<Record<string, FieldValue>>;
/** A form's command; only its name while the command does not exist yet. */
type FormOf = Command | string;

/**
 * Keeps what a form held for the asker, in the place of an earlier draft of the same form about the same
 * record; gives its id. Undefined when there is nothing to keep: nobody we know asks, all is empty, or it is
 * just as the record is. Personal data in texts that others would read is hidden. Refuses what is too long.
 */
export async function keepDraft(context: Context, command: FormOf, args: Args): Promise<string | undefined> {
  const { person } = context.actor;
  if (!person) return undefined;
  const kept = await worthKeeping(context, command, args);
  const subject = subjectName(command);
  if (!Object.entries(kept).some(([name, value]) => name !== subject && !isEmpty(value))) return undefined;
  return context.drafts.save({ ...keyOf(command, args), person, args: kept, updatedAt: context.now });
}

/** The asker's draft of this form about the record that these arguments name. */
export async function draftFor(context: Context, command: FormOf, args: Args): Promise<Draft | undefined> {
  const { person } = context.actor;
  const key = keyOf(command, args);
  return person && context.drafts.find(person, key.command, key.subject);
}

/** Removes that draft: what it held was sent. */
export async function forgetDraft(context: Context, command: FormOf, args: Args): Promise<void> {
  const draft = await draftFor(context, command, args);
  if (draft) await context.drafts.remove(draft.person, draft.id);
}

function keyOf(command: FormOf, args: Args): Pick<Draft, 'command' | 'subject'> {
  if (typeof command === 'string') return { command, subject: undefined };
  const subject = command.subject === undefined ? undefined : [args[command.subject] ?? []].flat()[0];
  return { command: command.name, subject: subject === '' ? undefined : subject };
}

function subjectName(command: FormOf): string | undefined {
  return typeof command === 'string' ? undefined : command.subject;
}

/** Without what the record holds already: that may be another by the time someone goes on. */
async function worthKeeping(context: Context, command: FormOf, args: Args): Promise<Args> {
  if (typeof command === 'string') return mapped(args, (value) => hidden(value));
  const stored = await asItIs(context, command, args);
  const kept: Record<string, FieldValue> = {};
  for (const { name, info } of fieldsOf(command)) {
    const value = args[name];
    const isSubject = name === command.subject;
    if (info.fleeting) continue;
    if (value === undefined || (!isSubject && isSame(value, stored[name] ?? ''))) continue;
    kept[name] = info.shared ? hidden(value, info.allows) : value;
  }
  return kept;
}

/** What the form began with; nothing when the record is gone or was never chosen. */
async function asItIs(context: Context, command: Command, args: Args): Promise<Args> {
  if (!command.prefill || !command.subject) return {};
  try {
    const read = await interpret(context, command, args);
    if (read.type === 'unclear' || read.values[command.subject] === undefined) return {};
    return await command.prefill(context, read.values);
  } catch (error) {
    if (error instanceof Refusal) return {};
    throw error;
  }
}

function hidden(value: FieldValue, allowed: readonly PersonalKind[] = []): FieldValue {
  const hide = (text: string): string => withoutPersonalData(text, allowed);
  return typeof value === 'string' ? hide(value) : value.map(hide);
}

function mapped(args: Args, change: (value: FieldValue) => FieldValue): Args {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, change(value)]));
}

function isEmpty(value: FieldValue): boolean {
  return [value].flat().every((text) => text.trim() === '');
}

function isSame(one: FieldValue, other: FieldValue): boolean {
  const texts = [one, other].map((value) => [value].flat().filter((text) => text !== ''));
  return JSON.stringify(texts[0]) === JSON.stringify(texts[1]);
}
