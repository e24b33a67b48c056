import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Body, Call } from './call.ts';
import { invite, messagesIn, newTrigger } from './hands.ts';
import { keepOwners } from './owners.ts';
import { createProxy } from './proxy.ts';
import type { State } from './proxy-state.ts';
import type { Rule } from './script.ts';
import { type Person, startWorkspace, type Workspace, type WorkspaceSeed } from './workspace.ts';

export interface SlackOptions {
  redirectUri: string;
  scopes: readonly string[];
  people?: WorkspaceSeed['people'];
  channels?: WorkspaceSeed['channels'];
}

export interface SlackServer {
  origin: string;
  /** For `slackApiUrl`. */
  apiUrl: string;
  /** For `authorizationUrl`. */
  authorizeUrl: string;
  calls: Call[];
  /** What Slack would refuse, or what reached into another workspace: every test holds it empty. */
  violations: string[];
  /** What to do with coming calls. */
  script: Rule[];
  responses: { id: string; body: Body }[];
  /** Somebody of a workspace by name; the fields may be changed. */
  person(team: string, name: string): Person;
  /** The id of a channel by name. */
  channel(team: string, name: string): string;
  /** The user id of the app's bot. */
  bot(team: string): string;
  /** Takes the bot into a channel. */
  invite(team: string, channel: string): Promise<void>;
  /** What stands in a channel, or between the bot and a user, oldest first and with metadata. */
  messages(team: string, channelOrUser: string): Promise<Body[]>;
  /** A trigger id for a user: good for three seconds and one view, unless it is to be expired. */
  newTrigger(team: string, user: string, options?: { view?: string; expired?: boolean }): Promise<string>;
  /** A new response URL, of which the last part is the id in `responses`. */
  newResponseUrl(team: string): string;
  /** The modals of a workspace as they are now, in the order they were opened. */
  opened(team: string): Body[];
  /** A modal or Home tab as it was opened or changed last. */
  view(viewId: string): Body | undefined;
  /** What somebody's Home tab shows. */
  home(team: string, user: string): Body | undefined;
  close(): Promise<void>;
}

const TEAMS = ['T1', 'T2'];
const ZONE = { tz: 'Europe/Amsterdam', locale: 'nl-NL', guest: false };
const PEOPLE: WorkspaceSeed['people'] = [
  { name: 'anna', realName: 'Anna de Vries', email: 'anna@voorbeeld.nl', ...ZONE },
  { name: 'bram', realName: 'Bram Jansen', email: 'bram@voorbeeld.nl', ...ZONE },
  { name: 'gast', realName: 'Gijs Gast', email: 'gijs@elders.nl', ...ZONE, guest: true },
];
const CHANNELS: WorkspaceSeed['channels'] = [
  { name: 'algemeen', isPrivate: false },
  { name: 'campagnes', isPrivate: false },
  { name: 'besloten', isPrivate: true },
];

/** Slack with two workspaces, T1 and T2, on loopback; the app is installed in neither yet. */
export async function startSlackServer(options: SlackOptions): Promise<SlackServer> {
  const seed = { people: PEOPLE, channels: CHANNELS, ...options };
  const workspaces = await Promise.all(TEAMS.map((team) => startWorkspace(team, seed)));
  const state = newState(workspaces, options.redirectUri);
  const proxy = createProxy(state);
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const { calls, violations, script, responses } = state;
  const of = (team: string) =>
    found(
      workspaces.find((each) => each.team === team),
      team,
    );
  const person = (team: string, name: string) =>
    found(
      of(team).people.find((each) => each.name === name),
      name,
    );
  let responseUrls = 0;
  return {
    origin,
    apiUrl: `${origin}/api/`,
    authorizeUrl: `${origin}/oauth/v2/authorize`,
    calls,
    violations,
    script,
    responses,
    person,
    channel: (team, name) =>
      found(
        of(team).channels.find((each) => each.name === name),
        name,
      ).id,
    bot: (team) => of(team).bot,
    invite: (team, channel) => invite(of(team), channel),
    messages: (team, where) => messagesIn(of(team), where),
    newTrigger: (team, user, how) => newTrigger(state, of(team), user, how),
    newResponseUrl: (team) => `${origin}/response/${team}-${++responseUrls}`,
    opened: (team) => [...state.views.values()].filter((v) => v.type === 'modal' && v.team_id === team),
    view: (viewId) => state.views.get(viewId),
    home: (team, user) => state.homes.get(`${team} ${user}`),
    close: async () => {
      proxy.closeAllConnections();
      proxy.close();
      await Promise.all(workspaces.map((workspace) => workspace.close()));
    },
  };
}

function newState(workspaces: readonly Workspace[], redirectUri: string): State {
  const owners = keepOwners(TEAMS);
  for (const { team, bot, people, channels } of workspaces) {
    for (const { id } of [{ id: bot }, ...people, ...channels]) owners.learnOne(team, id);
  }
  return {
    workspaces,
    redirectUri,
    owners,
    calls: [],
    violations: [],
    script: [],
    responses: [],
    grants: new Map(),
    codes: new Map(),
    expired: new Set(),
    views: new Map(),
    homes: new Map(),
  };
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`no ${name} in this Slack`);
  return value;
}
