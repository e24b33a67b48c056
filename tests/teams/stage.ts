import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commands } from '../../commands/index.ts';
import type { ChatLog } from '../../src/adapters/chat/options.ts';
import { createTeams, type Teams } from '../../src/adapters/teams/teams.ts';
import { type App, createApp, createWebServer, fillCalendar } from '../../src/app.ts';
import type { Command } from '../../src/command/command.ts';
import { createRegistry } from '../../src/command/registry.ts';
import { readConfig } from '../../src/config.ts';
import type { Person } from '../../src/domain/person/person.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { createLogger } from '../../src/logger.ts';
import { closeServer } from '../../src/web/http-server.ts';
import type { Where } from './peers/at.ts';
import { type Connector, startConnector } from './peers/connector.ts';
import { type OpenId, startOpenId } from './peers/openid-server.ts';
import type { TenantName } from './peers/places.ts';
import type { Json, Values } from './reading.ts';
import type { Seen } from './seeing.ts';
import { actions } from './stage-actions.ts';

export type { Where } from './peers/at.ts';
export type { TenantName } from './peers/places.ts';
export type { Json, Values } from './reading.ts';
export type { Seen } from './seeing.ts';

export const CLIENT_ID = '0f9b6f4e-5a52-4a0e-8f4e-1d6a8c2f7b11';
const HOME = 'c5a0c0de-1111-4222-8333-444455556666';
const KEY = '11'.repeat(32);
export const POLICE: Id<'organisation'> = 'organisation/politie';
export const BANKS: Id<'organisation'> = 'organisation/nvb';

/** The whole program with Teams' stand-in behind it. */
export interface Stage {
  app: App;
  teams: Teams;
  connector: Connector;
  openid: OpenId;
  base: string;
  /** Everything that was logged, as lines. */
  logged: string[];
  /** Delivers what Teams would, with a right token unless another is given, and waits until all that follows is done. */
  send(activity: Json, more?: { token?: string }): Promise<Response>;
  /** Installs the bot for somebody, in the team or in the group chat, and tells it so. */
  install(tenant: TenantName, where: Where, who?: string): Promise<void>;
  uninstall(tenant: TenantName, where: Where, who?: string): Promise<void>;
  /** Installs it for Anna and in the team, and links the tenant with a code as Anna would. */
  link(tenant: TenantName, ...organisations: Id<'organisation'>[]): Promise<void>;
  /** Types in the own chat with the bot; in a team or group by mention, or only for the bot when targeted. */
  type(tenant: TenantName, who: string, text: string, more?: Typing): Promise<Seen>;
  /** Presses the button whose label begins so: of the open dialog, or else of the newest card that has it. */
  press(tenant: TenantName, who: string, seen: Seen, label: string): Promise<Seen>;
  /** Sends an open dialog with these values, and elsewhere what it came with. */
  submit(tenant: TenantName, who: string, dialog: Json, values: Values): Promise<Seen>;
  person(tenant: TenantName, who: string): Promise<Person>;
  change(id: Id<'person'>, more: Partial<Person>): Promise<void>;
  close(): Promise<void>;
}

export interface Typing {
  where?: Where;
  targeted?: boolean;
  /** The message that began the thread in a channel. */
  thread?: string;
}

/** `log`: where what is logged goes as well, as the program itself would write it. */
export async function startStage({
  log,
  extra = [],
  monotonic,
}: {
  log?: ChatLog;
  extra?: readonly Command[];
  monotonic?: () => number;
} = {}): Promise<Stage> {
  const web = createServer();
  await once(web.listen(0, '127.0.0.1'), 'listening');
  const base = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const openid = await startOpenId(CLIENT_ID);
  const connector = await startConnector({ clientId: CLIENT_ID });
  const config = readConfig({
    DATABASE_PATH: ':memory:',
    CLOCK: '2026-11-23T09:00:00Z',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: base,
    ENCRYPTION_KEY: KEY,
    TEAMS_CLIENT_ID: CLIENT_ID,
    TEAMS_CLIENT_SECRET: 'een-geheim-dat-niet-gebruikt-wordt',
    TEAMS_TENANT_ID: HOME,
  });
  const app = createApp(config);
  await fillCalendar(app);
  const logged: string[] = [];
  const noted = (level: keyof ChatLog) => (details: object, message: string) => {
    logged.push(
      `${message} ${JSON.stringify(details, (_key, value) => (value instanceof Error ? String(value.stack) : value))}`,
    );
    log?.[level](details, message);
  };
  const teams = await createTeams({
    ...app,
    registry: createRegistry([...commands, ...extra]),
    settings: {
      clientId: CLIENT_ID,
      clientSecret: undefined,
      tenantId: HOME,
      unauthenticated: false,
      openIdMetadataUrl: openid.metadataUrl,
      token: async () => connector.token,
    },
    log: { error: noted('error'), warn: noted('warn'), debug: noted('debug') },
    monotonic: monotonic ?? (() => app.clock.monotonic()),
  });
  const site = createWebServer(app, createLogger(config), { teamsRoutes: teams.routes });
  web.on('request', (request, response) => site.emit('request', request, response));
  const around = { app, teams, connector, openid, base };
  return { ...around, logged, ...actions(around), close };

  async function close(): Promise<void> {
    await teams.stop();
    await closeServer(web);
    await connector.close();
    await openid.close();
    app.close();
  }
}
