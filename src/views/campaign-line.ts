import type { Campaign } from '../domain/campaign/campaign.ts';
import { phaseOf } from '../domain/campaign/phase.ts';
import type { Action, ListItem } from '../reply/reply.ts';
import { phaseText, whenText } from './campaign-when.ts';
import { nameList, type View } from './view.ts';

/** A campaign as one entry of a list: title, when, what stands out, and the next sensible step. */
export function campaignLine(campaign: Campaign, view: View): ListItem {
  const { t } = view;
  const when = [whenText(campaign, view)];
  if (phaseOf(campaign, view.today) !== 'planned') when.push(phaseText(campaign, view));
  if (campaign.type === 'inhaakmoment') when.push(t('calendar.inhaakmoment'));
  const about = [
    phrase(t, 'calendar.for', nameList(view, campaign.audiences)),
    phrase(t, 'calendar.about', nameList(view, [...campaign.forms, ...campaign.topics])),
    phrase(
      t,
      'calendar.led-by',
      nameList(
        view,
        campaign.leads.map((lead) => lead.organisation),
      ),
    ),
  ].filter((text) => text !== undefined);
  return {
    title: [{ text: campaign.title, strong: true }],
    lines: [when.join(', '), ...(about.length > 0 ? [about.join('; ')] : [])],
    actions: [showAction(campaign, view)],
  };
}

function phrase(
  t: View['t'],
  key: 'calendar.for' | 'calendar.about' | 'calendar.led-by',
  names: string,
): string | undefined {
  return names === '' ? undefined : t(key, { names });
}

/** The button that opens a campaign's card. */
export function showAction(campaign: Pick<Campaign, 'id'>, { t }: Pick<View, 't'>): Action {
  return { label: t('do.show'), command: 'toon', args: { wat: campaign.id } };
}
