import { type Action, plainText, type Reply, type Section } from '../reply/reply.ts';

/** A button with what it belongs to: the tenth "Bekijken" says nothing by itself. */
export interface NumberedAction extends Action {
  about?: string;
}

/** The buttons of a reply in the order in which it shows them. */
export function numberedActions(reply: Reply): NumberedAction[] {
  switch (reply.type) {
    case 'message':
      return [...reply.sections.flatMap(ofSection), ...(reply.next ? [reply.next] : [])];
    case 'choice':
      return reply.options.map(({ label, action, detail }) => ({
        ...action,
        label,
        ...(detail ? { about: detail } : {}),
      }));
    case 'confirm':
      return [reply.confirm, ...reply.alternatives, ...reply.warnings.flatMap(ofSection)];
    case 'form':
      return [];
  }
}

/** The reply without its buttons, for a place that numbers them below it. A choice keeps its question. */
export function withoutTyping(reply: Reply): Reply {
  switch (reply.type) {
    case 'message': {
      const { next: _next, ...rest } = reply;
      return { ...rest, sections: reply.sections.flatMap(withoutActions) };
    }
    case 'choice':
      return { ...reply, options: [] };
    case 'confirm':
      return {
        type: 'message',
        title: reply.title,
        audience: 'private',
        sections: [{ type: 'fields', fields: reply.draft }, ...reply.warnings.flatMap(withoutActions)],
      };
    case 'form':
      return reply;
  }
}

function ofSection(section: Section): NumberedAction[] {
  if (section.type === 'actions') return [...section.actions];
  if (section.type !== 'list') return [];
  return section.items.flatMap(({ title, actions = [] }) =>
    actions.map((action) => ({ ...action, about: plainText(title) })),
  );
}

function withoutActions(section: Section): Section[] {
  if (section.type === 'actions') return [];
  if (section.type !== 'list') return [section];
  return [{ ...section, items: section.items.map(({ actions: _actions, ...item }) => item) }];
}
