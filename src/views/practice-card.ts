import { wasPublished } from '../domain/practice/content.ts';
import { isWarning, type Practice } from '../domain/practice/practice.ts';
import type { Use } from '../domain/practice/used-by.ts';
import type { Action, Field, Message, Section } from '../reply/reply.ts';
import { sourceText } from './campaign-card.ts';
import { practiceTitle, reasonKey } from './practice-line.ts';
import { useLine } from './practice-use-line.ts';
import { nameList, type View } from './view.ts';

/** All that a card shows beside the practice itself; only what the reader may see. */
export interface PracticeSurroundings {
  uses: readonly Use[];
  useCount: number;
  /** The buttons that fit the reader. */
  actions: readonly Action[];
  /** Whether the reader may know what was said when it was decided on. */
  showsReason: boolean;
}

/** A practice in full: advice or warning, what the evidence means, where it fits, sources, who used it. */
export function practiceCard(practice: Practice, around: PracticeSurroundings, view: View): Message {
  const { t, locale } = view;
  const warning = isWarning(practice);
  const sections: Section[] = [...standing(practice, around, view)];
  if (warning) sections.push({ type: 'notice', tone: 'warning', text: t('practice.warning') });
  sections.push({
    type: 'fields',
    fields: [
      { label: t(warning ? 'practice.lesson' : 'practice.advice'), value: practice.advice[locale] },
      ...evidenceFields(practice, view),
      ...fitFields(practice, view),
      ...sourceFields(practice, view),
      ...originFields(practice, view),
    ],
  });
  sections.push(...usedBy(around, view));
  sections.push({ type: 'actions', actions: [...around.actions, ...steps(practice, t)] });
  return {
    type: 'message',
    title: [practice.key, practiceTitle(practice, view)].filter(Boolean).join(' '),
    audience: 'private',
    sections,
  };
}

/** What is not published says so before anything else, with what a coordinator said. */
function standing(practice: Practice, { showsReason }: PracticeSurroundings, view: View): Section[] {
  const { state, decision, revises } = practice;
  if (state === 'published') return [];
  const { t } = view;
  const what = revises
    ? t(`practice.revision-${state}`, { title: view.name(revises) ?? '' })
    : t(`practice.proposal-${state}`);
  const reason = showsReason ? decision?.reason : undefined;
  const text = reason ? `${what} ${t(reasonKey(practice), { reason })}` : what;
  const tone = state === 'in-review' || state === 'merged' || state === 'draft' ? 'info' : 'warning';
  return [{ type: 'notice', tone, text }];
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
  ];
}

function sourceFields({ sources }: Practice, view: View): Field[] {
  return sources.map((source) => ({ label: view.t('practice.source'), value: sourceText(source, view) }));
}

/** Who brought it in, and for whom it is meant while it is not published yet. */
function originFields(practice: Practice, view: View): Field[] {
  const { owner, publishFor } = practice;
  const { t } = view;
  const by = owner && view.name(owner);
  const isOut = wasPublished(practice);
  return [
    ...(by ? [{ label: t('practice.brought-by'), value: by }] : []),
    ...(isOut || !publishFor
      ? []
      : [{ label: t('practice.publish-for'), value: t(`visibility.${publishFor}`) }]),
  ];
}

function usedBy({ uses, useCount }: PracticeSurroundings, view: View): Section[] {
  if (uses.length === 0) return [];
  const more = useCount - uses.length;
  return [
    { type: 'heading', text: view.t('practice.used-by') },
    { type: 'list', items: uses.map((use) => useLine(use, view)) },
    ...(more > 0 ? [{ type: 'text' as const, text: view.t('digest.more', { count: more }) }] : []),
  ];
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
