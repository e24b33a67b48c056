import type { Context } from '../../src/command/command.ts';
import { isCoordinator, mayPropose } from '../../src/domain/access/may.ts';
import { type Checked, openCorrections } from '../../src/domain/correction/report-outdated.ts';
import type { Checking } from '../../src/views/correction-sections.ts';

/** What the asker may see and do about whether this is right; in a channel nothing. */
export async function checkingOf(context: Context, id: Checked): Promise<Checking> {
  const { store, scope, actor, audience } = context;
  const isPrivate = audience === 'private';
  return {
    reports: await openCorrections(store, scope, id),
    mayReport: isPrivate && mayPropose(actor),
    mayConfirm: isPrivate && isCoordinator(actor),
  };
}
