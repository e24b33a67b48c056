import { encodeAction } from '../../../render/action-value.ts';
import type { Action, Message, Section } from '../../../reply/reply.ts';

/** A button of a message: the number of the row that it stands in, and what it is called. */
export interface RowButton {
  row: number;
  label: string;
}

/** The buttons of a message, by what each means. */
export function rowsOf({ sections }: Message): ReadonlyMap<string, RowButton> {
  const buttons = new Map<string, RowButton>();
  let row = 0;
  const number = (actions: readonly Action[] = []) => {
    for (const action of actions) {
      const meaning = encodeAction(action);
      if (!buttons.has(meaning)) buttons.set(meaning, { row, label: action.label });
    }
    if (actions.length > 0) row += 1;
  };
  for (const section of sections) {
    if (section.type === 'actions') number(section.actions);
    if (section.type === 'list') for (const item of section.items) number(item.actions);
  }
  return buttons;
}

/** The message with rows of buttons replaced by what was answered with them. */
export function withAnswers(message: Message, answers: Readonly<Record<string, string>>): Message {
  let row = 0;
  const answered = (actions: readonly Action[] = []): string | undefined =>
    actions.length > 0 ? answers[row++] : undefined;
  const sections = message.sections.map((section): Section => {
    if (section.type === 'actions') {
      const text = answered(section.actions);
      return text === undefined ? section : { type: 'text', text: `✅ ${text}` };
    }
    if (section.type !== 'list') return section;
    const items = section.items.map((item) => {
      const text = answered(item.actions);
      return text === undefined ? item : { ...item, lines: [...item.lines, `✅ ${text}`], actions: [] };
    });
    return { ...section, items };
  });
  return { ...message, sections };
}
