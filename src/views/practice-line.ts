import { isWarning, type Practice } from '../domain/practice/practice.ts';
import type { ListItem, Span } from '../reply/reply.ts';
import { evidenceMark } from './evidence.ts';
import { nameList, type View } from './view.ts';

/** A practice as one entry of a list, with what its evidence means and where that stands. */
export function practiceLine(practice: Practice, view: View): ListItem {
  const { t } = view;
  const about = [
    nameList(view, [...practice.forms, ...practice.topics]) || t('practice.every-form'),
    nameList(view, practice.audiences),
  ].filter((text) => text !== '');
  return {
    title: [{ text: practiceTitle(practice, view), strong: true }],
    lines: [evidenceMark(practice, view), about.join('; '), sourcesLine(practice, view)],
    actions: [{ label: t('do.show'), command: 'toon', args: { wat: practice.id } }],
  };
}

/** A practice's title; a warning says so before anything else, and so does what is not published. */
export function practiceTitle(practice: Practice, { t, locale }: View): string {
  const { state } = practice;
  const title = practice.title[locale];
  const marked = isWarning(practice) ? t('practice.warning-title', { title }) : title;
  return state === 'published'
    ? marked
    : t('practice.state-title', { title: marked, state: t(`practice.${state}`) });
}

/** A proposal that was improved and waits again keeps the remark that it was improved for, as what it is. */
export function reasonKey({ state }: Practice): 'practice.earlier-remark' | 'practice.reason' {
  return state === 'in-review' ? 'practice.earlier-remark' : 'practice.reason';
}

/** The first source as a link, and how many more there are on the card. */
export function sourcesLine({ sources }: Practice, { t }: Pick<View, 't'>): Span[] {
  const [first, ...more] = sources;
  if (!first) return [];
  return [
    { text: `${t('practice.source')}: ` },
    { text: first.text, ...(first.url ? { href: first.url } : {}) },
    ...(more.length > 0 ? [{ text: ` ${t('practice.more-sources', { count: more.length })}` }] : []),
  ];
}
