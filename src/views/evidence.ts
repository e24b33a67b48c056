import type { Practice } from '../domain/practice/practice.ts';
import type { View } from './view.ts';

/** How strong the evidence is, in words; measured little or adverse effect always reads as a warning. */
export function evidenceMark(practice: Practice, { t }: View): string {
  const words = practice.evidence.map((level) =>
    level === 'X' ? t('evidence.X') : t('evidence.mark', { text: t(`evidence.${level}`) }),
  );
  return words.join(' / ');
}
