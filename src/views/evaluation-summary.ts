import type { Evaluation } from '../domain/evaluation/evaluation.ts';
import type { MessageKey } from '../i18n/translate.ts';
import type { ListItem, Section } from '../reply/reply.ts';
import type { View } from './view.ts';

type Part = readonly [heading: MessageKey, of: (evaluation: Evaluation) => readonly (string | undefined)[]];

/** The parts in the order in which they are read; their names are those of EMMIE, in plain words. */
const PARTS: readonly Part[] = [
  ['evaluation.implementation', ({ reached }) => [reached]],
  ['evaluation.effect', ({ measured, behaviour }) => [measured, behaviour]],
  ['evaluation.mechanism', ({ mechanism }) => [mechanism]],
  ['evaluation.moderators', ({ moderators }) => [moderators]],
  ['evaluation.economy', ({ costs }) => [costs]],
  ['evaluation.lessons', ({ lessons }) => lessons],
];

/** What organisations said a campaign brought, part by part, so that they can be laid beside each other. */
export function evaluationSections(evaluations: readonly Evaluation[], view: View): Section[] {
  return PARTS.flatMap(([heading, of]) => {
    const items = evaluations.flatMap((evaluation): ListItem[] => {
      const lines = of(evaluation).filter((text) => text !== undefined);
      return lines.length > 0 ? [{ title: view.name(evaluation.organisation) ?? '', lines }] : [];
    });
    return items.length > 0
      ? [
          { type: 'heading' as const, text: view.t(heading) },
          { type: 'list' as const, items },
        ]
      : [];
  });
}

/** "2 evaluaties: 1 doet het opnieuw, 1 doet het anders"; undefined when there are none. */
export function evaluationCount(evaluations: readonly Evaluation[], { t, locale }: View): string | undefined {
  if (evaluations.length === 0) return undefined;
  const counts = (['yes', 'changed', 'no'] as const).flatMap((again) => {
    const count = evaluations.filter((one) => one.again === again).length;
    return count > 0 ? [t(`evaluation.again-${again}`, { count })] : [];
  });
  const said = new Intl.ListFormat(locale, { type: 'conjunction' }).format(counts);
  return t('evaluation.count', { count: evaluations.length, said });
}
