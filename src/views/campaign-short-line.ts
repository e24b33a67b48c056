import { formatPeriodWithDays } from '../core/dates/format-date.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Text } from '../reply/reply.ts';
import { whenText } from './campaign-when.ts';
import { nameList, type View } from './view.ts';

/** A campaign in one line: "ma 23 t/m zo 29 november – Title (voorlopig) – Politie". */
export function shortLine(campaign: Campaign, view: View): Text {
  const { t, locale, today } = view;
  if (!campaign.period) return gapLine(campaign, view);
  const marks = [
    campaign.dateState === 'uncertain' ? t('calendar.uncertain') : '',
    campaign.dateState === 'provisional' ? t('calendar.provisional') : '',
    campaign.type === 'inhaakmoment' ? t('calendar.inhaakmoment') : '',
  ].filter((mark) => mark !== '');
  const leads = nameList(
    view,
    campaign.leads.map(({ organisation }) => organisation),
  );
  const after = [marks.length > 0 ? ` (${marks.join(', ')})` : '', leads ? ` – ${leads}` : ''].join('');
  return [
    { text: `${formatPeriodWithDays(campaign.period, locale, today)} – ` },
    { text: campaign.title, strong: true },
    ...(after ? [{ text: after }] : []),
  ];
}

/** What is known of a date that is not sure, and nobody's name with it: "Title – datum onbekend". */
export function gapLine(campaign: Campaign, view: View): Text {
  return [{ text: campaign.title, strong: true }, { text: ` – ${whenText(campaign, view)}` }];
}
