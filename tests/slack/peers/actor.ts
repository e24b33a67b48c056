import { APP_ID } from './workspace.ts';

type Json = Record<string, unknown>;

/** Who does something, and where. */
export interface Actor {
  team: string;
  user: string;
  /** The user's own workspace, when that is another than the one it happens in. */
  userTeam?: string;
  enterprise?: string;
}

/** Slack's old shared secret: still sent, no longer looked at. */
export const TOKEN = 'oude-gedeelde-sleutel';

/** What stands in everything that somebody clicks. */
export function frame({ team, user, userTeam = team, enterprise }: Actor): Json {
  const concern = enterprise === undefined ? {} : { enterprise_id: enterprise, enterprise_name: 'Concern' };
  return {
    team: { id: team, domain: domainOf(team), ...concern },
    user: { id: user, username: nameOf(user), name: nameOf(user), team_id: userTeam },
    api_app_id: APP_ID,
    token: TOKEN,
    enterprise: enterprise === undefined ? null : { id: enterprise, name: 'Concern' },
    is_enterprise_install: false,
  };
}

/** The part before `.slack.com`. */
export function domainOf(team: string): string {
  return `werkruimte-${team.toLowerCase()}`;
}

/** Slack gives a name beside each id that no app should lean on. */
export function nameOf(user: string): string {
  return `naam-${user.toLowerCase()}`;
}

/** A name for a channel, which Slack gives beside its id. */
export function channelName(channel: string): string {
  return channel.startsWith('D') ? 'directmessage' : `kanaal-${channel.toLowerCase()}`;
}
