import type { Context } from '../../src/command/command.ts';
import { refreshable } from '../../src/command/refreshable.ts';
import type { Guide } from '../../src/domain/guide/guide.ts';
import type { Message } from '../../src/reply/reply.ts';
import { guideCard } from '../../src/views/guide-card.ts';
import { viewOf } from '../../src/views/view-of.ts';
import { checkingOf } from './checking.ts';

/** The first steps of a guide, as anyone may see them. */
export async function showGuide(context: Context, guide: Guide): Promise<Message> {
  const checking = await checkingOf(context, guide.id);
  const view = await viewOf(context, [guide, ...checking.reports]);
  return refreshable({ ...guideCard(guide, view, checking), audience: context.audience }, 'toon', {
    wat: guide.id,
  });
}
