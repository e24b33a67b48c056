import { fieldsOf } from '../../command/bind.ts';
import type { Context } from '../../command/command.ts';
import type { Registry } from '../../command/registry.ts';
import type { Id } from '../../domain/shared/record.ts';
import { hasMessage } from '../../i18n/translate.ts';
import type { Confirm, Field } from '../../reply/reply.ts';
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
  const shown = (command ? fieldsOf(command) : []).filter(
    ({ name, info }) => !info.hidden && action.args[name] !== undefined,
  );
  const values = shown.map(({ name }) => action.args[name]);
  const view = await viewOf(context, [], idsAmong(values) as Id[]);
  const draft = shown.flatMap(({ name }): Field[] => {
    const key = `field.${name}`;
    return hasMessage(key) ? [{ label: t(key), value: valueText(action.args[name], view) }] : [];
  });
  return {
    type: 'confirm',
    title: label,
    draft,
    warnings: [{ type: 'text', text: t('mail.confirm-how') }],
    confirm: { ...action, label },
    alternatives: [],
  };
}
