import type { State, Target } from './connector-state.ts';
import type { CallName } from './script.ts';

const ID = '([^/]+)';
const ROUTES: readonly [method: string, path: RegExp, call: CallName][] = [
  ['POST', new RegExp(`^/v3/conversations/${ID}/activities$`), 'create'],
  // The older way to answer: the activity that is answered stands in the address.
  ['POST', new RegExp(`^/v3/conversations/${ID}/activities/${ID}$`), 'create'],
  ['PUT', new RegExp(`^/v3/conversations/${ID}/activities/${ID}$`), 'update'],
  ['DELETE', new RegExp(`^/v3/conversations/${ID}/activities/${ID}$`), 'delete'],
  ['POST', /^\/v3\/conversations$/, 'conversation'],
  ['GET', new RegExp(`^/v3/conversations/${ID}/members$`), 'members'],
  ['GET', new RegExp(`^/v3/conversations/${ID}/pagedMembers$`), 'paged members'],
  ['GET', new RegExp(`^/v3/conversations/${ID}/members/${ID}$`), 'member'],
  ['GET', new RegExp(`^/v3/teams/${ID}$`), 'team'],
  ['GET', new RegExp(`^/v3/teams/${ID}/conversations$`), 'channels'],
];

/** What is asked; undefined when there is nothing at this address, or no longer. */
export function targetOf(state: State, method: string, url: string): Target | undefined {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const [, region = '', tenantId, rest = ''] = /^\/(\w+)\/([\w-]+)(\/.*)$/.exec(pathname) ?? [];
  const tenant = state.tenants.find(({ id }) => id === tenantId);
  if (tenant === undefined || state.regions.get(tenant.key) !== region) return undefined;
  for (const [verb, path, call] of ROUTES) {
    const match = method === verb ? path.exec(rest) : null;
    if (match === null) continue;
    const [first = '', second] = match.slice(1).map(decodeURIComponent);
    const isTeam = call === 'team' || call === 'channels';
    const [conversation = '', thread] = isTeam ? [''] : first.split(';messageid=');
    const id = isTeam ? first : second;
    return {
      tenant,
      call,
      conversation,
      ...(thread === undefined ? {} : { thread }),
      ...(id === undefined ? {} : { id }),
      isTargeted: searchParams.get('isTargetedActivity') === 'true',
    };
  }
  return undefined;
}
