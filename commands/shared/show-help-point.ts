import type { Context } from '../../src/command/command.ts';
import { refreshable } from '../../src/command/refreshable.ts';
import { isCoordinator } from '../../src/domain/access/may.ts';
import type { HelpPoint } from '../../src/domain/help-point/help-point.ts';
import type { Message } from '../../src/reply/reply.ts';
import { helpPointCard } from '../../src/views/help-point-card.ts';
import { viewOf } from '../../src/views/view-of.ts';

/** A help point's card; only a coordinator, in private, sees numbers that are still to be checked. */
export async function showHelpPoint(context: Context, point: HelpPoint): Promise<Message> {
  const { actor, audience, now } = context;
  const view = await viewOf(context, [point]);
  const mayConfirm = audience === 'private' && isCoordinator(actor);
  return refreshable({ ...helpPointCard(point, view, now, mayConfirm), audience }, 'toon', { wat: point.id });
}
