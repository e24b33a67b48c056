import type { Campaign } from '../domain/campaign/campaign.ts';
import { isWarning } from '../domain/practice/find-practices.ts';
import type { Practice } from '../domain/practice/practice.ts';
import type { Action, Field, Message, Section } from '../reply/reply.ts';
import { sourceText } from './campaign-card.ts';
import { campaignLine } from './campaign-line.ts';
import { practiceTitle } from './practice-line.ts';
import { nameList, type View } from './view.ts';

/** A practice in full: advice or warning, what the evidence means, where it fits, sources, who used it. */
export function practiceCard(practice: Practice, usedBy: readonly Campaign[], view: View): Message {
  const { t, locale } = view;
  const warning = isWarning(practice);
  const sections: Section[] = [];
  if (warning) sections.push({ type: 'notice', tone: 'warning', text: t('practice.warning') });
  sections.push({
    type: 'fields',
    fields: [
      { label: t(warning ? 'practice.lesson' : 'practice.advice'), value: practice.advice[locale] },
      ...evidenceFields(practice, view),
      ...fitFields(practice, view),
      ...sourceFields(practice, view),
    ],
  });
  if (usedBy.length > 0) {
    sections.push({ type: 'heading', text: t('practice.used-by') });
    sections.push({ type: 'list', items: usedBy.map((campaign) => campaignLine(campaign, view)) });
  }
  sections.push({ type: 'actions', actions: steps(practice, t) });
  return {
    type: 'message',
    title: `${practice.key} ${practiceTitle(practice, view)}`,
    audience: 'private',
    sections,
  };
}

function evidenceFields({ evidence, evidenceNote }: Practice, { t, locale }: View): Field[] {
  const fields = evidence.map(
    (level): Field => ({ label: t('practice.evidence'), value: t(`evidence.${level}`) }),
  );
  if (evidenceNote) fields.push({ label: t('practice.evidence-note'), value: evidenceNote[locale] });
  return fields;
}

function fitFields(practice: Practice, view: View): Field[] {
  const { t } = view;
  const topics = nameList(view, practice.topics);
  const audiences = nameList(view, practice.audiences);
  return [
    { label: t('practice.forms'), value: nameList(view, practice.forms) || t('practice.every-form') },
    ...(topics ? [{ label: t('practice.topics'), value: topics }] : []),
    ...(audiences ? [{ label: t('practice.audiences'), value: audiences }] : []),
    ...(practice.note ? [{ label: t('practice.note'), value: practice.note }] : []),
    ...(practice.state === 'published'
      ? []
      : [{ label: t('practice.state'), value: t(`practice.${practice.state}`) }]),
  ];
}

function sourceFields({ sources }: Practice, view: View): Field[] {
  return sources.map((source) => ({ label: view.t('practice.source'), value: sourceText(source, view) }));
}

function steps(practice: Practice, t: View['t']): Action[] {
  const subjects = [...practice.forms, ...practice.topics];
  return [
    ...(subjects.length > 0
      ? [{ label: t('do.practices'), command: 'wat-werkt', args: { vorm: subjects } }]
      : []),
    { label: t('do.all-practices'), command: 'wat-werkt', args: {} },
  ];
}
