import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PUBLIC, withOverrides } from '@microsoft/teams.api';
import { App, ExpressAdapter } from '@microsoft/teams.apps';
import type { ILogger } from '@microsoft/teams.common';
import express from 'express';

/** What goes wrong here is meant to; the library has no logger that keeps silent. */
const SILENT: ILogger = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  trace() {},
  log() {},
  child: () => SILENT,
};

export interface BareTeamsOptions {
  clientId: string;
  /** Where the keys are that tokens must be signed with. */
  openIdMetadataUrl: string;
  /** Where Entra is taken to be; its own address if left out. */
  loginEndpoint?: string;
  /** What the app comes to the Bot Connector with. */
  token: string;
  /** Where the app sends what it sends by itself. */
  serviceUrl: string;
  /** False for an app that does nothing until it is told what. */
  echoes?: boolean;
}

export interface BareTeams {
  app: App;
  base: string;
  stop(): Promise<void>;
}

/** An app of the Teams SDK on Express that answers each message with what it says, and nothing more. */
export async function startBareTeams(options: BareTeamsOptions): Promise<BareTeams> {
  const { clientId, openIdMetadataUrl, loginEndpoint, token, serviceUrl, echoes = true } = options;
  const routes = express();
  const app = new App({
    clientId,
    // A client secret of the environment would come before the token.
    clientSecret: '',
    token: () => token,
    serviceUrl,
    logger: SILENT,
    httpServerAdapter: new ExpressAdapter(routes, { logger: SILENT }),
    cloud: withOverrides(PUBLIC, { openIdMetadataUrl, ...(loginEndpoint && { loginEndpoint }) }),
  });
  if (echoes)
    app.on('message', async ({ send, activity }) => {
      await send(`echo ${activity.text}`);
    });
  await app.initialize();
  const server = createServer(routes);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    app,
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
