import { runLine } from '../../../command/run-line.ts';
import { runSafely } from '../../chat/run-safely.ts';
import { asked } from '../asked.ts';
import type { Heard } from '../heard.ts';
import type { TeamsOptions } from '../options.ts';
import { say } from '../show/say.ts';
import type { Where } from '../where.ts';
import { isPress, pressInMessage } from './press.ts';
import { typedText } from './typed-text.ts';

/** Someone writes to the bot: in their conversation with it, or in a channel with a mention or a slash. */
export async function onMessage(options: TeamsOptions, activity: Heard, where: Where): Promise<void> {
  const who = await asked(options, activity, where);
  if (isPress(activity.value)) return pressInMessage(options, who, activity);
  const reply = await runSafely(options, who.context, () =>
    runLine(options.registry, who.context, typedText(activity), `teams ${where.conversation} ${activity.id}`),
  );
  await say(options, who, reply);
}
