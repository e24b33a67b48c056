import { fieldsOf } from '../../command/bind.ts';
import type { Command, Context } from '../../command/command.ts';
import type { FieldInfo } from '../../command/fields.ts';
import type { Registry } from '../../command/registry.ts';
import { pick } from '../../domain/records.ts';
import type { Id } from '../../domain/shared/record.ts';
import { hasMessage } from '../../i18n/translate.ts';
import type { Action, Confirm, Field } from '../../reply/reply.ts';
import { idsAmong, valueText } from '../../views/value-text.ts';
import { viewOf } from '../../views/view-of.ts';
import type { LinkedAction } from './answer-links.ts';

/** What a link will do, with one button to do it. It reads names, and changes nothing. */
export async function questionFor(
  context: Context,
  registry: Registry,
  { label, action }: LinkedAction,
): Promise<Confirm> {
  const { t } = context;
  const command = registry.find(action.command);
  return {
    type: 'confirm',
    title: label,
    draft: command ? await shownArgs(context, command, action.args) : [],
    warnings: [{ type: 'text', text: t('mail.confirm-how') }],
    confirm: { ...action, label },
    alternatives: [],
  };
}

/** Arguments as people read them: names for ids. */
export async function shownArgs(context: Context, command: Command, args: Action['args']): Promise<Field[]> {
  const { t } = context;
  const fields = fieldsOf(command).filter(({ info }) => !info.hidden);
  const values = new Map<string, unknown>();
  for (const { name, info } of fields) values.set(name, await shownValue(context, info, args[name]));
  const view = await viewOf(context, [], idsAmong([...values.values()]) as Id[]);
  return [...values].flatMap(([name, value]): Field[] => {
    const key = `field.${name}`;
    return value !== undefined && hasMessage(key) ? [{ label: t(key), value: valueText(value, view) }] : [];
  });
}

/** A reminder's own id says nothing to people: what it is about stands for it. */
async function shownValue({ store, messages }: Context, info: FieldInfo, value: unknown): Promise<unknown> {
  if (info.input !== 'nudge' || typeof value !== 'string') return value;
  const subject = (await messages.nudges.get(value))?.subject;
  if (!subject?.startsWith('participation/')) return subject;
  const id = subject as Id<'participation'>;
  return pick(await store.getMany([id]), id)?.campaign;
}
