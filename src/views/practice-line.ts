import { isWarning } from '../domain/practice/find-practices.ts';
import type { Practice } from '../domain/practice/practice.ts';
import type { ListItem } from '../reply/reply.ts';
import { evidenceMark } from './evidence.ts';
import { nameList, type View } from './view.ts';

/** A practice as one entry of a list, with what its evidence means. */
export function practiceLine(practice: Practice, view: View): ListItem {
  const { t } = view;
  const about = [
    nameList(view, [...practice.forms, ...practice.topics]) || t('practice.every-form'),
    nameList(view, practice.audiences),
  ].filter((text) => text !== '');
  return {
    title: [{ text: practiceTitle(practice, view), strong: true }],
    lines: [evidenceMark(practice, view), about.join('; ')],
    actions: [{ label: t('do.show'), command: 'toon', args: { wat: practice.id } }],
  };
}

/** A practice's title; a warning says so before anything else. */
export function practiceTitle(practice: Practice, { t, locale }: View): string {
  const title = practice.title[locale];
  return isWarning(practice) ? t('practice.warning-title', { title }) : title;
}
