import { createHash } from 'node:crypto';

export type TenantName = 'T1' | 'T2';

/** Somebody in Teams; a test may change the fields, and the roster gives them as they are then. */
export interface Person {
  name: string;
  realName: string;
  /** Who it is to the bot. */
  id: string;
  /** Who it is in Entra; who joins a meeting without an account has none. */
  aadObjectId: string | undefined;
  /** Where the account is at home: for who comes in through a shared channel, not where the channel is. */
  tenantId: string;
  userRole: 'user' | 'guest';
  userPrincipalName: string;
  email: string;
  /** The conversation between this person and the bot. */
  personal: string;
}

export interface Channel {
  id: string;
  name: string;
  type: 'standard' | 'shared';
}

/** A tenant with its people and one team and one group chat, in which everyone is. */
export interface Tenant {
  key: TenantName;
  id: string;
  name: string;
  people: Person[];
  /** The id of a team is that of its first channel. */
  team: { id: string; aadGroupId: string; name: string; channels: Channel[] };
  group: { id: string; name: string };
}

const NAMES: Record<TenantName, string> = { T1: 'politie', T2: 'bank' };

/** One of the two tenants, with the same ids each time. */
export function tenantOf(key: TenantName): Tenant {
  const name = NAMES[key];
  const id = guid(`tenant ${key}`);
  const member = (who: string, realName: string): Person => ({
    name: who,
    realName,
    id: `29:${token(`${key} ${who}`)}`,
    aadObjectId: guid(`${key} ${who}`),
    tenantId: id,
    userRole: 'user',
    userPrincipalName: `${who}@${name}.example`,
    email: `${who}@${name}.example`,
    personal: `a:${token(`${key} ${who} personal`)}`,
  });
  const upn = `gijs_elders.example#EXT#@${name}.example`;
  const people: Person[] = [
    member('anna', 'Anna de Vries'),
    member('bram', 'Bram Jansen'),
    member('carla', 'Carla Peters'),
    {
      ...member('gijs', 'Gijs Gast'),
      userRole: 'guest',
      userPrincipalName: upn,
      email: 'gijs@elders.example',
    },
    {
      ...member('femke', 'Femke Partner'),
      tenantId: guid('tenant of a partner'),
      userPrincipalName: 'femke@partner.example',
      email: 'femke@partner.example',
    },
    { ...member('zonder', 'Zonder Account'), aadObjectId: undefined },
  ];
  const channel = (channelName: string, type: Channel['type']): Channel => ({
    id: `19:${hex(`${key} ${channelName}`)}@thread.tacv2`,
    name: channelName,
    type,
  });
  const channels = [
    channel('algemeen', 'standard'),
    channel('campagnes', 'standard'),
    channel('gedeeld', 'shared'),
  ];
  const team = {
    id: channels[0]?.id ?? '',
    aadGroupId: guid(`${key} team`),
    name: `Team ${name}`,
    channels,
  };
  return {
    key,
    id,
    name,
    people,
    team,
    group: { id: `19:${hex(`${key} group`)}@thread.v2`, name: 'Overleg' },
  };
}

/** Every id by which something of a tenant could be known elsewhere. */
export function idsOf({ id, people, team, group }: Tenant): string[] {
  const personal = people.flatMap((person) => [person.id, person.aadObjectId ?? person.id, person.personal]);
  return [id, ...personal, ...team.channels.map((channel) => channel.id), team.aadGroupId, group.id];
}

function hex(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function token(text: string): string {
  return createHash('sha512').update(text).digest('base64url');
}

function guid(text: string): string {
  const digits = hex(text);
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`];
  return [...parts, `a${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}
