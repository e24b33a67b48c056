import type { HelpPoint } from '../domain/help-point/help-point.ts';
import type { Form } from '../domain/taxonomy/taxonomy.ts';
import type { Action, Message, Section } from '../reply/reply.ts';
import { helpPointLine } from './help-point-line.ts';
import type { View } from './view.ts';

export interface HelpPointPage {
  points: readonly HelpPoint[];
  /** The form that was asked for; without one the forms to choose from are offered. */
  form: Form | undefined;
  forms: readonly Form[];
  /** What the buttons take along. */
  victim: Action['args'];
}

/** Where a victim goes, the first point first, with the warning that criminals pose as these points. */
export function helpPointMessage(
  { points, form, forms, victim }: HelpPointPage,
  view: View,
  now: Temporal.Instant,
): Omit<Message, 'audience'> {
  const { t, locale } = view;
  const sections: Section[] = [{ type: 'notice', tone: 'warning', text: t('help-point.safety') }];
  if (points.length === 0) sections.push({ type: 'text', text: t('help-point.none') });
  else {
    const order = t('help-point.order');
    sections.push({ type: 'text', text: form ? order : `${t('help-point.every')} ${order}` });
    sections.push({ type: 'list', items: points.map((point) => helpPointLine(point, view, now)) });
  }
  if (!form) sections.push({ type: 'text', text: t('help-point.choose') });
  sections.push({ type: 'actions', actions: form ? steps(form, view) : choices(forms, victim, view) });
  return {
    type: 'message',
    title: form ? t('help-point.title-form', { form: form.name[locale] }) : t('help-point.title'),
    sections,
  };
}

function choices(forms: readonly Form[], victim: Action['args'], { locale }: View): Action[] {
  return forms.map((form) => ({
    label: form.name[locale],
    command: 'meldpunt',
    args: { vorm: form.id, ...victim },
  }));
}

function steps({ id }: Form, { t }: View): Action[] {
  return [
    { label: t('do.help-points'), command: 'meldpunt', args: {} },
    { label: t('do.practices'), command: 'wat-werkt', args: { vorm: id } },
    { label: t('do.calendar-about'), command: 'kalender', args: { vorm: id } },
  ];
}
