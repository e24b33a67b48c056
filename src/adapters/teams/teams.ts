import { PUBLIC, withOverrides } from '@microsoft/teams.api';
import { App, ExpressAdapter } from '@microsoft/teams.apps';
import express, { type RequestHandler } from 'express';
import type { Platform } from '../../domain/delivery/platform.ts';
import type { Message } from '../../reply/reply.ts';
import { cardRefresher } from '../chat/card-refresh.ts';
import { recently } from '../chat/once.ts';
import { DOUBLE_CLICK_MS, LOOK_AGAIN_MS } from '../chat/times.ts';
import { workUnderWay } from '../chat/under-way.ts';
import { connectorOver } from './connect/connector.ts';
import { retryAfterOf } from './connect/connector-error.ts';
import { readActivity, refuseStrangers } from './connect/door.ts';
import { sdkLog } from './connect/sdk-log.ts';
import { listen } from './listeners.ts';
import type { TeamsOptions, TeamsSetup } from './options.ts';
import { drawCard } from './send/draw-card.ts';
import { teamsPlatform } from './send/teams-platform.ts';
import type { TeamsSettings } from './settings.ts';

/** Teams as it is set up: a road for messages, and what answers people. */
export interface Teams {
  platform: Platform<Message>;
  /** To be mounted at the root. */
  routes: RequestHandler;
  /** Brings cards in channels up to date; to be called often. */
  refreshCards(): Promise<number>;
  /** Waits until every answer that was begun is given. */
  stop(): Promise<void>;
  settled(): Promise<void>;
}

const ENDPOINT = '/api/messages';

/** How long Teams shows a message that one person alone sees in a channel. */
const PRIVATE_MS = 24 * 3_600_000;
/** Of a message's twenty seconds, so that three calls in a row fit and what became of each is known. */
const CALL_MS = 6_000;

/** Teams over HTTP, for every tenant; only linked ones get answers. */
export async function createTeams(setup: TeamsSetup): Promise<Teams> {
  const { settings, monotonic, log } = setup;
  const routes = express();
  routes.disable('x-powered-by');
  const { openIdMetadataUrl = PUBLIC.openIdMetadataUrl, clientId } = settings;
  if (!settings.unauthenticated)
    routes.post(ENDPOINT, refuseStrangers({ clientId, openIdMetadataUrl, log, monotonic }));
  routes.post(ENDPOINT, ...readActivity());
  const app = sdkApp(settings, routes, setup);
  const options: TeamsOptions = {
    ...setup,
    connector: connectorOver(app, clientId),
    lookedAt: recently(LOOK_AGAIN_MS, monotonic),
    pressed: recently(DOUBLE_CLICK_MS, monotonic),
    privateTo: recently(PRIVATE_MS, monotonic),
    underWay: workUnderWay(),
  };
  listen(app, options);
  await app.initialize();
  const { settled } = options.underWay;
  return {
    platform: teamsPlatform(options),
    routes,
    refreshCards: cardRefresher(options, {
      platform: 'teams',
      draw: (card) => drawCard(options, card),
      restOf: (error) => {
        const seconds = retryAfterOf(error);
        return seconds === undefined ? undefined : seconds * 1_000;
      },
    }),
    stop: settled,
    settled,
  };
}

/** What the SDK would otherwise take from the environment is told to it, so that nothing there can open the door. */
function sdkApp(
  { clientId, clientSecret, tenantId, unauthenticated, openIdMetadataUrl, token }: TeamsSettings,
  routes: express.Express,
  { log }: TeamsSetup,
): App {
  // Told that there is none, or the SDK would ask the network for a managed identity's.
  const tokens = unauthenticated ? { getAppToken: async () => undefined } : token;
  return new App({
    clientId,
    clientSecret: unauthenticated ? '' : (clientSecret ?? ''),
    ...(tenantId === undefined ? {} : { tenantId }),
    ...(tokens ? { token: tokens } : {}),
    cloud: openIdMetadataUrl === undefined ? PUBLIC : withOverrides(PUBLIC, { openIdMetadataUrl }),
    client: { timeout: CALL_MS },
    serviceUrl: 'https://smba.trafficmanager.net/teams',
    messagingEndpoint: ENDPOINT,
    dangerouslyAllowUnauthenticatedRequests: unauthenticated,
    httpServerAdapter: new ExpressAdapter(routes, { logger: sdkLog(log) }),
    logger: sdkLog(log),
    telemetry: { agent365: false },
  });
}
