import { isStranger, standingReply } from '../../../command/standing-reply.ts';
import { withoutPersonalData } from '../../../domain/shared/personal-data.ts';
import { decodeAction } from '../../../render/action-value.ts';
import { splitText } from '../../../render/shared/split-text.ts';
import { TEAMS_ACTION_KEY, TEAMS_STYLE } from '../../../render/teams/limits.ts';
import type { FormReply } from '../../../reply/reply.ts';
import { FORM_FROM_MESSAGE, formFromMessage } from '../../chat/form-from-message.ts';
import { KEPT_TEXT, type KeptAs, keepMessage } from '../../chat/keep-message.ts';
import type { Asked } from '../asked.ts';
import type { Heard } from '../heard.ts';
import type { TeamsOptions } from '../options.ts';
import { KEEP_COMMANDS, type KeepCommand } from '../package/extension-commands.ts';
import { answerDialog, type DialogAnswer, formDialog } from '../show/dialog.ts';
import { readInputs } from '../show/read-inputs.ts';
import { plainMessage } from './plain-message.ts';
import { isPress } from './press.ts';
import { submitData } from './submit-dialog.ts';

/** What each command of the menu of a message makes of it. */
const KEPT: Readonly<Record<KeepCommand, KeptAs>> = {
  'bewaar-signaal': 'signaal',
  'bewaar-aanpak': 'aanpak',
};

/** Shows the text of a message, with personal data hidden, as the beginning of a signal or practice. */
export async function openKeep(
  options: TeamsOptions,
  { context }: Asked,
  { value }: Heard,
): Promise<DialogAnswer> {
  const name = keptAs(value);
  if (!name) return undefined;
  const { messagePayload } = value as { messagePayload?: { body?: { content?: unknown } } };
  const message = plainMessage(String(messagePayload?.body?.content ?? ''));
  if (name === 'signaal') return openForm(options, context, name, message);
  if (isStranger(context)) return answerDialog(await standingReply(context), context);
  const text = withoutPersonalData(message);
  const form = keepForm(context, name, text);
  return formDialog(form, context, { dialog: options.ids(), fate: { type: 'stays' } });
}

/** The form that the message begins; it is sent as every form is. */
async function openForm(
  options: TeamsOptions,
  context: Asked['context'],
  name: keyof typeof FORM_FROM_MESSAGE,
  message: string,
): Promise<DialogAnswer> {
  const reply = await formFromMessage(options, context, FORM_FROM_MESSAGE[name], message, partsThatFit);
  if (reply.type !== 'form') return answerDialog(reply, context);
  return formDialog(reply, context, { dialog: options.ids(), fate: { type: 'stays' } });
}

function partsThatFit(text: string): string[] {
  return splitText(text, TEAMS_STYLE.valueBytes, (part) => Buffer.byteLength(part));
}

/** The text is kept, hidden once more for what was typed since; or a button below what was told is pressed. */
export async function submitKeep(options: TeamsOptions, who: Asked, activity: Heard): Promise<DialogAnswer> {
  const name = keptAs(activity.value);
  const { data } = (activity.value ?? {}) as { data?: unknown };
  if (!name || !isPress(data)) return undefined;
  const { context } = who;
  if (name === 'signaal' || decodeAction(data[TEAMS_ACTION_KEY])?.command !== name)
    return submitData(options, who, data);
  const typed = String(readInputs(data)[KEPT_TEXT] ?? '');
  const reply = await keepMessage(context, name, typed);
  if (reply !== 'too-long') return answerDialog(reply, context);
  const error = context.t('refusal.draft-too-long');
  return formDialog(keepForm(context, name, typed, error), context, { dialog: '', fate: { type: 'stays' } });
}

function keepForm({ t }: Asked['context'], name: KeptAs, text: string, error?: string): FormReply {
  const [shown = '', ...cut] = partsThatFit(text);
  const hint = [t('chat.keep-hint'), ...(cut.length > 0 ? [t('chat.keep-cut')] : [])].join(' ');
  const label = t('chat.keep-text');
  return {
    type: 'form',
    title: t(`chat.keep-${name}`),
    command: name,
    submitLabel: t('chat.keep'),
    fields: [
      {
        name: KEPT_TEXT,
        label,
        hint,
        required: true,
        input: 'long-text',
        value: shown.trim(),
        ...(error === undefined ? {} : { error }),
      },
    ],
  };
}

function keptAs(value: unknown): KeptAs | undefined {
  const { commandId } = (value ?? {}) as { commandId?: unknown };
  return KEEP_COMMANDS.includes(commandId as KeepCommand) ? KEPT[commandId as KeepCommand] : undefined;
}
