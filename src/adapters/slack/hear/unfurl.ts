import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { LinkSharedEvent, LinkUnfurls } from '@slack/types';
import { tenantId } from '../../../domain/tenant/tenant.ts';
import { withoutActions } from '../../../reply/without-actions.ts';
import { campaignIn } from '../../chat/campaign-link.ts';
import { forChannel, isShown } from '../../chat/for-channel.ts';
import { tenantOf } from '../asked.ts';
import type { SlackOptions } from '../options.ts';
import { renderTagged } from '../show/tagged.ts';
import { placeOf } from '../who-of.ts';

const MOST = 5;
const LOCALE = 'nl';

/** A link to a campaign's page shows its card below it, as far as anyone may see it; in linked workspaces only. */
export function onLinkShared(options: SlackOptions) {
  return async ({
    event,
    client,
    context,
  }: SlackEventMiddlewareArgs<'link_shared'> & AllMiddlewareArgs): Promise<void> => {
    const here = await options.store.get(tenantId('slack', tenantOf(placeOf(context))));
    if (!here || here.organisations.length === 0) return;
    const unfurls: LinkUnfurls = {};
    for (const { url } of event.links.slice(0, MOST)) {
      const slug = campaignIn(url.replaceAll('&amp;', '&'), options.publicUrl);
      if (slug === undefined) continue;
      const request = { command: 'toon', args: { wat: `campaign/${slug}` } };
      const reply = await forChannel(options, request, LOCALE);
      if (reply.type !== 'message' || !isShown(reply)) continue;
      unfurls[url] = { blocks: renderTagged(withoutActions(reply), LOCALE).blocks };
    }
    if (Object.keys(unfurls).length === 0) return;
    await client.chat.unfurl({ ...whereOf(event), unfurls });
  };
}

/** A message that is still being written has no place in a channel yet: Slack names it by an id of its own. */
function whereOf({ channel, message_ts, unfurl_id, source }: LinkSharedEvent) {
  return unfurl_id && source
    ? { unfurl_id, source: source as 'composer' | 'conversations_history' }
    : { channel, ts: message_ts };
}
