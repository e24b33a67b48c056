import { guardOf } from '../../domain/access/guard.ts';
import { canSee, publicScope } from '../../domain/access/visibility.ts';
import type { Store } from '../../domain/ports.ts';
import type { AnyRecord } from '../../domain/records.ts';
import { idOf } from '../../domain/shared/record.ts';
import type { Action } from '../../reply/reply.ts';

const campaignId = idOf('campaign');

/** For EmailOptions: a button that shows a campaign leads to its page, when anyone may see that one. */
export function publicPages(options: {
  store: Store;
  now: () => Temporal.Instant;
  publicUrl: string;
}): (action: Action) => Promise<string | undefined> {
  const { store, now, publicUrl } = options;
  return async ({ command, args }) => {
    const id = command === 'toon' ? campaignId.safeParse(args.wat).data : undefined;
    const campaign = id && (await store.get(id));
    if (!campaign || !canSee(publicScope(now()), guardOf(campaign as AnyRecord))) return undefined;
    return `${publicUrl}/campagnes/${campaign.id.slice('campaign/'.length)}`;
  };
}
