import { App, type Authorize, type InstallationStore, type Receiver } from '@slack/bolt';
import type { Platform } from '../../../domain/delivery/platform.ts';
import type { Message } from '../../../reply/reply.ts';
import { listen } from '../listeners.ts';
import type { SlackOptions } from '../options.ts';
import { slackCards } from '../send/card-refresh.ts';
import { slackPlatform } from '../send/slack-platform.ts';
import { apiUrlOf } from '../settings.ts';
import { boltLog } from './bolt-log.ts';
import { backgroundOptions, clientsOver } from './clients.ts';

/**
 * Calls that someone waits for are made once: a form that cannot be opened within three seconds cannot be opened at
 * all, and a code for an installation works once. By itself Slack's library would try for half an hour.
 */
export const IMPATIENT = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 8_000 };

/** What is the same however Slack reaches us. */
export interface Connected {
  app: App;
  platform: Platform<Message>;
  refreshCards(): Promise<number>;
  settled(): Promise<void>;
}

/** A Bolt app over a receiver that listens to everything, and what the bot does by itself. */
export function connected(
  options: SlackOptions,
  { receiver, authorize }: { receiver: Receiver; authorize?: Authorize<boolean> },
  tokens: (tenant: string) => Promise<string | undefined>,
  kept: InstallationStore | undefined,
): Connected {
  const app = boltApp(options, receiver, authorize);
  listen(app, options, kept);
  const { store, now, settings, log, underWay } = options;
  const clients = clientsOver(tokens, backgroundOptions(settings, boltLog(log)));
  return {
    app,
    platform: slackPlatform({ store, now, clients }),
    refreshCards: slackCards(options, clients),
    settled: underWay.settled,
  };
}

function boltApp(options: SlackOptions, receiver: Receiver, authorize: Authorize<boolean> | undefined): App {
  return new App({
    receiver,
    ...(authorize ? { authorize } : {}),
    convoStore: false,
    extendedErrorHandler: true,
    logger: boltLog(options.log),
    clientOptions: { ...IMPATIENT, slackApiUrl: apiUrlOf(options.settings) },
  });
}
