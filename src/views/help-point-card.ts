import { formatDate } from '../core/dates/format-date.ts';
import type { HelpPoint } from '../domain/help-point/help-point.ts';
import { waitingPhones } from '../domain/help-point/shown-phones.ts';
import type { Action, Field, Message, Section } from '../reply/reply.ts';
import { sourceText } from './campaign-card.ts';
import { type Checking, correctionActions, correctionSections } from './correction-sections.ts';
import { confirmPhone, contactLines, servesOnly } from './help-point-line.ts';
import { nameList, type View } from './view.ts';

/** A help point in full; who may confirm gets a button for each number that waits to be checked. */
export function helpPointCard(
  point: HelpPoint,
  view: View,
  now: Temporal.Instant,
  checking: Checking,
): Message {
  const { t, locale } = view;
  const only = servesOnly(point, view);
  const sections: Section[] = [
    { type: 'notice', tone: 'warning', text: t('help-point.safety') },
    ...correctionSections(checking, view),
    {
      type: 'fields',
      fields: [
        { label: t('help-point.what'), value: point.what[locale] },
        ...contactLines(point, view, now).map((value): Field => ({ label: t('help-point.contact'), value })),
        ...detailFields(point, view),
        ...(only ? [{ label: t('help-point.limit'), value: only }] : []),
        { label: t('help-point.checked'), value: formatDate(point.checkedOn, locale) },
        ...point.sources.map((source) => ({
          label: t('help-point.source'),
          value: sourceText(source, view),
        })),
      ],
    },
  ];
  const waiting = checking.mayConfirm ? waitingPhones(point, now) : [];
  if (waiting.length > 0)
    sections.push({ type: 'notice', tone: 'info', text: t('help-point.waiting', { count: waiting.length }) });
  const confirm = waiting.map(({ number }) => confirmPhone(point, number, view));
  const all: Action = { label: t('do.help-points'), command: 'meldpunt', args: {} };
  sections.push({ type: 'actions', actions: [...correctionActions(checking, point, view), ...confirm, all] });
  return { type: 'message', title: point.name, audience: 'private', sections };
}

function detailFields(point: HelpPoint, view: View): Field[] {
  const { t, locale, name } = view;
  const forms = nameList(
    view,
    point.forms.map(({ form }) => form),
  );
  const organisation = point.organisation && name(point.organisation);
  return [
    ...(point.email ? [{ label: t('help-point.email'), value: point.email }] : []),
    ...(point.limits ? [{ label: t('help-point.limit'), value: point.limits[locale] }] : []),
    ...(forms ? [{ label: t('help-point.forms'), value: forms }] : []),
    ...(organisation ? [{ label: t('help-point.organisation'), value: organisation }] : []),
    ...(point.note ? [{ label: t('help-point.note'), value: point.note }] : []),
  ];
}
