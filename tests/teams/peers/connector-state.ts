import type { Json } from './json.ts';
import type { Person, Tenant } from './places.ts';
import type { CallName, Rule } from './script.ts';

/** What a call of the app is about. */
export interface Target {
  tenant: Tenant;
  call: CallName;
  /** Without what stands behind `;messageid=`; empty for what is of no conversation. */
  conversation: string;
  /** What stands behind `;messageid=`: the message that began the thread. */
  thread?: string;
  /** The activity, member or team that the address ends with. */
  id?: string;
  isTargeted: boolean;
}

/** One call of the app under test. */
export interface Call extends Target {
  body: Json;
  /** What it was answered with; 0 while it is not. */
  status: number;
}

/** An activity as readers see it now. */
export interface Shown {
  id: string;
  activity: Json;
  thread?: string;
  /** Whom alone it is shown to, by the id that the bot knows them by. */
  for?: string;
  /** Rises with everything that is shown or changed, over all conversations. */
  turn: number;
}

/** What the connector keeps while a test runs. */
export interface State {
  tenants: readonly Tenant[];
  origin: string;
  /** The only token that is let in. */
  token: string;
  botId: string;
  calls: Call[];
  violations: string[];
  script: Rule[];
  /** Where the bot is: the ids of personal conversations, teams and group chats. */
  installed: Set<string>;
  shown: Map<string, Shown[]>;
  /** The part of the address by which each tenant is served now. */
  regions: Map<string, string>;
  newId: () => string;
  newTurn: () => number;
}

export type Kind = 'personal' | 'channel' | 'group';

/** A conversation of a tenant; undefined when there is no such one. */
export interface Found {
  kind: Kind;
  /** What the bot is installed in for it: the conversation itself, or the team of a channel. */
  home: string;
  members: readonly Person[];
}

export function findConversation(tenant: Tenant, conversation: string): Found | undefined {
  const { people, team, group } = tenant;
  const person = people.find(({ personal }) => personal === conversation);
  if (person) return { kind: 'personal', home: conversation, members: [person] };
  if (group.id === conversation) return { kind: 'group', home: conversation, members: people };
  const channel = team.channels.find(({ id }) => id === conversation);
  return channel && { kind: 'channel', home: team.id, members: people };
}

/** Whether the bot may write there: where it is installed, or to who is in a team where it is. */
export function isInstalled({ installed }: State, tenant: Tenant, { kind, home }: Found): boolean {
  return installed.has(home) || (kind === 'personal' && installed.has(tenant.team.id));
}

export function findPerson({ people }: Tenant, id: string): Person | undefined {
  return people.find((person) => person.id === id || person.aadObjectId === id);
}
