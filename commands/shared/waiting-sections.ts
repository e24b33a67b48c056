import type { Context } from '../../src/command/command.ts';
import { refreshable } from '../../src/command/refreshable.ts';
import { factsOf } from '../../src/domain/nudge/facts.ts';
import { pastOf, waitingNow } from '../../src/domain/nudge/waiting.ts';
import type { Message, Section } from '../../src/reply/reply.ts';
import { nudgeSections } from '../../src/views/nudge-sections.ts';
import { viewOf } from '../../src/views/view-of.ts';

/** More than this is no list that anyone reads; the rest is told as a number. */
const MOST = 20;

/** What the bot asked this person before and still waits for, at most so many, with the buttons to answer it. */
export async function waitingSections(context: Context, most: number = MOST): Promise<Section[]> {
  const { store, messages, actor, now, t } = context;
  if (!actor.person) return [];
  const waiting = await waitingNow(store, messages, actor.person, now);
  const facts = await factsOf(context, waiting.slice(0, most), await pastOf(messages.nudges, waiting));
  const view = await viewOf(
    context,
    facts.map(({ subject }) => subject),
    facts.flatMap((one) => one.asked?.people ?? []),
  );
  const more = waiting.length - most;
  return [
    ...nudgeSections(facts, messages.rules, view),
    ...(more > 0 ? [{ type: 'text' as const, text: t('nudge.more', { count: more }) }] : []),
  ];
}

/** The same as a message of its own. */
export async function remindersOf(context: Context): Promise<Message> {
  const { t } = context;
  const sections = await waitingSections(context);
  const message: Message = {
    type: 'message',
    title: t('nudge.mine'),
    audience: 'private',
    sections: sections.length > 0 ? sections : [{ type: 'text', text: t('nudge.none') }],
  };
  return refreshable(message, 'herinneringen', {});
}
