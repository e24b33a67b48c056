import type { Context } from '../../command/command.ts';
import { draftFor } from '../../command/keep-draft.ts';
import { runRequest } from '../../command/run.ts';
import { isStranger, standingReply } from '../../command/standing-reply.ts';
import { withoutPersonalData } from '../../domain/shared/personal-data.ts';
import type { Reply } from '../../reply/reply.ts';
import type { ChatOptions } from './options.ts';
import { runSafely } from './run-safely.ts';
import { withEarlierDraft } from './with-draft.ts';

/** What a message can become: the form that it begins, and the argument that its text goes to. */
export const FORM_FROM_MESSAGE = {
  signaal: { command: 'signaal', field: 'wat' },
  aanpak: { command: 'praktijk', field: 'advies' },
} as const;
export type FromMessage = keyof typeof FORM_FROM_MESSAGE;
export const FROM_MESSAGE = Object.keys(FORM_FROM_MESSAGE) as FromMessage[];

/**
 * The command's form with the text of a message in it, personal data hidden, below what was begun earlier; or why
 * the asker gets none. `cutUp` makes a text parts that each fit in a field: only the first is shown.
 */
export async function formFromMessage(
  options: ChatOptions,
  context: Context,
  name: FromMessage,
  message: string,
  cutUp: (text: string) => string[],
): Promise<Reply> {
  if (isStranger(context)) return standingReply(context);
  const { t } = context;
  const { command, field } = FORM_FROM_MESSAGE[name];
  const known = options.registry.find(command);
  const earlier = known ? String((await draftFor(context, known, {}))?.args[field] ?? '') : '';
  const [shown = '', ...cut] = cutUp(below(earlier, withoutPersonalData(message).trim()));
  const reply = await runSafely(options, context, () =>
    runRequest(options.registry, context, { command, args: { [field]: shown }, opensForm: true }),
  );
  if (reply.type !== 'form') return reply;
  const form = await withEarlierDraft(options, context, reply);
  const intro = [t('chat.message-hint'), cut.length > 0 ? t('chat.keep-cut') : undefined, form.intro];
  return { ...form, intro: intro.filter((line) => line !== undefined).join(' ') };
}

/** A second message comes below the first, and the same one again changes nothing. */
function below(earlier: string, text: string): string {
  if (earlier === '' || earlier.includes(text)) return earlier || text;
  return `${earlier}\n\n${text}`;
}
