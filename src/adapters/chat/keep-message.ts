import type { Context } from '../../command/command.ts';
import { draftFor, keepDraft } from '../../command/keep-draft.ts';
import { isStranger, standingReply } from '../../command/standing-reply.ts';
import { Refusal } from '../../core/errors.ts';
import type { Draft } from '../../domain/draft/drafts.ts';
import { withoutPersonalData } from '../../domain/shared/personal-data.ts';
import type { Action, Reply, Section } from '../../reply/reply.ts';

/** What a message can become: a signal, or the proposal of a practice. Kept as a draft until it can be handed in. */
export const KEPT_AS = ['signaal', 'aanpak'] as const;
export type KeptAs = (typeof KEPT_AS)[number];

/** The field of the little form that the text is shown in. */
export const KEPT_TEXT = 'tekst';

/** Whose form goes on with it, and in which of its arguments the text is kept. */
const FORM_OF: Readonly<Record<KeptAs, { command: string; text: string }>> = {
  signaal: { command: 'signaal', text: 'wat' },
  aanpak: { command: 'praktijk', text: 'advies' },
};

/** Keeps a text as the beginning of a signal or practice, with personal data hidden; says so, or that it is too long. */
export async function keepMessage(
  context: Context,
  name: KeptAs,
  typed: string,
): Promise<Reply | 'too-long'> {
  const { t } = context;
  if (isStranger(context)) return standingReply(context);
  const { command, text } = FORM_OF[name];
  let draft: string | undefined;
  try {
    draft = await keepDraft(context, command, await belowEarlier(context, { command, text }, typed));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return 'too-long';
  }
  const all: Action = { label: t('command.concept.title'), command: 'concept', args: {} };
  const onward: Action[] =
    draft === undefined
      ? []
      : [{ label: t('draft.go-on'), command: 'concept', args: { concept: draft }, style: 'primary' }];
  const sections: Section[] = [
    { type: 'notice', tone: 'success', text: t('chat.kept') },
    { type: 'actions', actions: [...onward, all] },
  ];
  return { type: 'message', title: t(`chat.keep-${name}`), audience: 'private', sections };
}

/**
 * There is one draft of each kind: a second message comes below the first, beside what else was filled in by then,
 * and the same one again changes nothing.
 */
async function belowEarlier(
  context: Context,
  form: (typeof FORM_OF)[KeptAs],
  typed: string,
): Promise<Draft['args']> {
  const text = withoutPersonalData(typed);
  const kept = (await draftFor(context, form.command, {}))?.args ?? {};
  const earlier = String(kept[form.text] ?? '');
  if (earlier === '') return { ...kept, [form.text]: text };
  return { ...kept, [form.text]: earlier.includes(text) ? earlier : `${earlier}\n\n${text}` };
}
