import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, ExpressReceiver, type Installation, type Logger, LogLevel, webApi } from '@slack/bolt';
import { installApp } from './oauth.ts';
import { type SlackServer, startSlackServer } from './slack-server.ts';
import { CLIENT_ID, CLIENT_SECRET } from './workspace.ts';

export const SECRET = 'ondertekening';
const SCOPES = ['commands', 'chat:write', 'im:history', 'im:write', 'users:read', 'links:write'];

/** What goes wrong here is meant to. */
const SILENT: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

export interface BareApp {
  app: App;
  base: string;
  slack: SlackServer;
  /** The installations that the app was given, by team. */
  installed: Map<string, Installation>;
  /** Has Anna install it in a workspace; gives a client with the token that came of it. */
  install(team: string): Promise<webApi.WebClient>;
  close(): Promise<void>;
}

/** A Bolt app that does nothing yet, with Slack's peer behind it. */
export async function startBareApp(): Promise<BareApp> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const slack = await startSlackServer({ redirectUri: `${base}/slack/oauth_redirect`, scopes: SCOPES });
  const installed = new Map<string, Installation>();
  const clientOptions = {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
  };
  const receiver = new ExpressReceiver({
    signingSecret: SECRET,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    stateSecret: 'staat',
    scopes: SCOPES,
    redirectUri: `${base}/slack/oauth_redirect`,
    logger: SILENT,
    installationStore: {
      storeInstallation: async (installation) =>
        void installed.set(installation.team?.id ?? '', installation),
      fetchInstallation: async ({ teamId = '' }) => {
        const found = installed.get(teamId);
        if (found === undefined) throw new Error(`not installed in ${teamId}`);
        return found as Installation<'v1' | 'v2', boolean>;
      },
    },
    installerOptions: {
      redirectUriPath: '/slack/oauth_redirect',
      authorizationUrl: slack.authorizeUrl,
      clientOptions,
    },
  });
  const app = new App({ receiver, clientOptions, logger: SILENT });
  server.on('request', receiver.app);
  return {
    app,
    base,
    slack,
    installed,
    install: async (team) => {
      const answer = await installApp(base, slack, { team, user: slack.person(team, 'anna').id });
      if (!answer.ok) throw new Error(`not installed in ${team}: ${answer.status}`);
      return new webApi.WebClient(installed.get(team)?.bot?.token, clientOptions);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await slack.close();
    },
  };
}
