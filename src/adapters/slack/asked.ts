import type { WebClient } from '@slack/web-api';
import type { Context } from '../../command/command.ts';
import { askAs } from '../chat/ask-as.ts';
import type { SlackOptions } from './options.ts';
import { profileOf } from './profile-of.ts';

/** What Bolt knows of a request's workspace. */
export interface Place {
  teamId?: string | undefined;
  enterpriseId?: string | undefined;
  isEnterpriseInstall: boolean;
}

/** Who did it, and where; as the payloads of Slack say it. */
export interface Who extends Place {
  user: string;
  /** The workspace of the user, when the payload tells: in a shared channel it may be another than ours. */
  userTeam?: string | undefined;
  channel?: { id: string; name?: string } | undefined;
  client: WebClient;
}

/** The workspace as we know it: an Enterprise Grid that installed the app for all is one. */
export function tenantOf({ isEnterpriseInstall, enterpriseId, teamId }: Place): string {
  const id = isEnterpriseInstall ? enterpriseId : teamId;
  if (!id) throw new Error('the request names no workspace');
  return id;
}

/** The command kit's view of a request: the asker with their own rights, and where they ask. Always private. */
export async function asked(options: SlackOptions, who: Who): Promise<Context> {
  const { user, client } = who;
  const here = tenantOf(who);
  const isElsewhere = who.userTeam !== undefined && !here.startsWith('E') && who.userTeam !== here;
  const tenant = isElsewhere ? (who.userTeam as string) : here;
  const account = { platform: 'slack' as const, tenant, user };
  const channel = who.channel && !isPrivateConversation(who.channel.id) ? who.channel : undefined;
  return askAs(options, { account, here, isElsewhere, profile: () => profileOf(client, account), channel });
}

/** Whether only the asker reads along: a direct message with the bot. */
export function isPrivateConversation(channel: string): boolean {
  return channel.startsWith('D');
}
