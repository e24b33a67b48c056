import type { Newsletter } from '../domain/digest/newsletter.ts';
import type { ListItem, Section } from '../reply/reply.ts';
import { nameList, type View } from './view.ts';

/** What only partners read: what evaluations taught, and what partners see of fraudsters. */
export function partnerSections({ evaluations, signals }: Newsletter, view: View): Section[] {
  const { t } = view;
  const learnt = evaluations.map(
    ({ campaign, evaluation }): ListItem => ({
      title: [
        { text: campaign.title, strong: true },
        { text: ` (${view.name(evaluation.organisation) ?? ''})` },
      ],
      lines: evaluation.lessons.length > 0 ? evaluation.lessons : [evaluation.reached],
    }),
  );
  const seen = signals.map(
    ({ title, organisation, forms, tell }): ListItem => ({
      title: [{ text: title, strong: true }],
      lines: [
        [view.name(organisation) ?? '', nameList(view, forms)].filter((text) => text !== '').join(', '),
        ...(tell ? [t('newsletter.tell', { text: tell })] : []),
      ],
    }),
  );
  return [...listed(t('newsletter.learnt'), learnt), ...listed(t('newsletter.signals'), seen)];
}

function listed(heading: string, items: ListItem[]): Section[] {
  if (items.length === 0) return [];
  return [
    { type: 'heading', text: heading },
    { type: 'list', items },
  ];
}
