import { isStranger } from '../../../command/standing-reply.ts';
import { campaignIn } from '../../chat/campaign-link.ts';
import type { Asked } from '../asked.ts';
import type { Heard } from '../heard.ts';
import type { TeamsOptions } from '../options.ts';
import { publicCard, results } from './extension.ts';

/** A link to a campaign's page that is pasted into a message shows its card, as far as anyone may see it. */
export async function onLink(options: TeamsOptions, { context }: Asked, { value }: Heard) {
  const { url } = (value ?? {}) as { url?: unknown };
  const slug = typeof url === 'string' ? campaignIn(url, options.publicUrl) : undefined;
  if (slug === undefined || isStranger(context)) return results([]);
  const found = await publicCard(options, context, { command: 'toon', args: { wat: `campaign/${slug}` } });
  return results(found ? [found] : []);
}
