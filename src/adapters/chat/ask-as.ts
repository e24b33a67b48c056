import type { Context, Origin } from '../../command/command.ts';
import { contextFor } from '../../command/context.ts';
import type { Locale } from '../../core/locale.ts';
import type { Account, Profile } from '../../domain/tenant/account.ts';
import { tenantPresent } from '../../domain/tenant/manage-tenant.ts';
import { tenantId } from '../../domain/tenant/tenant.ts';
import { whoAsks } from '../../domain/tenant/who-asks.ts';
import { endAccount } from './end-account.ts';
import type { ChatOptions } from './options.ts';

/** Whose account asks, where, and what the platform tells of it when it is asked. */
export interface Asking {
  account: Account;
  /** The workspace or tenant in which the bot is asked. */
  here: string;
  /** The account is of another workspace or tenant than the one in which it asks. */
  isElsewhere: boolean;
  profile: () => Promise<Profile>;
  /** The language that the request itself tells. */
  locale?: Locale;
  /** Where others read along; undefined in a private conversation. */
  channel?: Origin['channel'] | undefined;
}

/** The command kit's view of a request: the asker with their own rights, and where they ask. Always private. */
export async function askAs(
  options: ChatOptions,
  { account, here, isElsewhere, profile, locale, channel }: Asking,
): Promise<Context> {
  const { store, ids, now } = options;
  let known: Promise<Profile> | undefined;
  const once = (): Promise<Profile> => {
    known ??= profile().then((found) => ({ ...found, guest: found.guest || isElsewhere }));
    return known;
  };
  await knowPresent(options, account.platform, here);
  const { actor, standing } = await whoAsks(account, {
    store,
    now: now(),
    newId: ids,
    locale,
    profileOf: once,
  });
  if (standing === 'known' && !isElsewhere && options.lookedAt.isFirst(`${account.tenant} ${account.user}`))
    void options.underWay.during(lookAgain(options, account, once));
  const from: Origin = { ...account, ...(channel ? { channel } : {}), standing, profile: once };
  return contextFor(options, actor, 'private', from);
}

/** Once a day, beside the request: whether it still is a member's account, in case the platform's word of it was missed. */
async function lookAgain(
  options: ChatOptions,
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
async function knowPresent(
  { store, now }: ChatOptions,
  platform: Account['platform'],
  tenant: string,
): Promise<void> {
  const known = await store.get(tenantId(platform, tenant));
  if (known?.goneAt) await tenantPresent(store, now(), { platform, tenant, name: known.name });
}
