import type { Action, Confirm } from '../../reply/reply.ts';

/**
 * The buttons under a question, the one that stands out first. That is saving, unless an alternative is
 * advised: then saving all the same comes last.
 */
export function confirmActions({ confirm, alternatives }: Confirm): Action[] {
  if (alternatives.some(({ style }) => style === 'primary')) return [...alternatives, confirm];
  return [{ ...confirm, style: confirm.style ?? 'primary' }, ...alternatives];
}
