import { formatDate, formatQuarter } from '../core/dates/format-date.ts';
import { quarterBounds } from '../core/dates/quarter.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Few } from '../domain/digest/digest.ts';
import type { Newsletter } from '../domain/digest/newsletter.ts';
import type { Action } from '../domain/plan/plan.ts';
import type { ListItem, Message, Section } from '../reply/reply.ts';
import { partyNames } from './action-line.ts';
import { gapLine, shortLine } from './campaign-short-line.ts';
import { evidenceMark } from './evidence.ts';
import { practiceTitle } from './practice-line.ts';
import type { View } from './view.ts';

/** The quarterly newsletter as one document without buttons. `publicUrl` has no slash at the end. */
export function newsletterMessage(letter: Newsletter, view: View, publicUrl: string): Message {
  const { t, locale } = view;
  const [quarter, past] = [letter.quarter, letter.past].map((one) => formatQuarter(one, locale));
  return {
    type: 'message',
    title: t('newsletter.title', { quarter: quarter ?? '' }),
    audience: 'private',
    sections: [
      { type: 'text', text: t('newsletter.intro', { past: past ?? '' }) },
      ...pastSections(letter, view),
      ...comingSections(letter, view),
      ...subscribeSections(letter, view, publicUrl),
    ],
  };
}

function pastSections({ past, finished, done, practices }: Newsletter, view: View): Section[] {
  const { t, locale, today } = view;
  const { end } = quarterBounds(past);
  const runs = today.toString() <= end && finished.total > 0;
  const sections: Section[] = [
    { type: 'heading', text: t('newsletter.finished', { quarter: formatQuarter(past, locale) }) },
  ];
  if (runs)
    sections.push({
      type: 'text',
      text: t('newsletter.still-runs', { date: formatDate(end, locale, today) }),
    });
  sections.push(campaignList(finished, view, t('newsletter.none-finished')));
  if (done.length > 0)
    sections.push(
      { type: 'heading', text: t('newsletter.done') },
      { type: 'list', items: done.map((action) => doneLine(action, view)) },
    );
  if (practices.length > 0) {
    const items = practices.map(
      (practice): ListItem => ({
        title: [{ text: practiceTitle(practice, view), strong: true }],
        lines: [practice.advice[locale], evidenceMark(practice, view)],
      }),
    );
    sections.push({ type: 'heading', text: t('newsletter.practices') }, { type: 'list', items });
  }
  return sections;
}

function doneLine(action: Action, view: View): ListItem {
  const leads = partyNames(action.leads, view);
  return {
    title: [{ text: action.key, strong: true }, { text: ` ${action.result}` }],
    lines: leads === '' ? [] : [view.t('plan.lead', { names: leads })],
  };
}

function comingSections({ coming, gaps }: Newsletter, view: View): Section[] {
  const { t } = view;
  const sections: Section[] = [
    { type: 'heading', text: t('newsletter.coming') },
    campaignList(coming, view, t('newsletter.none-coming')),
  ];
  if (gaps.total === 0) return sections;
  const items = gaps.items.map((campaign): ListItem => ({ title: gapLine(campaign, view), lines: [] }));
  return [
    ...sections,
    { type: 'heading', text: t('newsletter.gaps') },
    { type: 'text', text: t('newsletter.gaps-call') },
    { type: 'list', items: [...items, ...moreLine(gaps, view)] },
  ];
}

function campaignList(campaigns: Few<Campaign>, view: View, none: string): Section {
  if (campaigns.total === 0) return { type: 'text', text: none };
  const items = campaigns.items.map(
    (campaign): ListItem => ({ title: shortLine(campaign, view), lines: [] }),
  );
  return { type: 'list', items: [...items, ...moreLine(campaigns, view)] };
}

function moreLine({ items, total }: Few<unknown>, { t }: View): ListItem[] {
  const count = total - items.length;
  return count > 0 ? [{ title: t('newsletter.more', { count }), lines: [] }] : [];
}

function subscribeSections({ feeds }: Newsletter, { t }: View, publicUrl: string): Section[] {
  const items = feeds.map(({ title, name }): ListItem => {
    const address = `${publicUrl}/feeds/${name}.ics`;
    return { title, lines: [[{ text: address, href: address }]] };
  });
  return [
    { type: 'heading', text: t('newsletter.subscribe') },
    {
      type: 'text',
      text: [{ text: `${t('newsletter.page')} ` }, { text: publicUrl, href: `${publicUrl}/` }],
    },
    ...(items.length > 0
      ? [
          { type: 'text' as const, text: t('newsletter.feeds') },
          { type: 'list' as const, items },
        ]
      : []),
    { type: 'text', text: t('newsletter.chat') },
  ];
}
