import { todayAt } from '../core/clock.ts';
import { formatDate } from '../core/dates/format-date.ts';
import type { HelpPoint } from '../domain/help-point/help-point.ts';
import { isEmergency, type Phone, shownPhones, waitingPhones } from '../domain/help-point/shown-phones.ts';
import type { Action, ListItem, Span, Text } from '../reply/reply.ts';
import type { View } from './view.ts';

/** A help point as one entry of a list: what for, where, its limits, and for a coordinator the numbers to confirm. */
export function helpPointLine(
  point: HelpPoint,
  view: View,
  now: Temporal.Instant,
  mayConfirm = false,
): ListItem {
  const { t, locale } = view;
  const lines: Text[] = [point.what[locale], ...contactLines(point, view, now)];
  if (point.limits) lines.push(t('help-point.limits', { text: point.limits[locale] }));
  const only = servesOnly(point, view);
  if (only) lines.push(only);
  return {
    title: [{ text: point.name, strong: true }],
    lines,
    actions: [
      { label: t('do.show'), command: 'toon', args: { wat: point.id } },
      ...(mayConfirm ? waitingPhones(point, now).map(({ number }) => confirmPhone(point, number, view)) : []),
    ],
  };
}

/** One press to say that a number was called and is right. */
export function confirmPhone({ id, version }: HelpPoint, number: string, { t }: View): Action {
  const args = { bevestig: id, nummer: number };
  return { label: t('do.confirm-phone', { number }), command: 'meldpunt', args, version };
}

/** The website, and the numbers that were checked lately: always as "you call them". */
export function contactLines(point: HelpPoint, view: View, now: Temporal.Instant): Text[] {
  const { t } = view;
  const phones = shownPhones(point, now).map((phone) => phoneText(phone, view));
  const site: Text[] = point.website ? [[{ text: point.website, href: point.website }]] : [];
  // Beside the emergency number, the numbers that wait are still to be found on the site.
  if (point.phones.length === 0 || shownPhones(point, now).some((phone) => !isEmergency(phone)))
    return [...phones, ...site];
  if (point.website)
    return [
      ...phones,
      [{ text: `${t('help-point.site-only')}: ` }, { text: point.website, href: point.website }],
    ];
  return phones.length > 0 ? phones : [t('help-point.no-site')];
}

/** "Je belt zelf: 0900-8844 (geen spoed; werkdagen 9-17), nagebeld op 3 maart 2027, bron". */
export function phoneText(phone: Phone, { t, locale }: View): Text {
  const what = [phone.label?.[locale], phone.hours?.[locale]].filter(Boolean).join('; ');
  const words = [t('help-point.call', { number: phone.number })];
  if (what !== '') words.push(` ${t('help-point.call-what', { what })}`);
  if (phone.confirmedAt && !isEmergency(phone)) {
    const day = todayAt(Temporal.Instant.from(phone.confirmedAt)).toString();
    words.push(`, ${t('help-point.confirmed', { date: formatDate(day, locale) })}`);
  }
  const source: Span = { text: phone.source.text, ...(phone.source.url ? { href: phone.source.url } : {}) };
  return [{ text: `${words.join('')}; ${t('help-point.source').toLowerCase()}: ` }, source];
}

/** Whom a point is not for; empty when it serves everyone. */
export function servesOnly({ serves }: HelpPoint, { t }: View): string {
  if (serves.length > 1) return '';
  return t(serves.includes('business') ? 'help-point.businesses-only' : 'help-point.citizens-only');
}
