import type { Authorize } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { tenantPresent } from '../../../domain/tenant/manage-tenant.ts';
import type { SlackOptions } from '../options.ts';
import { apiUrlOf } from '../settings.ts';
import { boltLog } from './bolt-log.ts';

const PATIENCE_MS = 10_000;

/** The one workspace of a bot token: found once, and entered as installed. */
export function singleWorkspace(
  options: SlackOptions,
  token: string,
): { tenant(): Promise<string>; authorize: Authorize<boolean> } {
  const { settings, store, now, log } = options;
  const client = new WebClient(token, {
    slackApiUrl: apiUrlOf(settings),
    logger: boltLog(log),
    retryConfig: { retries: 0 },
    timeout: PATIENCE_MS,
  });
  let found: Promise<{ tenant: string; botId?: string; botUserId?: string }> | undefined;
  const find = () => {
    found ??= look().catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  const look = () =>
    client.auth.test().then(async (test) => {
      const tenant = (test.is_enterprise_install ? test.enterprise_id : test.team_id) as string;
      await tenantPresent(store, now(), { platform: 'slack', tenant, name: test.team ?? tenant });
      return {
        tenant,
        ...(test.bot_id ? { botId: test.bot_id } : {}),
        ...(test.user_id ? { botUserId: test.user_id } : {}),
      };
    });
  return {
    tenant: async () => (await find()).tenant,
    authorize: async ({ teamId, enterpriseId }) => {
      const { tenant, ...bot } = await find();
      if (tenant !== teamId && tenant !== enterpriseId) throw new Error('another workspace than the token’s');
      return { botToken: token, ...bot };
    },
  };
}
