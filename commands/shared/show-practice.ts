import type { Context } from '../../src/command/command.ts';
import { refreshable } from '../../src/command/refreshable.ts';
import type { Practice } from '../../src/domain/practice/practice.ts';
import type { Message } from '../../src/reply/reply.ts';
import { practiceCard } from '../../src/views/practice-card.ts';
import { viewOf } from '../../src/views/view-of.ts';

/** A practice's card, with the campaigns that use it as far as the reader may see them. */
export async function showPractice(context: Context, practice: Practice): Promise<Message> {
  const { store, scope, audience } = context;
  const usedBy = await store.linked('campaign', 'practice', practice.id, scope);
  const view = await viewOf(context, [practice, ...usedBy]);
  return refreshable({ ...practiceCard(practice, usedBy.slice(0, 10), view), audience }, 'toon', {
    wat: practice.id,
  });
}
