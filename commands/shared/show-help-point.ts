import type { Context } from '../../src/command/command.ts';
import { refreshable } from '../../src/command/refreshable.ts';
import type { HelpPoint } from '../../src/domain/help-point/help-point.ts';
import type { Message } from '../../src/reply/reply.ts';
import { helpPointCard } from '../../src/views/help-point-card.ts';
import { viewOf } from '../../src/views/view-of.ts';
import { checkingOf } from './checking.ts';

/** A help point's card; only a coordinator, in private, sees numbers that are still to be checked. */
export async function showHelpPoint(context: Context, point: HelpPoint): Promise<Message> {
  const { audience, now } = context;
  const checking = await checkingOf(context, point.id);
  const view = await viewOf(context, [point, ...checking.reports]);
  return refreshable({ ...helpPointCard(point, view, now, checking), audience }, 'toon', { wat: point.id });
}
