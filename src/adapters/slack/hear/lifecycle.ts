import type { AllMiddlewareArgs, InstallationStore, SlackEventMiddlewareArgs } from '@slack/bolt';
import { tenantGone } from '../../../domain/tenant/manage-tenant.ts';
import { tenantId } from '../../../domain/tenant/tenant.ts';
import { endAccount } from '../../chat/end-account.ts';
import { tenantOf } from '../asked.ts';
import type { SlackOptions } from '../options.ts';
import { isGuest } from '../profile-of.ts';
import { placeOf } from '../who-of.ts';

/** The app was removed, or its access withdrawn: the access is thrown away, and coordinators see it. */
export function onGone(options: SlackOptions, installations: InstallationStore | undefined) {
  return async (
    gone: SlackEventMiddlewareArgs<'app_uninstalled' | 'tokens_revoked'> & AllMiddlewareArgs,
  ): Promise<void> => {
    const { event, body, context } = gone;
    // Only people withdrew theirs; the bot's own access stands.
    if (event.type === 'tokens_revoked' && (event.tokens.bot ?? []).length === 0) return;
    const place = placeOf(context);
    const isEnterpriseInstall = place.isEnterpriseInstall || body.team_id === undefined;
    const tenant = tenantOf({ ...place, isEnterpriseInstall });
    const ids = isEnterpriseInstall
      ? { enterpriseId: tenant, teamId: undefined }
      : { enterpriseId: place.enterpriseId, teamId: tenant };
    const known = await options.store.get(tenantId('slack', tenant));
    // Slack may tell of it late, when the app has been installed anew meanwhile.
    if (known && isBefore(body.event_time, known.installedAt)) return;
    await installations?.deleteInstallation?.({ ...ids, isEnterpriseInstall } as never);
    await tenantGone(options.store, options.now(), 'slack', tenant);
    options.log.warn({ tenant }, 'Slack: the app was removed from a workspace');
  };
}

/** Someone's account changed: switched off, or made a guest's, it opens nothing any more, and all is handed over. */
export function onUserChange(options: SlackOptions) {
  return async ({
    event,
    context,
  }: SlackEventMiddlewareArgs<'user_change'> & AllMiddlewareArgs): Promise<void> => {
    const tenant = tenantOf(placeOf(context));
    const { user } = event;
    if (!user.deleted && !isGuest(user)) return;
    const account = { platform: 'slack' as const, tenant, user: user.id };
    await endAccount(options, account);
  };
}

function isBefore(seconds: number, installedAt: string): boolean {
  return seconds * 1_000 < Temporal.Instant.from(installedAt).epochMilliseconds - 1_000;
}
