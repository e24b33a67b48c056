import { fieldsOf } from '../../src/command/bind.ts';
import type { Command, Context, FieldValue } from '../../src/command/command.ts';
import type { FieldInfo } from '../../src/command/fields.ts';
import { fieldLabel } from '../../src/command/form.ts';
import type { Draft } from '../../src/domain/draft/drafts.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { hasMessage } from '../../src/i18n/translate.ts';
import type { Field } from '../../src/reply/reply.ts';
import type { ShownDraft } from '../../src/views/draft-line.ts';
import { nameList, type View } from '../../src/views/view.ts';
import { viewOf } from '../../src/views/view-of.ts';

/** What to show of each draft: its form, what it is about as far as the asker may see, and how it begins. */
export async function draftShown(
  context: Context,
  drafts: readonly Draft[],
  commandOf: (draft: Draft) => Command | undefined,
): Promise<ShownDraft[]> {
  const subjects = drafts.flatMap(({ subject = '' }) => (isId(subject) ? [subject] : []));
  const view = await viewOf(context, [], subjects);
  return drafts.map((draft) => {
    const about = draft.subject === undefined ? undefined : view.name(draft.subject);
    const form = formName(context, draft);
    return {
      draft,
      title: about === undefined ? form : `${form}: ${about}`,
      begin: firstText(draft, commandOf(draft)),
    };
  });
}

/** Everything that a draft holds, with names for ids. */
export async function keptText(
  context: Context,
  { args }: Draft,
  command: Command | undefined,
): Promise<Field[]> {
  const filled = Object.entries(args).filter(([, value]) => [value].flat().some((text) => text !== ''));
  const refs = filled.flatMap(([, value]) => [value].flat()).filter(isId);
  const view = await viewOf(context, [], refs);
  const infos = infosOf(command);
  return filled.map(([name, value]) => ({
    label: fieldLabel(context.t, name),
    value: valueText(value, infos.get(name), view),
  }));
}

function valueText(value: FieldValue, info: FieldInfo | undefined, view: View): string {
  const values = [value].flat();
  if (info?.input === 'ref' || info?.input === 'refs') return nameList(view, values) || '-';
  const words = values.map((one) => {
    const key = `choice.${one}`;
    return info?.input === 'choice' && hasMessage(key) ? view.t(key) : one;
  });
  return words.join(', ');
}

function formName({ t }: Context, { command }: Draft): string {
  const key = [`command.${command}.title`, `draft.form.${command}`].find(hasMessage);
  return key ? t(key) : command;
}

/** The first text that was written, in the order of the form; not what was chosen, nor what it is about. */
function firstText({ args }: Draft, command: Command | undefined): string {
  const infos = infosOf(command);
  const names = command ? [...infos.keys()] : Object.keys(args);
  for (const name of names) {
    const input = infos.get(name)?.input ?? 'text';
    const text = [args[name] ?? ''].flat().join(', ').trim();
    if (text !== '' && ['text', 'long-text', 'period-text'].includes(input)) return text;
  }
  return '';
}

function infosOf(command: Command | undefined): Map<string, FieldInfo> {
  return new Map(command ? fieldsOf(command).map(({ name, info }) => [name, info]) : []);
}

function isId(text: string): text is Id {
  return /^[a-z]+\/\S+$/.test(text);
}
