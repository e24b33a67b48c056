import type { Context } from '../../src/command/command.ts';
import { viewOf } from '../../src/command/names.ts';
import type { Practice } from '../../src/domain/practice/practice.ts';
import type { Message } from '../../src/reply/reply.ts';
import { practiceCard } from '../../src/views/practice-card.ts';

/** A practice's card, with the campaigns that use it as far as the reader may see them. */
export async function showPractice(context: Context, practice: Practice): Promise<Message> {
  const { store, scope, audience } = context;
  const usedBy = await store.linked('campaign', 'practice', practice.id, scope);
  const view = await viewOf(context, [practice, ...usedBy]);
  return { ...practiceCard(practice, usedBy.slice(0, 10), view), audience };
}
