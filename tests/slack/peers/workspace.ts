import { createEmulator } from 'emulate';

/** What emulate calls its one team, whatever workspace it plays. */
const TEAM_IN_EMULATE = 'T000000001';
export const CLIENT_ID = '1.2';
export const CLIENT_SECRET = 'geheim';
export const APP_ID = 'A0CAMPAGNE';

export type Answer = Record<string, unknown> & { ok: boolean };

/** Somebody of a workspace; a test may change the fields, and users.info gives them as they are then. */
export interface Person {
  id: string;
  name: string;
  realName: string;
  email: string;
  tz: string;
  locale: string;
  guest: boolean;
  deleted: boolean;
}

export interface WorkspaceSeed {
  redirectUri: string;
  /** The scopes that the app is registered with: it gets these when it asks for none by name. */
  scopes: readonly string[];
  people: readonly Omit<Person, 'id' | 'deleted'>[];
  channels: readonly { name: string; isPrivate: boolean }[];
}

export interface Workspace {
  team: string;
  bot: string;
  people: Person[];
  channels: { id: string; name: string }[];
  /** Passes a request on to emulate and gives what it answers, the team by its name here. */
  pass(path: string, init: RequestInit): Promise<{ status: number; headers: Headers; text: string }>;
  /** Calls a method as one of the people does, who may do everything. */
  callAs(person: string, method: string, body: Record<string, unknown>): Promise<Answer>;
  close(): Promise<void>;
}

/** One workspace: an emulate of its own, since one knows a single team. */
export async function startWorkspace(team: string, seed: WorkspaceSeed): Promise<Workspace> {
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    hostname: '127.0.0.1',
    seed: { slack: seedOf(team, seed) },
  });
  const origin = `http://127.0.0.1:${new URL(emulator.url).port}`;
  const pass: Workspace['pass'] = async (path, init) => {
    const { status, headers, ...response } = await readAll(await fetch(origin + path, init));
    return { status, headers, text: response.text.replaceAll(TEAM_IN_EMULATE, team) };
  };
  const callAs: Workspace['callAs'] = async (person, method, body) => {
    const headers = { authorization: `Bearer ${tokenOf(team, person)}`, 'content-type': 'application/json' };
    return JSON.parse(
      (await pass(`/api/${method}`, { method: 'POST', headers, body: JSON.stringify(body) })).text,
    );
  };
  const first = seed.people[0]?.name ?? '';
  const { members } = (await callAs(first, 'users.list', { limit: 1000 })) as unknown as {
    members: Listed[];
  };
  const { channels } = (await callAs(first, 'conversations.list', {
    limit: 1000,
    types: 'public_channel,private_channel',
  })) as unknown as { channels: Listed[] };
  return {
    team,
    bot: idOf(members, 'campagneregie'),
    people: seed.people.map((person) => ({ ...person, id: idOf(members, person.name), deleted: false })),
    channels: seed.channels.map(({ name }) => ({ name, id: idOf(channels, name) })),
    pass,
    callAs,
    close: () => emulator.close(),
  };
}

interface Listed {
  id: string;
  name: string;
}

function seedOf(team: string, { redirectUri, scopes, people, channels }: WorkspaceSeed) {
  return {
    team: { name: `Werkruimte ${team}`, domain: `werkruimte-${team.toLowerCase()}` },
    strict_scopes: true,
    users: people.map(({ name, realName, email }) => ({ name, real_name: realName, email })),
    channels: channels.map(({ name, isPrivate }) => ({ name, is_private: isPrivate })),
    tokens: people.map(({ name }) => ({ token: tokenOf(team, name), user: name })),
    oauth_apps: [
      {
        app_id: APP_ID,
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        name: 'Campagneregie',
        bot_name: 'campagneregie',
        redirect_uris: [redirectUri],
        scopes,
      },
    ],
  };
}

/** The token of a person for the test's own looking: the app under test never gets it. */
function tokenOf(team: string, person: string): string {
  return `xoxp-${team}-${person}`;
}

function idOf(listed: readonly Listed[], name: string): string {
  const found = listed.find((each) => each.name === name);
  if (found === undefined) throw new Error(`emulate has no ${name}`);
  return found.id;
}

async function readAll(response: Response) {
  return { status: response.status, headers: response.headers, text: await response.text() };
}
