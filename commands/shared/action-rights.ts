import type { Context } from '../../src/command/command.ts';
import { mayReportOn } from '../../src/domain/access/may.ts';
import type { Action } from '../../src/domain/plan/plan.ts';
import type { ActionRights } from '../../src/views/action-line.ts';

/** Whether this answer may tell how actions stand: never where others read along, never to outsiders. */
export function showsState({ scope }: Context): boolean {
  return scope.everything || scope.partners;
}

/** What this reader may see and do with an action. */
export function rightsOn(context: Context, action: Action): ActionRights {
  const shows = showsState(context);
  return { showsState: shows, mayReport: shows && mayReportOn(context.actor, action) };
}
