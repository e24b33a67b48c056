import type { Context } from '../../src/command/command.ts';
import { refreshable } from '../../src/command/refreshable.ts';
import { Refusal } from '../../src/core/errors.ts';
import { guardOf } from '../../src/domain/access/guard.ts';
import { canSee } from '../../src/domain/access/visibility.ts';
import { visibleRecord } from '../../src/domain/change-one.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import type { Signal } from '../../src/domain/signal/signal.ts';
import type { MessageKey } from '../../src/i18n/translate.ts';
import type { Message } from '../../src/reply/reply.ts';
import { signalCard } from '../../src/views/signal-card.ts';
import { viewOf } from '../../src/views/view-of.ts';

/** A signal's card, with the names that the reader may see. */
export async function showSignal(context: Context, signal: Signal): Promise<Message> {
  const card = signalCard(signal, context.actor, await viewOf(context, [signal]));
  return refreshable(card, 'toon', { wat: signal.id });
}

/** The card after a change, led by what was done. */
export async function showChangedSignal(
  context: Context,
  signal: Signal,
  done: MessageKey,
): Promise<Message> {
  const card = await showSignal(context, signal);
  return {
    ...card,
    sections: [{ type: 'notice', tone: 'success', text: context.t(done) }, ...card.sections],
  };
}

/** The stored signal, or a refusal when it does not exist for this reader, or not in a channel. */
export async function signalFor(context: Context, id: Id<'signal'>): Promise<Signal> {
  const signal = visibleRecord(await context.store.getMany([id]), id, context.by);
  if (!canSee(context.scope, guardOf(signal))) throw new Refusal('not-found');
  return signal;
}
