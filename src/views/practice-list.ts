import { isWarning, type Practice } from '../domain/practice/practice.ts';
import type { Action, Message, Section } from '../reply/reply.ts';
import { practiceLine } from './practice-line.ts';
import type { View } from './view.ts';

export interface PracticePage {
  page: readonly Practice[];
  total: number;
  filter: readonly string[];
}

/** A page of practices: warnings under a heading of their own, never among the advice. */
export function practiceListMessage(
  { page, total, filter }: PracticePage,
  view: View,
  nextArgs: Action['args'] | undefined,
  audience: Message['audience'],
): Message {
  const { t } = view;
  const intro = [t('practice.count', { count: total })];
  if (filter.length > 0) intro.push(t('calendar.filter', { filter: filter.join(', ') }));
  if (total === 0) intro.push(t('practice.empty-hint'));
  const warnings = page.filter(isWarning);
  const advice = page.filter((practice) => !isWarning(practice));
  const all: Action = { label: t('do.all-practices'), command: 'wat-werkt', args: {} };
  return {
    type: 'message',
    title: t('practice.title'),
    audience,
    sections: [
      { type: 'text', text: intro.join(' ') },
      ...warned(warnings, view),
      ...listed(t('practice.advice-heading'), advice, view),
      ...(filter.length > 0 ? [{ type: 'actions' as const, actions: [all] }] : []),
    ],
    ...(nextArgs ? { next: { label: t('render.next-page'), command: 'wat-werkt', args: nextArgs } } : {}),
  };
}

function warned(warnings: readonly Practice[], view: View): Section[] {
  const [heading, ...list] = listed(view.t('practice.warnings'), warnings, view);
  if (!heading) return [];
  return [heading, { type: 'notice', tone: 'warning', text: view.t('practice.warnings-intro') }, ...list];
}

function listed(heading: string, practices: readonly Practice[], view: View): Section[] {
  if (practices.length === 0) return [];
  return [
    { type: 'heading', text: heading },
    { type: 'list', items: practices.map((practice) => practiceLine(practice, view)) },
  ];
}
