import { contentOfPractice, type PracticeContent } from '../domain/practice/content.ts';
import type { Practice } from '../domain/practice/practice.ts';
import { sourceLines } from '../domain/practice/source-lines.ts';
import type { MessageKey } from '../i18n/translate.ts';
import type { Field } from '../reply/reply.ts';
import { differenceText } from './difference.ts';
import { nameList, type View } from './view.ts';

/** The fields in which two forms of a practice differ, each with the words that went and came. */
export function practiceDifference(before: Practice, after: Practice, view: View): Field[] {
  const [old, now] = [contentOfPractice(before), contentOfPractice(after)];
  return FIELDS.flatMap(([label, textOf]) => {
    const [one, other] = [textOf(old, view), textOf(now, view)];
    return one === other ? [] : [{ label: view.t(label), value: differenceText(one, other, view) }];
  });
}

type TextOf = (content: PracticeContent, view: View) => string;

const FIELDS: readonly (readonly [MessageKey, TextOf])[] = [
  ['field.titel', ({ title }) => title.nl],
  ['practice.advice', ({ advice }) => advice.nl],
  ['practice.evidence', ({ evidence }, { t }) => evidence.map((level) => t(`evidence.${level}`)).join('; ')],
  ['practice.evidence-note', ({ evidenceNote }) => evidenceNote?.nl ?? ''],
  ['practice.forms', ({ forms }, view) => nameList(view, forms) || view.t('practice.every-form')],
  ['practice.audiences', ({ audiences }, view) => nameList(view, audiences)],
  ['practice.topics', ({ topics }, view) => nameList(view, topics)],
  ['practice.source', ({ sources }) => sourceLines(sources)],
  ['practice.publish-for', ({ publishFor = 'public' }, { t }) => t(`visibility.${publishFor}`)],
  ['field.titel-engels', ({ title }) => (title.en === title.nl ? '' : title.en)],
  ['field.advies-engels', ({ advice }) => (advice.en === advice.nl ? '' : advice.en)],
];
