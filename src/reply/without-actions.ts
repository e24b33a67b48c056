import type { Message, Section } from './reply.ts';

/** The same message without its buttons: what there is to read. */
export function withoutActions({ next: _next, ...message }: Message): Message {
  const sections = message.sections.flatMap((section): Section[] => {
    if (section.type === 'actions') return [];
    if (section.type !== 'list') return [section];
    return [{ ...section, items: section.items.map(({ actions: _actions, ...item }) => item) }];
  });
  return { ...message, sections };
}
