import {
  App,
  type Authorize,
  ExpressReceiver,
  type InstallationStore,
  type Receiver,
  SocketModeReceiver,
} from '@slack/bolt';
import { type RequestHandler, Router } from 'express';
import { ProxyAgent } from 'undici';
import { deriveKey } from '../../core/secrets.ts';
import type { Platform } from '../../domain/delivery/platform.ts';
import type { Message } from '../../reply/reply.ts';
import { boltLog } from './bolt-log.ts';
import { cardRefresher } from './card-refresh.ts';
import { backgroundOptions, clientsOver } from './clients.ts';
import { installPages } from './install-pages.ts';
import { installationStore } from './installation-store.ts';
import { keepConnecting } from './keep-connected.ts';
import { discardLeftover } from './leftover-body.ts';
import { listen } from './listeners.ts';
import { recently } from './once.ts';
import type { SlackOptions, SlackSetup } from './options.ts';
import { OPTIONAL_SCOPES, SLACK_SCOPES } from './scopes.ts';
import { apiUrlOf, type HttpSettings, type SocketSettings } from './settings.ts';
import { refuseFuture } from './signing-time.ts';
import { singleWorkspace } from './single-workspace.ts';
import { slackPlatform } from './slack-platform.ts';
import { workUnderWay } from './under-way.ts';

/** Slack as it is set up: a road for messages, and what answers people. */
export interface Slack {
  platform: Platform<Message>;
  /** To be mounted at the root; undefined over Socket Mode, where nothing comes in from outside. */
  routes: RequestHandler | undefined;
  /** Brings cards in channels up to date; to be called often. */
  refreshCards(): Promise<number>;
  /** Connects, over Socket Mode. */
  start(): Promise<void>;
  /** Waits until every answer that was begun is given. */
  stop(): Promise<void>;
  settled(): Promise<void>;
}

/**
 * Calls that someone waits for are made once: a form that cannot be opened within three seconds cannot be opened at
 * all, and a code for an installation works once. By itself Slack's library would try for half an hour.
 */
const IMPATIENT = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 8_000 };

/** How long it is believed that an account is as it was. */
const LOOK_AGAIN_MS = 24 * 3_600_000;
const SENT_MS = 3_600_000;

/** Slack over HTTP, for every workspace that installed the app, or over Socket Mode for one. */
export function createSlack(setup: SlackSetup): Slack {
  const options = {
    ...setup,
    lookedAt: recently(LOOK_AGAIN_MS, setup.monotonic),
    sent: recently(SENT_MS, setup.monotonic),
    underWay: workUnderWay(),
  };
  return options.settings.mode === 'http'
    ? overHttp(options, options.settings)
    : overSocket(options, options.settings);
}

function overHttp(options: SlackOptions, settings: HttpSettings): Slack {
  const { installations, store, now, publicUrl, log } = options;
  const { signingSecret, clientId, clientSecret, encryptionKey } = settings;
  const kept = installationStore({ installations, encryptionKey, store, now });
  const router = Router();
  router.use('/slack/events', refuseFuture(), discardLeftover());
  const slackApiUrl = apiUrlOf(options.settings);
  const receiver = new ExpressReceiver({
    signingSecret,
    clientId,
    clientSecret,
    stateSecret: stateSecretOf(encryptionKey),
    scopes: [...SLACK_SCOPES, ...OPTIONAL_SCOPES],
    redirectUri: `${publicUrl}/slack/oauth_redirect`,
    installationStore: kept,
    router,
    logger: boltLog(log),
    installerOptions: {
      redirectUriPath: '/slack/oauth_redirect',
      clientOptions: { ...IMPATIENT, slackApiUrl },
      authorizationUrl: new URL('/oauth/v2/authorize', slackApiUrl).href,
      ...installPages(options),
    },
  });
  // The receiver's installer finds each workspace's access by itself.
  const app = boltApp(options, receiver, undefined);
  const parts = connected(options, app, kept.tokenOf, kept);
  return { ...parts, routes: router, start: async () => {}, stop: parts.settled };
}

function overSocket(options: SlackOptions, settings: SocketSettings): Slack {
  const { appToken, botToken, proxyUrl } = settings;
  const receiver = new SocketModeReceiver({
    appToken,
    ...(proxyUrl === undefined ? {} : { dispatcher: new ProxyAgent(proxyUrl) }),
    logger: boltLog(options.log),
    installerOptions: { clientOptions: { ...IMPATIENT, slackApiUrl: apiUrlOf(options.settings) } },
  });
  const single = singleWorkspace(options, botToken);
  let stopTrying = () => {};
  const app = boltApp(options, receiver, single.authorize);
  const tokens = async (tenant: string) => (tenant === (await single.tenant()) ? botToken : undefined);
  const parts = connected(options, app, tokens, undefined);
  return {
    ...parts,
    routes: undefined,
    start: async () => {
      stopTrying = keepConnecting(async () => {
        await single.tenant();
        await app.start();
      }, options.log);
    },
    stop: async () => {
      stopTrying();
      await app.stop().catch(() => {
        // It never was connected.
      });
      await parts.settled();
    },
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

function connected(
  options: SlackOptions,
  app: App,
  tokens: (tenant: string) => Promise<string | undefined>,
  kept: InstallationStore | undefined,
): Pick<Slack, 'platform' | 'refreshCards' | 'settled'> {
  listen(app, options, kept);
  const { store, now, settings, log, underWay } = options;
  const clients = clientsOver(tokens, backgroundOptions(settings, boltLog(log)));
  return {
    platform: slackPlatform({ store, now, clients }),
    refreshCards: cardRefresher(options, clients),
    settled: underWay.settled,
  };
}

/** Signs what travels along with an installation, so that it comes back to who began it. */
function stateSecretOf(encryptionKey: Buffer): string {
  return deriveKey(encryptionKey, 'slack install state').toString('hex');
}
