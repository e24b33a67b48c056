import type { Action, Message } from '../../reply/reply.ts';

/** Every button of a message, wherever it stands. */
export function actionsIn({ sections, next }: Message): Action[] {
  const inSections = sections.flatMap((section) => {
    if (section.type === 'actions') return section.actions;
    return section.type === 'list' ? section.items.flatMap(({ actions = [] }) => actions) : [];
  });
  return next ? [...inSections, next] : inSections;
}
