import { addressText } from '../domain/subscription/parse-address.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { Action, ListItem } from '../reply/reply.ts';
import { nameList, type View } from './view.ts';
import { everyWeekText } from './week-moment.ts';

/** A channel as one entry of a list, for coordinators: where, when, what it takes, and its buttons. */
export function subscriptionLine(one: Subscription, view: View): ListItem {
  const { t } = view;
  const { audiences, forms, organisations, regions, series, topics, types } = one.filter;
  const takes = nameList(view, [audiences, forms, organisations, regions, series, topics].flat());
  const about = [
    takes === '' ? t('channel.takes-all') : t('calendar.filter', { filter: takes }),
    ...types.map((type) => t(type === 'campaign' ? 'choice.campagne' : 'choice.inhaakmoment')),
    t(`choice.${one.locale}`),
    ...(one.letter ? [t('channel.letter-too')] : []),
  ];
  return {
    title: [{ text: one.name, strong: true }, { text: ` – ${placeText(one, view)}` }],
    lines: [one.active ? everyWeekText(one, view) : t('channel.is-off'), about.join('; ')],
    actions: actionsOn(one, view),
  };
}

function actionsOn({ id, version, active }: Subscription, { t }: View): Action[] {
  const button = (label: string, doe: string, more: Partial<Action> = {}): Action => ({
    label,
    command: 'kanaal',
    args: { doe, abonnement: id },
    version,
    ...more,
  });
  const edit = button(t('do.edit'), 'wijzig', { opensForm: true });
  return active
    ? [edit, button(t('do.turn-off'), 'uit', { style: 'danger' })]
    : [edit, button(t('do.turn-on'), 'aan')];
}

/** A mail address as it is; of a channel only where it is, since its address says nothing to people. */
function placeText(one: Subscription, { t }: View): string {
  return one.platform === 'email' ? addressText(one) : t(`workspace.${one.platform}`);
}
