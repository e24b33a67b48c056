import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commands } from '../../commands/index.ts';
import type { ChatLog } from '../../src/adapters/chat/options.ts';
import { SLACK_SCOPES } from '../../src/adapters/slack/connect/scopes.ts';
import { createSlack, type Slack } from '../../src/adapters/slack/slack.ts';
import { type App, createApp, createWebServer, fillCalendar } from '../../src/app.ts';
import type { Command } from '../../src/command/command.ts';
import { createRegistry } from '../../src/command/registry.ts';
import { readConfig } from '../../src/config.ts';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { changeOne } from '../../src/domain/change-one.ts';
import type { Person } from '../../src/domain/person/person.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { makeLinkCode } from '../../src/domain/tenant/link-code.ts';
import { createLogger } from '../../src/logger.ts';
import { closeServer } from '../../src/web/http-server.ts';
import { installApp } from './peers/oauth.ts';
import { blockActions, type Payload, sendToApp, slashCommand, viewSubmission } from './peers/requests.ts';
import { type SlackServer, startSlackServer } from './peers/slack-server.ts';
import { CLIENT_ID, CLIENT_SECRET } from './peers/workspace.ts';
import { type Json, pressable, wordsIn } from './reading.ts';

export const SECRET = 'een-geheim-om-mee-te-ondertekenen';
const KEY = '11'.repeat(32);
export const POLICE: Id<'organisation'> = 'organisation/politie';
export const BANKS: Id<'organisation'> = 'organisation/nvb';

export type Team = 'T1' | 'T2';
export type Values = Record<string, string | string[] | null>;

/** What someone got to see after something that they did. */
export interface Seen {
  /** What came by a response URL, oldest first. */
  messages: Json[];
  /** The view that was opened or changed last. */
  view: Json | undefined;
  /** Every word of it. */
  text: string;
}

/** The whole program with Slack's stand-in behind it. */
export interface Stage {
  app: App;
  slack: Slack;
  server: SlackServer;
  base: string;
  /** Everything that was logged, as lines. */
  logged: string[];
  /** Sends what Slack would, rightly signed, and waits until all that follows is done. */
  send(payload: Payload): Promise<Response>;
  install(team: Team): Promise<Response>;
  /** Installs it, and links the workspace with a code as Anna would. */
  link(team: Team, ...organisations: Id<'organisation'>[]): Promise<void>;
  type(team: Team, who: string, text: string, more?: { command?: string; channel?: string }): Promise<Seen>;
  press(team: Team, who: string, seen: Seen, label: string): Promise<Seen>;
  submit(team: Team, who: string, view: Json, values: Values): Promise<Seen & { answer: Json }>;
  person(team: Team, who: string): Promise<Person>;
  change(id: Id<'person'>, more: Partial<Person>): Promise<void>;
  close(): Promise<void>;
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
  const server = await startSlackServer({
    redirectUri: `${base}/slack/oauth_redirect`,
    scopes: [...SLACK_SCOPES],
  });
  const config = readConfig({
    DATABASE_PATH: ':memory:',
    CLOCK: '2026-11-23T09:00:00Z',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: base,
    ENCRYPTION_KEY: KEY,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_CLIENT_ID: CLIENT_ID,
    SLACK_CLIENT_SECRET: CLIENT_SECRET,
    SLACK_API_URL: server.apiUrl,
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
  const slack = createSlack({
    ...app,
    registry: createRegistry([...commands, ...extra]),
    settings: config.slack as NonNullable<typeof config.slack>,
    log: { error: noted('error'), warn: noted('warn'), debug: noted('debug') },
    monotonic: monotonic ?? (() => app.clock.monotonic()),
  });
  const site = createWebServer(app, createLogger(config), { slackRoutes: slack.routes });
  web.on('request', (request, response) => site.emit('request', request, response));
  return { app, slack, server, base, logged, ...actions(app, slack, server, base), close };

  async function close(): Promise<void> {
    await slack.stop();
    await closeServer(web);
    await server.close();
    app.close();
  }
}

type Actions = Omit<Stage, 'app' | 'slack' | 'server' | 'base' | 'logged' | 'close'>;

function actions(app: App, slack: Slack, server: SlackServer, base: string): Actions {
  const userOf = (team: Team, who: string) => server.person(team, who).id;
  const send = async (payload: Payload) => {
    const response = await sendToApp(base, payload, { secret: SECRET });
    await slack.settled();
    return response;
  };
  /** Does something, and gathers what appeared because of it. */
  const seeing = async <T>(work: () => Promise<T>): Promise<{ result: T; seen: Seen }> => {
    const before = server.responses.length;
    const shown = new Set(views().map(markOf));
    const result = await work();
    const messages = server.responses.slice(before).map(({ body }) => body as Json);
    const view = views().findLast((one) => !shown.has(markOf(one)));
    return { result, seen: { messages, view, text: wordsIn([messages, view]) } };
  };
  const views = () => (['T1', 'T2'] as const).flatMap((team) => server.opened(team) as Json[]);
  const markOf = ({ id, hash }: Json) => `${id} ${hash}`;
  const install = (team: Team) => installApp(base, server, { team, user: userOf(team, 'anna') });
  const type: Actions['type'] = async (team, who, text, more = {}) => {
    const user = userOf(team, who);
    const channel = more.channel ?? server.channel(team, 'algemeen');
    const { seen } = await seeing(async () =>
      send(
        slashCommand({
          team,
          user,
          channel,
          command: more.command ?? '/campagne',
          text,
          trigger: await server.newTrigger(team, user),
          responseUrl: server.newResponseUrl(team),
        }),
      ),
    );
    return seen;
  };
  return {
    send,
    install,
    type,
    link: async (team, ...organisations) => {
      await install(team);
      const by = { actor: PROGRAM, at: app.now() };
      const { code } = await makeLinkCode(app.store, by, { organisations });
      await type(team, 'anna', `koppel ${code}`);
    },
    press: async (team, who, seen, label) => {
      const user = userOf(team, who);
      const { action, view } = pressable(seen, label);
      const { seen: after } = await seeing(async () =>
        send(
          blockActions({
            team,
            user,
            action,
            trigger: await server.newTrigger(team, user),
            responseUrl: server.newResponseUrl(team),
            ...(view
              ? { view }
              : { ephemeral: '1795430000.000001', channel: server.channel(team, 'algemeen') }),
          }),
        ),
      );
      return after;
    },
    submit: async (team, who, view, values) => {
      const user = userOf(team, who);
      // Every submission has a trigger of its own, by which the same one sent again is known.
      const { result, seen } = await seeing(async () =>
        send(viewSubmission({ team, user, view, values, trigger: await server.newTrigger(team, user) })),
      );
      const text = await result.text();
      const answer = text === '' ? {} : (JSON.parse(text) as Json);
      return { ...seen, answer, text: wordsIn([seen.messages, answer]) };
    },
    person: async (team, who) => {
      const found = await app.store.personWith({ platform: 'slack', tenant: team, user: userOf(team, who) });
      if (!found) throw new Error(`${who} has not met the bot in ${team}`);
      return found;
    },
    change: async (id, more) => {
      await changeOne(app.store, { actor: PROGRAM, at: app.now() }, 'test', id, (old) => ({
        ...old,
        ...more,
      }));
    },
  };
}
