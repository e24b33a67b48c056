import type { Contact } from '../domain/contact/contact.ts';
import type { FoundGuide } from '../domain/guide/guide-for.ts';
import type { HelpPoint } from '../domain/help-point/help-point.ts';
import type { Form } from '../domain/taxonomy/taxonomy.ts';
import type { Action, Message, Section } from '../reply/reply.ts';
import { contactSections } from './contact-line.ts';
import { foundGuideSections } from './guide-sections.ts';
import { helpPointLine } from './help-point-line.ts';
import { insideSentence } from './inside-sentence.ts';
import type { View } from './view.ts';

export interface HelpPointPage {
  points: readonly HelpPoint[];
  /** The form that was asked for; without one the forms to choose from are offered. */
  form: Form | undefined;
  forms: readonly Form[];
  /** What the buttons take along. */
  victim: Action['args'];
  /** The first steps, when there are any. */
  found: FoundGuide | undefined;
  /** Whom partners can reach about the form; empty for everyone else, and in a channel. */
  contacts: readonly Contact[];
  /** Set for a coordinator, in private: numbers that wait to be checked can be confirmed from here. */
  mayConfirm: boolean;
}

/** What a victim does first, and where they go, the first point first, with the warning that criminals pose as these points. */
export function helpPointMessage(
  { points, form, forms, victim, found, contacts, mayConfirm }: HelpPointPage,
  view: View,
  now: Temporal.Instant,
): Omit<Message, 'audience'> {
  const { t, locale } = view;
  const sections: Section[] = [{ type: 'notice', tone: 'warning', text: t('help-point.safety') }];
  if (found) sections.push(...foundGuideSections(found, form, view));
  if (points.length === 0) sections.push({ type: 'text', text: t('help-point.none') });
  else {
    sections.push({ type: 'heading', text: t('help-point.where') });
    const order = t('help-point.order');
    sections.push({ type: 'text', text: form ? order : `${t('help-point.every')} ${order}` });
    sections.push({
      type: 'list',
      items: points.map((point) => helpPointLine(point, view, now, mayConfirm)),
    });
  }
  sections.push(...contactSections(contacts, form ? { vorm: form.id } : {}, view));
  if (!form) sections.push({ type: 'text', text: t('help-point.choose') });
  sections.push({
    type: 'actions',
    actions: [...others(found, form, view), ...(form ? steps(form, view) : choices(forms, victim, view))],
  });
  return {
    type: 'message',
    title: form
      ? t('help-point.title-form', { form: insideSentence(form.name[locale]) })
      : t('help-point.title'),
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

const WORDS = { citizen: 'burger', business: 'ondernemer' } as const;

/** When the steps are for one kind of victim because nobody said which: the way to the others. */
function others(found: FoundGuide | undefined, form: Form | undefined, { t }: View): Action[] {
  if (!found?.victim) return [];
  const other = found.victim === 'citizen' ? 'business' : 'citizen';
  const args = { ...(form ? { vorm: form.id } : {}), wie: WORDS[other] };
  return [{ label: t(`do.steps-${other}`), command: 'meldpunt', args }];
}
