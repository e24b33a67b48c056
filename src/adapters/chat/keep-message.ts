import type { Context } from '../../command/command.ts';
import { draftFor, keepDraft } from '../../command/keep-draft.ts';
import { isStranger, standingReply } from '../../command/standing-reply.ts';
import { Refusal } from '../../core/errors.ts';
import { withoutPersonalData } from '../../domain/shared/personal-data.ts';
import type { Reply, Section } from '../../reply/reply.ts';

/** What a message can become: a signal, or the proposal of a practice. Kept as a draft until it can be handed in. */
export const KEPT_AS = ['signaal', 'aanpak'] as const;
export type KeptAs = (typeof KEPT_AS)[number];

/** The argument that holds the text. */
export const KEPT_TEXT = 'tekst';

/** Keeps a text as the beginning of a signal or practice, with personal data hidden; says so, or that it is too long. */
export async function keepMessage(
  context: Context,
  name: KeptAs,
  typed: string,
): Promise<Reply | 'too-long'> {
  const { t } = context;
  if (isStranger(context)) return standingReply(context);
  try {
    await keepDraft(context, name, { [KEPT_TEXT]: await belowEarlier(context, name, typed) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return 'too-long';
  }
  const sections: Section[] = [
    { type: 'notice', tone: 'success', text: t('chat.kept') },
    { type: 'actions', actions: [{ label: t('command.concept.title'), command: 'concept', args: {} }] },
  ];
  return { type: 'message', title: t(`chat.keep-${name}`), audience: 'private', sections };
}

/** There is one draft of each kind: a second message comes below the first, and the same one again changes nothing. */
async function belowEarlier(context: Context, name: KeptAs, typed: string): Promise<string> {
  const text = withoutPersonalData(typed);
  const earlier = String((await draftFor(context, name, {}))?.args[KEPT_TEXT] ?? '');
  if (earlier === '') return text;
  return earlier.includes(text) ? earlier : `${earlier}\n\n${text}`;
}
