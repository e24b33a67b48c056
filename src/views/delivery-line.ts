import { HOME_ZONE } from '../core/clock.ts';
import { formatInstant } from '../core/dates/format-date.ts';
import type { Delivery } from '../domain/delivery/delivery.ts';
import { type ReasonCode, reasonCode } from '../domain/delivery/reasons.ts';
import type { ListItem } from '../reply/reply.ts';
import type { View } from './view.ts';

/** A message as one entry of a list: to whom, what, how it stands and why; never what is in it. */
export function deliveryLine(delivery: Delivery, view: View): ListItem {
  const { t, locale, name } = view;
  const { id, recipient, kind, state, nextAt, sentAt, reason } = delivery;
  const at = formatInstant(sentAt ?? nextAt, HOME_ZONE, locale);
  const stands = t(`sent.state.${state}`, { at });
  const why = reason && state !== 'sent' ? t(`reason.${reasonCode(reason) as ReasonCode}`) : '';
  const failed = state === 'dead' || state === 'expired';
  return {
    title: name(recipient) ?? '',
    lines: [[t(`sent.${kind}`), stands, why].filter((part) => part !== '').join('; ')],
    ...(failed
      ? { actions: [{ label: t('sent.retry'), command: 'verzonden', args: { doe: 'opnieuw', bericht: id } }] }
      : {}),
  };
}
