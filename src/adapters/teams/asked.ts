import type { Context } from '../../command/command.ts';
import { tenantPresent } from '../../domain/tenant/manage-tenant.ts';
import { tenantId } from '../../domain/tenant/tenant.ts';
import { askAs } from '../chat/ask-as.ts';
import type { Member } from './connect/connector.ts';
import { type Heard, isExtension } from './heard.ts';
import type { TeamsOptions } from './options.ts';
import { localeOf, profileFrom } from './profile-of.ts';
import type { Where } from './where.ts';

/** A request, as far as it is known who makes it and where. */
export interface Asked {
  context: Context;
  where: Where;
  /** Teams' own id of the asker, to whom a private message in a channel goes. */
  member: string;
}

/** The command kit's view of a request: the asker with their own rights, and where they ask. Always private. */
export async function asked(options: TeamsOptions, activity: Heard, where: Where): Promise<Asked> {
  const { references, connector } = options;
  const { from } = activity;
  const { tenant, channel } = where;
  const member = from.id;
  // Without an Entra account somebody is nobody's member, such as a visitor of a meeting; no account is called so.
  const user = from.aadObjectId?.toLowerCase() ?? `none ${member}`;
  if (!isExtension(activity)) await rememberWhere(options, where, { user, member });
  await knowTenant(options, activity, where);
  const name = channel && (channel.name ?? (await references.find(tenant, channel.id))?.name);
  const context = await askAs(options, {
    account: { platform: 'teams', tenant, user },
    here: tenant,
    isElsewhere: !from.aadObjectId,
    channel: channel && { id: channel.id, ...(name ? { name } : {}) },
    profile: async () => profileFrom(activity, await connector.member(where, member), tenant),
    locale: localeAsked(activity),
  });
  return { context, where, member };
}

/** The language of a request before it is known who makes it. */
export function localeAsked({ locale }: Heard): 'nl' | 'en' {
  return localeOf(locale);
}

/** Where the bot can write to the asker, and in this channel, from now on. */
export async function rememberWhere(
  { references }: TeamsOptions,
  { tenant, serviceUrl, conversation, isPersonal, channel, team }: Where,
  { user, member }: { user: string; member: string },
): Promise<void> {
  const own = isPersonal ? { conversation } : {};
  if (!user.startsWith('none ')) await references.keep({ tenant, address: user, serviceUrl, member, ...own });
  if (channel)
    await references.keep({
      tenant,
      address: channel.id,
      serviceUrl,
      conversation: channel.id,
      team,
      name: channel.name,
    });
}

/** A tenant of which the installation was missed is entered all the same, or it could never be linked. */
async function knowTenant(options: TeamsOptions, activity: Heard, where: Where): Promise<void> {
  const { store, now, connector } = options;
  if (await store.get(tenantId('teams', where.tenant))) return;
  const member = await connector.member(where, activity.from.id).catch(() => undefined);
  const name = tenantName(member, where.tenant);
  await tenantPresent(store, now(), { platform: 'teams', tenant: where.tenant, name });
}

/** Teams tells no name of a tenant: the domain of a member's account says whose it is. */
export function tenantName(member: Member | undefined, tenant: string): string {
  const [, domain] = /^[^#@]+@([a-z0-9.-]+)$/i.exec(member?.userPrincipalName ?? '') ?? [];
  return domain?.toLowerCase() ?? `Teams ${tenant.slice(0, 8)}`;
}
