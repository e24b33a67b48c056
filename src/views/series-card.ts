import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Series } from '../domain/series/series.ts';
import type { Field, Message, Section } from '../reply/reply.ts';
import { sourceText } from './campaign-card.ts';
import { campaignLine } from './campaign-line.ts';
import { monthName, ruleText } from './rule-text.ts';
import { nameList, type View } from './view.ts';

/** A recurring moment: by which rule, on what that rests, and all its editions, the newest first. `member`: the reader belongs here. */
export function seriesCard(
  series: Series,
  editions: readonly Campaign[],
  view: View,
  member: boolean,
): Message {
  const { t } = view;
  const sections: Section[] = [{ type: 'fields', fields: seriesFields(series, view) }];
  if (!series.takesPlace)
    sections.push({ type: 'notice', tone: 'warning', text: t('series-card.uncertain') });
  if (editions.length === 0) sections.push({ type: 'text', text: t('series-card.no-editions') });
  else {
    sections.push({ type: 'heading', text: t('series-card.editions', { count: editions.length }) });
    sections.push({ type: 'list', items: editions.map((edition) => campaignLine(edition, view)) });
  }
  sections.push({
    type: 'actions',
    actions: [
      { label: t('do.calendar'), command: 'kalender', args: { reeks: series.id } },
      ...(series.type === 'campaign' && member
        ? [{ label: t('do.look-back'), command: 'terugblik', args: { wat: series.id } }]
        : []),
    ],
  });
  return { type: 'message', title: series.name, audience: 'private', sections };
}

function seriesFields(series: Series, view: View): Field[] {
  const { t } = view;
  const fields: Field[] = [{ label: t('series-card.rule'), value: ruleText(series.rule, view) }];
  if (series.ruleBasis) fields.push({ label: t('series-card.basis'), value: series.ruleBasis });
  const months = series.usualMonths.map((month) => monthName(month, view)).join(', ');
  fields.push({ label: t('series-card.months'), value: months });
  const leads = nameList(view, series.leads);
  if (series.type === 'campaign') fields.push({ label: t('card.lead'), value: leads || t('card.no-lead') });
  const lists = [
    ['card.audience', series.audiences],
    ['card.forms', series.forms],
    ['card.topics', series.topics],
  ] as const;
  for (const [label, ids] of lists) {
    const names = nameList(view, ids);
    if (names !== '') fields.push({ label: t(label), value: names });
  }
  if (series.organiser) fields.push({ label: t('series-card.organiser'), value: series.organiser });
  if (series.website)
    fields.push({ label: t('card.website'), value: [{ text: series.website, href: series.website }] });
  if (series.note) fields.push({ label: t('card.note'), value: series.note });
  for (const source of series.sources)
    fields.push({ label: t('practice.source'), value: sourceText(source, view) });
  return fields;
}
