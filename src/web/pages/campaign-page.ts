import { OUTSIDER } from '../../domain/access/actor.ts';
import { guardOf } from '../../domain/access/guard.ts';
import { canSee, publicScope } from '../../domain/access/visibility.ts';
import type { Store } from '../../domain/ports.ts';
import type { AnyRecord } from '../../domain/records.ts';
import { idOf } from '../../domain/shared/record.ts';
import { escapeHtml } from '../../render/html/escape.ts';
import { renderHtml } from '../../render/html/render-html.ts';
import type { Message } from '../../reply/reply.ts';
import { campaignCard } from '../../views/campaign-card.ts';
import { outsiderView } from './outsider-view.ts';
import { addressOf, type PageContext, publicPage } from './page.ts';

const campaignId = idOf('campaign');

/** The public page of one campaign; undefined when there is none that anyone may see. */
export async function campaignPage(
  store: Store,
  now: Temporal.Instant,
  slug: string,
  context: PageContext,
): Promise<string | undefined> {
  const id = campaignId.safeParse(`campaign/${slug}`);
  const campaign = id.success ? await store.get(id.data) : undefined;
  if (!campaign || !canSee(publicScope(now), guardOf(campaign as AnyRecord))) return undefined;
  // Working notes are for partners, whatever the campaign's own visibility.
  const { note: _note, ...shown } = campaign;
  const view = await outsiderView(store, now, context, [campaign as AnyRecord]);
  const none = { tasks: [], participations: [], known: undefined, signals: [] };
  const card = forReading(campaignCard(shown, none, OUTSIDER, view));
  const back = `<p class="back"><a href="${escapeHtml(addressOf(context, '/'))}">${escapeHtml(context.t('page.back'))}</a></p>`;
  const body = renderHtml({ ...card, title: '' }, { t: context.t, action: '', hidden: {} });
  return publicPage(context, card.title, `${back}<h1>${escapeHtml(card.title)}</h1>${body}`);
}

/** Without buttons, and without what is still to be prepared: that is between the partners. */
function forReading(card: Message): Message {
  return { ...card, sections: card.sections.filter(({ type }) => type !== 'actions' && type !== 'notice') };
}
