import { runRequest } from '../../../command/run.ts';
import { channelGone, channelRenamed } from '../../../domain/subscription/channel-gone.ts';
import { tenantGone, tenantInstalled } from '../../../domain/tenant/manage-tenant.ts';
import type { Reference } from '../../../domain/tenant/references.ts';
import { translator } from '../../../i18n/translate.ts';
import { runSafely } from '../../chat/run-safely.ts';
import { asked, localeAsked, tenantName } from '../asked.ts';
import { reasonOf } from '../connect/connector-error.ts';
import type { Heard } from '../heard.ts';
import type { TeamsOptions } from '../options.ts';
import { say } from '../show/say.ts';
import { channelOf, type Where } from '../where.ts';

/** The bot was installed, for a person or in a team or chat: where it can write is kept, and it says what to do first. */
export async function onInstalled(options: TeamsOptions, activity: Heard, where: Where): Promise<void> {
  const { store, now, connector, log } = options;
  const installer = await connector.member(where, activity.from.id).catch(() => undefined);
  const name = tenantName(installer, where.tenant);
  await tenantInstalled(store, now(), { platform: 'teams', tenant: where.tenant, name });
  const who = await asked(options, activity, where);
  if (where.team) await keepChannels(options, where);
  if (where.isPersonal) {
    const reply = await runSafely(options, who.context, () =>
      runRequest(options.registry, who.context, { command: 'overzicht', args: {} }),
    );
    return say(options, who, reply);
  }
  const text = translator(localeAsked(activity))('teams.hello-channel');
  await connector
    .post(where, { text })
    .catch((error: unknown) => log.warn({ reason: reasonOf(error) }, 'a team could not be greeted'));
}

/** A newer package came, or something else that is no first installation: where it can write is kept, without a word. */
export async function onStillInstalled(options: TeamsOptions, activity: Heard, where: Where): Promise<void> {
  await asked(options, activity, where);
  if (where.team) await keepChannels(options, where);
}

/** The bot was removed: from there nothing is written any more, and from the tenant when it was the last place. */
export async function onRemoved(options: TeamsOptions, _activity: Heard, where: Where): Promise<void> {
  const { references, log } = options;
  const { tenant, team, conversation } = where;
  if (team) return forgetAll(options, tenant, await references.ofTeam(tenant, team));
  const known = await references.inConversation(tenant, channelOf(conversation));
  if (!known) return;
  await forgetAll(options, tenant, [known]);
  log.debug({ tenant }, 'Teams: the app was removed from a conversation');
}

/** Something about a team or its channels changed. */
export async function onConversationUpdate(
  options: TeamsOptions,
  { channelData, recipient, membersRemoved }: Heard,
  where: Where,
): Promise<void> {
  const { references } = options;
  const { tenant, team, channel } = where;
  const isOut = membersRemoved?.some(({ id }) => id === recipient.id);
  switch (channelData?.eventType) {
    case 'channelCreated':
    case 'channelRestored':
    case 'channelRenamed':
    case 'teamRenamed':
    case 'teamRestored':
    case 'teamUnarchived':
      return team ? keepChannels(options, where) : undefined;
    case 'channelDeleted': {
      const known = channel && (await references.find(tenant, channel.id));
      return known ? forgetAll(options, tenant, [known]) : undefined;
    }
    case 'teamDeleted':
    case 'teamHardDeleted':
    case 'teamArchived':
      return team ? forgetAll(options, tenant, await references.ofTeam(tenant, team)) : undefined;
    default:
      if (isOut && team) await forgetAll(options, tenant, await references.ofTeam(tenant, team));
  }
}

/** The channels of a team as they are now, by name. */
async function keepChannels(
  options: TeamsOptions,
  { tenant, serviceUrl, team, teamName }: Where,
): Promise<void> {
  const { store, now, references, connector, log } = options;
  if (!team) return;
  const channels = await connector.channelsOf(serviceUrl, team).catch((error: unknown) => {
    log.warn({ reason: reasonOf(error) }, 'the channels of a team could not be asked');
    return [];
  });
  for (const { id, name: own } of channels) {
    // Teams gives a team's first channel no name.
    const name = own ?? teamName;
    const known = await references.find(tenant, id);
    await references.keep({ tenant, address: id, serviceUrl, conversation: id, team, name });
    const from = known?.name;
    if (from && name && from !== name)
      await channelRenamed(store, now(), { platform: 'teams', tenant, address: id }, { from, to: name });
  }
}

async function forgetAll(options: TeamsOptions, tenant: string, gone: readonly Reference[]): Promise<void> {
  const { store, now, references, log } = options;
  let isLeft = true;
  for (const { address } of gone) {
    isLeft = await references.forget(tenant, address);
    await channelGone(store, now(), { platform: 'teams', tenant, address });
  }
  if (isLeft) return;
  await tenantGone(store, now(), 'teams', tenant);
  log.warn({ tenant }, 'Teams: the app was removed from the last place of a tenant');
}
