import { ExpressReceiver } from '@slack/bolt';
import { Router } from 'express';
import { deriveKey } from '../../../core/secrets.ts';
import type { SlackOptions } from '../options.ts';
import { apiUrlOf, type HttpSettings } from '../settings.ts';
import type { Slack } from '../slack.ts';
import { boltLog } from './bolt-log.ts';
import { connected, IMPATIENT } from './connected.ts';
import { installPages } from './install-pages.ts';
import { installationStore } from './installation-store.ts';
import { discardLeftover } from './leftover-body.ts';
import { OPTIONAL_SCOPES, SLACK_SCOPES } from './scopes.ts';
import { refuseFuture } from './signing-time.ts';

/** Slack over HTTP: every workspace that installed the app, each with its own access. */
export function overHttp(options: SlackOptions, settings: HttpSettings): Slack {
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
  const parts = connected(options, { receiver }, kept.tokenOf, kept);
  return { ...parts, routes: router, start: async () => {}, stop: parts.settled };
}

/** Signs what travels along with an installation, so that it comes back to who began it. */
function stateSecretOf(encryptionKey: Buffer): string {
  return deriveKey(encryptionKey, 'slack install state').toString('hex');
}
