import type { Newsletter } from '../domain/digest/newsletter.ts';
import type { Action } from '../domain/plan/plan.ts';
import type { Practice } from '../domain/practice/practice.ts';
import type { ListItem, Section } from '../reply/reply.ts';
import { partyNames } from './action-line.ts';
import { shortLine } from './campaign-short-line.ts';
import { evidenceMark } from './evidence.ts';
import { practiceTitle, sourcesLine } from './practice-line.ts';
import { nameList, type View } from './view.ts';

/** What only partners read: what is not public, what evaluations taught, and what partners see of fraudsters. */
export function partnerSections({ partners }: Newsletter, view: View): Section[] {
  const { t } = view;
  const learnt = partners.evaluations.map(
    ({ campaign, evaluation }): ListItem => ({
      title: [
        { text: campaign.title, strong: true },
        { text: ` (${view.name(evaluation.organisation) ?? ''})` },
      ],
      lines: evaluation.lessons.length > 0 ? evaluation.lessons : [evaluation.reached],
    }),
  );
  const seen = partners.signals.map(
    ({ title, organisation, forms, tell }): ListItem => ({
      title: [{ text: title, strong: true }],
      lines: [
        [view.name(organisation) ?? '', nameList(view, forms)].filter((text) => text !== '').join(', '),
        ...(tell ? [t('newsletter.tell', { text: tell })] : []),
      ],
    }),
  );
  const coming = partners.coming.map(
    (campaign): ListItem => ({ title: shortLine(campaign, view), lines: [] }),
  );
  return [
    ...listed(t('newsletter.partners-coming'), coming),
    ...listed(
      t('newsletter.done'),
      partners.done.map((action) => doneLine(action, view)),
    ),
    ...listed(
      t('newsletter.partners-practices'),
      partners.practices.map((one) => letterPractice(one, view)),
    ),
    ...listed(t('newsletter.learnt'), learnt),
    ...listed(t('newsletter.signals'), seen),
  ];
}

/** A practice as the newsletter tells it. */
export function letterPractice(practice: Practice, view: View): ListItem {
  return {
    title: [{ text: practiceTitle(practice, view), strong: true }],
    lines: [practice.advice[view.locale], evidenceMark(practice, view), sourcesLine(practice, view)],
  };
}

function doneLine(action: Action, view: View): ListItem {
  const leads = partyNames(action.leads, view);
  return {
    title: [{ text: action.key, strong: true }, { text: ` ${action.result}` }],
    lines: leads === '' ? [] : [view.t('plan.lead', { names: leads })],
  };
}

function listed(heading: string, items: ListItem[]): Section[] {
  if (items.length === 0) return [];
  return [
    { type: 'heading', text: heading },
    { type: 'list', items },
  ];
}
