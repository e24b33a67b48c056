import type { Context } from '../../src/command/command.ts';
import { refreshable } from '../../src/command/refreshable.ts';
import { guardOf } from '../../src/domain/access/guard.ts';
import { canSee } from '../../src/domain/access/visibility.ts';
import type { Action } from '../../src/domain/plan/plan.ts';
import { newestFirst } from '../../src/domain/plan/report-progress.ts';
import type { Message } from '../../src/reply/reply.ts';
import { actionCard } from '../../src/views/action-card.ts';
import { viewOf } from '../../src/views/view-of.ts';
import { rightsOn } from './action-rights.ts';

/** A plan action's card with its history, predecessor and successors, as far as the reader may see. */
export async function showAction(context: Context, action: Action): Promise<Message> {
  const { store, scope, actor, audience } = context;
  const plan = await store.get(action.plan);
  const reports = newestFirst(await store.linked('report', 'action', action.id, scope));
  const successors = await store.linked('action', 'action', action.id, scope);
  const view = await viewOf(context, [action, ...reports, ...successors]);
  const around = {
    plan: plan && canSee(scope, guardOf(plan)) ? plan : undefined,
    reports,
    successors,
    zone: actor.zone,
  };
  return refreshable({ ...actionCard(action, around, view, rightsOn(context, action)), audience }, 'toon', {
    wat: action.id,
  });
}
