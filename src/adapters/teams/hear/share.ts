import { problem } from '../../../command/problem-replies.ts';
import { isStranger, standingReply } from '../../../command/standing-reply.ts';
import type { Card } from '../../../domain/card/cards.ts';
import { type ActionTarget, decodeAction, encodeAction } from '../../../render/action-value.ts';
import { forChannel, isShown, subjectOf, withSharer } from '../../chat/for-channel.ts';
import type { Asked } from '../asked.ts';
import type { TeamsOptions } from '../options.ts';
import { drawCard, shownHash } from '../send/draw-card.ts';
import { cardOf } from '../show/look.ts';
import { say, summaryOf } from '../show/say.ts';

/**
 * Posts an answer in the channel, with the name of who shares it. It is made anew as anyone may see it, for who reads
 * along is not known; what is not for everyone is not shared, and the sharer is told.
 */
export async function share(options: TeamsOptions, who: Asked, { args }: ActionTarget): Promise<void> {
  const { context, where } = who;
  const { t, locale, actor } = context;
  if (isStranger(context)) return say(options, who, await standingReply(context));
  const request = decodeAction([args.wat ?? ''].flat()[0]);
  if (!request || !where.channel || !actor.person) return;
  const reply = await forChannel(options, request, locale);
  if (!isShown(reply)) return say(options, who, problem(t('chat.not-shared-title'), t('chat.not-shared')));
  const shared = await withSharer(options, reply, locale, actor.person);
  const card = cardOf(shared, locale);
  const message = await options.connector.post(where, { card, summary: summaryOf(reply) });
  const subject = subjectOf(request);
  if (!subject || !message) return;
  const kept: Card = {
    platform: 'teams',
    tenant: where.tenant,
    channel: where.channel.id,
    message,
    subject,
    request: encodeAction(request),
    locale,
    sharedBy: actor.person,
    shown: shownHash(card),
    postedAt: options.now(),
  };
  await options.cards.save(kept);
  // It may have changed between its making and its keeping, when nobody followed it yet.
  await drawCard(options, kept);
}
