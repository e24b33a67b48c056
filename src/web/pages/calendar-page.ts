import { formatMonth } from '../../core/dates/format-date.ts';
import { publicScope } from '../../domain/access/visibility.ts';
import { listedMonth } from '../../domain/campaign/calendar-entry.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Feed } from '../../domain/feed/feed.ts';
import type { Store } from '../../domain/ports.ts';
import type { Id } from '../../domain/shared/record.ts';
import { withParts } from '../../domain/taxonomy/with-parts.ts';
import { escapeHtml } from '../../render/html/escape.ts';
import { sectionHtml } from '../../render/html/section-html.ts';
import type { Section } from '../../reply/reply.ts';
import { campaignLine } from '../../views/campaign-line.ts';
import type { View } from '../../views/view.ts';
import { type Chosen, filterHtml } from './filter-html.ts';
import { outsiderView } from './outsider-view.ts';
import { addressOf, type PageContext, publicPage } from './page.ts';

const MONTHS = 12;
const MOST = 300;

export interface CalendarPageOptions {
  store: Store;
  now: Temporal.Instant;
  publicUrl: string;
  /** Slugs from the address: ?doelgroep= and ?vorm=. */
  audience: string | undefined;
  form: string | undefined;
}

/** The public calendar, month by month; undefined when the address filters on something that is not there. */
export async function calendarPage(
  options: CalendarPageOptions,
  context: PageContext,
): Promise<string | undefined> {
  const { store, now, publicUrl } = options;
  const { t, today } = context;
  const scope = publicScope(now);
  const chosen = await readChosen(options);
  if (!chosen) return undefined;
  const range = { scope, from: today.toString(), until: today.add({ months: MONTHS }).toString() };
  const all = await store.entries({ ...range, limit: MOST });
  const filter = {
    audiences: await withParts(store, scope, 'audience', chosen.audience ? [chosen.audience] : []),
    forms: await withParts(store, scope, 'form', chosen.form ? [chosen.form] : []),
    ...{ organisations: [], regions: [], series: [], topics: [], types: [] },
  };
  const page = chosen.audience || chosen.form ? await store.entries({ ...range, filter, limit: MOST }) : all;
  const view = await outsiderView(store, now, context, [...all.campaigns, ...page.campaigns]);
  const feeds = (await store.list('feed', scope)).filter((feed) => feed.name && !feed.revokedAt);
  const addressed = feeds.map((feed) => ({
    title: feed.title,
    href: `${publicUrl}/feeds/${feed.name}.ics`,
  }));
  const main = [
    `<div class="page-head"><h1>${escapeHtml(t('page.calendar-title'))}</h1>`,
    `<p class="lead">${escapeHtml(t('page.calendar-intro'))}</p>`,
    `<p class="jump"><a href="#filters">${escapeHtml(t('page.filters'))}</a> <a href="#feeds">${escapeHtml(t('page.subscribe'))}</a></p></div>`,
    '<div class="columns"><div class="months">',
    `<p class="count" role="status">${escapeHtml(t('page.count', { count: page.total }))}</p>`,
    ...monthsHtml(page.campaigns, view, context),
    page.total === 0 ? `<p>${escapeHtml(t('page.empty'))}</p>` : '',
    page.next ? `<p>${escapeHtml(t('page.more'))}</p>` : '',
    '</div><div class="side">',
    filterHtml(all.campaigns, chosen, view, context),
    feedsHtml(addressed, feeds, context),
    '</div></div>',
  ].join('');
  return publicPage(context, t('page.calendar-title'), main, addressed);
}

async function readChosen({ store, now, audience, form }: CalendarPageOptions): Promise<Chosen | undefined> {
  const scope = publicScope(now);
  const chosen: Chosen = {
    audience: audience ? `audience/${audience}` : undefined,
    form: form ? `form/${form}` : undefined,
  };
  const known = async (kind: 'audience' | 'form', id: Id | undefined) =>
    id === undefined || (await store.list(kind, scope)).some((term) => term.id === id);
  return (await known('audience', chosen.audience)) && (await known('form', chosen.form))
    ? chosen
    : undefined;
}

function monthsHtml(campaigns: readonly Campaign[], view: View, context: PageContext): string[] {
  const today = context.today.toString();
  const monthOf = (campaign: Campaign) => listedMonth(campaign, today) ?? today.slice(0, 7);
  return [...Map.groupBy(campaigns, monthOf)].map(([month, entries]) => {
    const list: Section = { type: 'list', items: entries.map((one) => linkedLine(one, view, context)) };
    const title = formatMonth(month, context.locale);
    return [
      `<section class="month" aria-labelledby="m-${month}"><h2 id="m-${month}">`,
      escapeHtml(title.charAt(0).toUpperCase() + title.slice(1)),
      `</h2>${sectionHtml(list, { t: context.t, action: '', hidden: {} })}</section>`,
    ].join('');
  });
}

/** A calendar line whose title leads to the campaign's page, since a public page has no buttons. */
function linkedLine(campaign: Campaign, view: View, context: PageContext) {
  const href = addressOf(context, `/campagnes/${campaign.id.slice('campaign/'.length)}`);
  const { actions: _actions, ...line } = campaignLine(campaign, view);
  return { ...line, title: [{ text: campaign.title, strong: true, href }] };
}

function feedsHtml(
  addressed: readonly { title: string; href: string }[],
  feeds: readonly Feed[],
  { t }: PageContext,
): string {
  if (addressed.length === 0) return '';
  const items = addressed.map(({ title, href }, index) => {
    const about = feeds[index]?.description;
    return [
      `<li><a href="${escapeHtml(href)}">${escapeHtml(title)}</a>`,
      about ? `<p>${escapeHtml(about)}</p>` : '',
      `<code>${escapeHtml(href)}</code></li>`,
    ].join('');
  });
  return [
    `<section class="panel" aria-labelledby="feeds"><h2 id="feeds">${escapeHtml(t('page.subscribe'))}</h2>`,
    `<p>${escapeHtml(t('page.subscribe-how'))}</p><ul class="feeds">${items.join('')}</ul></section>`,
  ].join('');
}
