import type { WebClient } from '@slack/web-api';
import type { Account, Profile } from '../../domain/tenant/account.ts';
import { errorCode } from './error-code.ts';

/** The Slack user as users.info gives it, as far as we look. */
interface SlackUser {
  team_id?: string;
  name?: string;
  real_name?: string;
  locale?: string;
  tz?: string;
  deleted?: boolean;
  is_bot?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  is_stranger?: boolean;
  enterprise_user?: { enterprise_id?: string; teams?: string[] };
}

const LONGEST_NAME = 200;

/** Errors that say that there is no such person in this workspace. */
const UNKNOWN = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);

/** What Slack tells of an account. Who it does not know is a guest. */
export async function profileOf(client: WebClient, { tenant, user }: Account): Promise<Profile> {
  const found = await client.users.info({ user, include_locale: true }).catch((error: unknown) => {
    if (!UNKNOWN.has(errorCode(error))) throw error;
    return undefined;
  });
  if (!found?.user) return { name: user, locale: 'nl', zone: undefined, guest: true, signedOff: false };
  return profileFrom(found.user as SlackUser, tenant);
}

/** The same of a user that Slack sent along with an event. `tenant`: the workspace or Enterprise Grid we are in. */
export function profileFrom(user: SlackUser, tenant: string): Profile {
  return {
    name:
      (user.real_name || user.name || '?')
        .replaceAll(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, LONGEST_NAME) || '?',
    locale: localeOf(user.locale),
    zone: zoneOf(user.tz),
    guest: isGuest(user) || isElsewhere(user, tenant),
    signedOff: user.deleted === true || user.is_restricted === true || user.is_ultra_restricted === true,
  };
}

/** Someone with a guest's account, or no person at all. */
export function isGuest(user: SlackUser): boolean {
  return Boolean(user.is_restricted || user.is_ultra_restricted || user.is_stranger || user.is_bot);
}

/** Someone of a connected workspace: Slack names these as well, and does not call them guests or strangers. */
function isElsewhere({ team_id: team, enterprise_user: grid }: SlackUser, tenant: string): boolean {
  if (tenant.startsWith('E')) return grid?.enterprise_id !== tenant;
  // In an Enterprise Grid one is at home in each workspace that one was added to.
  return team !== undefined && team !== tenant && !grid?.teams?.includes(tenant);
}

/** Dutch unless Slack is in another language: then English, which more people read. */
export function localeOf(locale: string | undefined): 'nl' | 'en' {
  return locale === undefined || locale.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}

function zoneOf(name: string | undefined): string | undefined {
  try {
    return name && new Intl.DateTimeFormat('en', { timeZone: name }) ? name : undefined;
  } catch {
    // A zone that this machine does not know: the person keeps the partnership's.
    return undefined;
  }
}
