import { formatDate } from '../core/dates/format-date.ts';
import type { Guide } from '../domain/guide/guide.ts';
import type { FoundGuide } from '../domain/guide/guide-for.ts';
import type { Form } from '../domain/taxonomy/taxonomy.ts';
import type { ListItem, Section, Span } from '../reply/reply.ts';
import { sourceText } from './campaign-card.ts';
import { insideSentence } from './inside-sentence.ts';
import type { View } from './view.ts';

type Step = Guide['steps'][number];

/** The first steps in order and what not to do, as they answer a question about a form. */
export function foundGuideSections(found: FoundGuide, form: Form | undefined, view: View): Section[] {
  const { t, locale, name } = view;
  const { guide, fit, victim } = found;
  const notOwn = form && fit !== 'own';
  const other = guide.form && name(guide.form);
  return [
    { type: 'heading', text: victim ? t(`guide.steps-${victim}`) : t('guide.steps') },
    ...(notOwn
      ? [
          {
            type: 'text' as const,
            text: other
              ? t('guide.wider', {
                  form: insideSentence(form.name[locale]),
                  other: insideSentence(other),
                })
              : t('guide.general', { form: insideSentence(form.name[locale]) }),
          },
        ]
      : []),
    ...guideSections(guide, view),
  ];
}

/** The steps, what not to do, and when somebody last looked whether all of it is right. */
export function guideSections({ steps, avoid, checkedOn }: Guide, view: View): Section[] {
  const { t, locale, today } = view;
  const checked = t('guide.checked', { date: formatDate(checkedOn, locale, today) });
  return [
    {
      type: 'list',
      items: steps.map((step, index) => stepItem(step, `${index + 1}. ${step.text[locale]}`, view)),
    },
    ...(avoid.length > 0
      ? [
          { type: 'heading' as const, text: t('guide.avoid') },
          { type: 'list' as const, items: avoid.map((step) => stepItem(step, step.text[locale], view)) },
        ]
      : []),
    { type: 'text', text: checked },
  ];
}

/** A step with one line under it: whom to go to, and where it was found, and when. */
function stepItem({ helpPoint, source }: Step, title: string, view: View): ListItem {
  const { t, name } = view;
  const where = helpPoint && name(helpPoint);
  const found = sourceText(source, view);
  const to: Span[] = where ? [{ text: t('guide.to', { name: where }) }] : [];
  const from = `${where ? '; ' : ''}${t('guide.source')}: `;
  return {
    title,
    lines: [[...to, { text: from }, ...(typeof found === 'string' ? [{ text: found }] : found)]],
  };
}
