import type { Context } from '../../src/command/command.ts';
import { refreshable } from '../../src/command/refreshable.ts';
import { Refusal } from '../../src/core/errors.ts';
import { guardOf } from '../../src/domain/access/guard.ts';
import { mayEditPractice } from '../../src/domain/access/may.ts';
import { canSee, publicScope } from '../../src/domain/access/visibility.ts';
import { visibleRecord } from '../../src/domain/change-one.ts';
import type { Practice } from '../../src/domain/practice/practice.ts';
import { usesOf } from '../../src/domain/practice/used-by.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import type { MessageKey, MessageParams } from '../../src/i18n/translate.ts';
import type { Message } from '../../src/reply/reply.ts';
import { practiceActions } from '../../src/views/practice-actions.ts';
import { practiceCard } from '../../src/views/practice-card.ts';
import { viewOf } from '../../src/views/view-of.ts';

const SHOWN = 10;

/** A practice's card, with the campaigns that use it and what came of that, as far as the reader may see. */
export async function showPractice(context: Context, practice: Practice): Promise<Message> {
  const { store, scope, audience, actor } = context;
  const { uses, total } = await usesOf(store, scope, practice.id, SHOWN);
  const shown = uses.flatMap(({ campaign, evaluations }) => [campaign, ...evaluations]);
  const view = await viewOf(context, [practice, ...shown]);
  const around = {
    uses,
    useCount: total,
    actions: audience === 'channel' ? [] : practiceActions(practice, actor, view),
    showsReason: practice.state === 'withdrawn' || mayEditPractice(actor, practice),
  };
  const isPublic = canSee(publicScope(context.now), guardOf(practice));
  const card = { ...practiceCard(practice, around, view), audience };
  return refreshable({ ...card, ...(isPublic ? {} : { shareable: false }) }, 'toon', { wat: practice.id });
}

/** The card after a change, led by what was done. */
export async function showDecided(
  context: Context,
  practice: Practice,
  done: MessageKey,
  params?: MessageParams,
): Promise<Message> {
  const card = await showPractice(context, practice);
  const told = { type: 'notice', tone: 'success', text: context.t(done, params) } as const;
  return { ...card, audience: 'private', sections: [told, ...card.sections] };
}

/** The stored practice, or a refusal when it does not exist for this reader. */
export async function practiceFor(context: Context, id: Id<'practice'>): Promise<Practice> {
  const practice = visibleRecord(await context.store.getMany([id]), id, context.by);
  if (!canSee(context.scope, guardOf(practice))) throw new Refusal('not-found');
  return practice;
}
