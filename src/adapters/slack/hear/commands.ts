import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { runLine } from '../../../command/run-line.ts';
import { runSafely } from '../../chat/run-safely.ts';
import { asked } from '../asked.ts';
import type { SlackOptions } from '../options.ts';
import { answer, backTo, byResponse, byTrigger } from '../show/answer.ts';
import { placeOf } from '../who-of.ts';
import { typedText } from './typed-text.ts';

/** The slash command for everything. */
export const MAIN_COMMAND = '/campagne';

/** Commands that many people need often have a slash of their own; it stands for the command of that name. */
export const SHORT_COMMANDS = ['kalender', 'wat-werkt', 'meldpunt', 'actieplan'] as const;

/** A slash command: acknowledged at once, then, when it is its turn, answered to the asker alone. */
export function onCommand(options: SlackOptions, turn: () => Promise<void>) {
  return async ({
    ack,
    command,
    client,
    context,
    respond,
  }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await ack();
    await turn();
    const channel = { id: command.channel_id, name: command.channel_name };
    const around = await asked(options, { ...placeOf(context), user: command.user_id, channel, client });
    const reply = await runSafely(options, around, () =>
      runLine(options.registry, around, lineOf(command.command, command.text), `slack ${command.trigger_id}`),
    );
    const ways = {
      show: byTrigger(options, client, command.trigger_id),
      back: backTo(around, command.response_url),
      say: byResponse(around, respond),
    };
    await answer(options, around, ways, reply);
  };
}

function lineOf(name: string, text: string): string {
  const typed = typedText(text);
  return name === MAIN_COMMAND ? typed : `${name.slice(1)} ${typed}`;
}
