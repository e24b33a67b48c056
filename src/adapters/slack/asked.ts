import type { WebClient } from '@slack/web-api';
import type { Context, Origin } from '../../command/command.ts';
import { contextFor } from '../../command/context.ts';
import type { Account, Profile } from '../../domain/tenant/account.ts';
import { tenantPresent } from '../../domain/tenant/manage-tenant.ts';
import { tenantId } from '../../domain/tenant/tenant.ts';
import { whoAsks } from '../../domain/tenant/who-asks.ts';
import { endAccount } from './hear/end-account.ts';
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
  const { store, ids, now } = options;
  const { user, client } = who;
  const here = tenantOf(who);
  const isElsewhere = who.userTeam !== undefined && !here.startsWith('E') && who.userTeam !== here;
  const tenant = isElsewhere ? (who.userTeam as string) : here;
  const account = { platform: 'slack' as const, tenant, user };
  let known: Promise<Profile> | undefined;
  const profile = (): Promise<Profile> => {
    known ??= profileOf(client, account).then((found) => ({ ...found, guest: found.guest || isElsewhere }));
    return known;
  };
  await knowPresent(options, here);
  const { actor, standing } = await whoAsks(account, { store, now: now(), newId: ids, profileOf: profile });
  if (standing === 'known' && !isElsewhere && options.lookedAt.isFirst(`${tenant} ${user}`))
    void options.underWay.during(lookAgain(options, account, profile));
  const channel = who.channel && !isPrivateConversation(who.channel.id) ? { channel: who.channel } : {};
  const from: Origin = { ...account, ...channel, standing, profile };
  return contextFor(options, actor, 'private', from);
}

/** Once a day, beside the request: whether it still is a member's account, in case Slack's word of it was missed. */
async function lookAgain(
  options: SlackOptions,
  account: Account,
  profile: () => Promise<Profile>,
): Promise<void> {
  try {
    if ((await profile()).signedOff) await endAccount(options, account);
  } catch (error) {
    options.log.warn({ reason: (error as Error).message }, 'an account could not be looked at again');
  }
}

/** A workspace that asks is not gone, whatever a failed message made of it. */
async function knowPresent({ store, now }: SlackOptions, id: string): Promise<void> {
  const known = await store.get(tenantId('slack', id));
  if (known?.goneAt) await tenantPresent(store, now(), { platform: 'slack', tenant: id, name: known.name });
}

/** Whether only the asker reads along: a direct message with the bot. */
export function isPrivateConversation(channel: string): boolean {
  return channel.startsWith('D');
}
