import type { Profile } from '../../domain/tenant/account.ts';
import type { Member } from './connect/connector.ts';
import type { Heard } from './heard.ts';

const LONGEST_NAME = 200;

/** How Entra marks the account of a guest in its name. */
const GUEST_NAME = '#EXT#';

/** What Teams tells of the asker: by the request itself, and by the roster, when it is asked. */
export function profileFrom(activity: Heard, member: Member | undefined, tenant: string): Profile {
  const isGuest = member !== undefined && isGuestHere(member, tenant);
  return {
    name: nameFrom(member?.name ?? activity.from.name ?? ''),
    locale: localeOf(activity.locale),
    zone: zoneOf(activity),
    guest: member === undefined || isGuest,
    signedOff: isGuest,
  };
}

/** A guest of the tenant, or someone of another one who reads along in a shared channel. */
function isGuestHere(
  { userRole, userPrincipalName, tenantId, aadObjectId }: Member,
  tenant: string,
): boolean {
  if (!aadObjectId || (userRole !== undefined && userRole !== 'user')) return true;
  if (userPrincipalName?.toUpperCase().includes(GUEST_NAME)) return true;
  return tenantId !== undefined && tenantId.toLowerCase() !== tenant;
}

/** Dutch unless Teams is in another language: then English, which more people read. */
export function localeOf(locale: string | null | undefined): 'nl' | 'en' {
  return !locale || locale.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}

function nameFrom(name: string): string {
  return (
    name
      .replaceAll(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, LONGEST_NAME) || '?'
  );
}

function zoneOf({ localTimezone, entities }: Heard): string | undefined {
  const name = localTimezone ?? entities?.find(({ type }) => type === 'clientInfo')?.timezone;
  try {
    return name && new Intl.DateTimeFormat('en', { timeZone: name }) ? name : undefined;
  } catch {
    // A zone that this machine does not know: the person keeps the partnership's.
    return undefined;
  }
}
