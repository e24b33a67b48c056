import { formatDate, formatQuarter } from '../core/dates/format-date.ts';
import { quarterBounds } from '../core/dates/quarter.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Few } from '../domain/digest/digest.ts';
import type { Newsletter } from '../domain/digest/newsletter.ts';
import {
  LETTER_PARTS,
  type LetterPart,
  type NewsletterRecord,
} from '../domain/newsletter/newsletter-record.ts';
import type { ListItem, Message, Section } from '../reply/reply.ts';
import { gapLine, shortLine } from './campaign-short-line.ts';
import { partSections } from './letter-text.ts';
import { letterPractice, partnerSections } from './newsletter-partners.ts';
import type { View } from './view.ts';

/** Names as anyone may read them, and as partners may. */
export interface LetterViews {
  open: View;
  partners: View;
}

/** Who a newsletter is for. `publicUrl` has no slash at the end. */
export interface LetterFor {
  publicUrl: string;
  /** False for a channel, in which others than partners may read along: then without the part for partners. */
  forPartners: boolean;
}

/** The quarterly newsletter as one document without buttons: what a coordinator wrote, else what the bot writes. */
export function newsletterMessage(
  letter: Newsletter,
  edited: NewsletterRecord | undefined,
  views: LetterViews,
  { publicUrl, forPartners }: LetterFor,
): Message {
  const written = LETTER_PARTS.flatMap((part): readonly Section[] => {
    if (part === 'partners' && !forPartners) return [];
    const text = edited?.parts[part];
    return text === undefined ? botPart(part, letter, views, publicUrl) : partSections(text);
  });
  return {
    type: 'message',
    title: edited?.title ?? letterTitle(letter, views.open),
    audience: 'private',
    sections: written,
  };
}

/** What a newsletter is called unless a coordinator calls it something else. */
export function letterTitle({ quarter }: Pick<Newsletter, 'quarter'>, { t, locale }: View): string {
  return t('newsletter.title', { quarter: formatQuarter(quarter, locale) });
}

/** One part as the bot writes it; empty when there is nothing to tell. */
export function botPart(
  part: LetterPart,
  letter: Newsletter,
  { open: view, partners }: LetterViews,
  publicUrl: string,
): Section[] {
  switch (part) {
    case 'intro':
      return [
        { type: 'text', text: view.t('newsletter.intro', { past: formatQuarter(letter.past, view.locale) }) },
      ];
    case 'past':
      return pastSections(letter, view);
    case 'practices':
      return practiceSections(letter, view);
    case 'coming':
      return comingSections(letter, view);
    case 'partners':
      return partnerSections(letter, partners);
    case 'closing':
      return subscribeSections(letter, view, publicUrl);
  }
}

function pastSections({ past, finished }: Newsletter, view: View): Section[] {
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
  return sections;
}

function practiceSections({ practices }: Newsletter, view: View): Section[] {
  if (practices.length === 0) return [];
  return [
    { type: 'heading', text: view.t('newsletter.practices') },
    { type: 'list', items: practices.map((practice) => letterPractice(practice, view)) },
  ];
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
