import { splitText } from '../../../render/shared/split-text.ts';
import { TEAMS_STYLE } from '../../../render/teams/limits.ts';
import { type FromMessage, formFromMessage } from '../../chat/form-from-message.ts';
import type { Asked } from '../asked.ts';
import type { Heard } from '../heard.ts';
import type { TeamsOptions } from '../options.ts';
import { KEEP_COMMANDS, type KeepCommand } from '../package/extension-commands.ts';
import { answerDialog, type DialogAnswer, formDialog } from '../show/dialog.ts';
import { plainMessage } from './plain-message.ts';
import { isPress } from './press.ts';
import { submitData } from './submit-dialog.ts';

/** What each command of the menu of a message makes of it. */
const BEGINS: Readonly<Record<KeepCommand, FromMessage>> = {
  'bewaar-signaal': 'signaal',
  'bewaar-aanpak': 'aanpak',
};

/** Opens the form that a message begins, with its text in it and personal data hidden. */
export async function openKeep(
  options: TeamsOptions,
  { context }: Asked,
  { value }: Heard,
): Promise<DialogAnswer> {
  const name = begunBy(value);
  if (!name) return undefined;
  const { messagePayload } = value as { messagePayload?: { body?: { content?: unknown } } };
  const message = plainMessage(String(messagePayload?.body?.content ?? ''));
  const reply = await formFromMessage(options, context, name, message, partsThatFit);
  if (reply.type !== 'form') return answerDialog(reply, context);
  return formDialog(reply, context, { dialog: options.ids(), fate: { type: 'stays' } });
}

/** The form that a message began is sent as every form is. */
export async function submitKeep(options: TeamsOptions, who: Asked, activity: Heard): Promise<DialogAnswer> {
  const { data } = (activity.value ?? {}) as { data?: unknown };
  if (!begunBy(activity.value) || !isPress(data)) return undefined;
  return submitData(options, who, data);
}

function partsThatFit(text: string): string[] {
  return splitText(text, TEAMS_STYLE.valueBytes, (part) => Buffer.byteLength(part));
}

function begunBy(value: unknown): FromMessage | undefined {
  const { commandId } = (value ?? {}) as { commandId?: unknown };
  return KEEP_COMMANDS.includes(commandId as KeepCommand) ? BEGINS[commandId as KeepCommand] : undefined;
}
