import type { Logger } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import { apiUrlOf, type SlackSettings } from '../settings.ts';

/** Clients for what the bot does by itself: apart from those that answer people, so that nobody waits for it. */
export interface Clients {
  /** With the access of a workspace or Enterprise Grid; undefined when there is none. */
  forTenant(tenant: string): Promise<WebClient | undefined>;
}

const PATIENCE_MS = 20_000;

/** No retries of their own: a repeated post could come twice, and the queue knows when to try again. */
export function backgroundOptions(settings: SlackSettings, logger: Logger): WebClientOptions {
  return {
    slackApiUrl: apiUrlOf(settings),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: PATIENCE_MS,
    logger,
  };
}

/** Clients by workspace; the access is read each time, for it may have been given anew or withdrawn. */
export function clientsOver(
  tokenOf: (tenant: string) => Promise<string | undefined>,
  options: WebClientOptions,
): Clients {
  const clients = new Map<string, { token: string; client: WebClient }>();
  return {
    forTenant: async (tenant) => {
      const token = await tokenOf(tenant);
      const held = clients.get(tenant);
      if (token === undefined) clients.delete(tenant);
      if (token === undefined || held?.token === token) return token === undefined ? undefined : held?.client;
      const client = new WebClient(token, options);
      clients.set(tenant, { token, client });
      return client;
    },
  };
}
