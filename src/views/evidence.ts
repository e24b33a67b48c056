import type { Practice } from '../domain/practice/practice.ts';
import type { View } from './view.ts';

/** How strong the evidence is, in words; measured little or adverse effect always reads as a warning. */
export function evidenceMark(practice: Practice, { t }: View): string {
  return practice.evidence.map((level) => t(`evidence.${level}`)).join(' / ');
}
