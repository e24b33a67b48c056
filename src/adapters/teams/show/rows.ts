import { encodeAction } from '../../../render/action-value.ts';
import type { Action, Message, Section } from '../../../reply/reply.ts';

/** A button of a message: the row that it stands in, and what it is called. */
export interface RowButton {
  /** The place of the row in the message, which stays the same when other rows were answered. */
  row: string;
  label: string;
}

/** The buttons of a message, by what each means. */
export function rowsOf({ sections }: Message): ReadonlyMap<string, RowButton> {
  const buttons = new Map<string, RowButton>();
  const note = (actions: readonly Action[], row: string) => {
    for (const action of actions) {
      const meaning = encodeAction(action);
      if (!buttons.has(meaning)) buttons.set(meaning, { row, label: action.label });
    }
  };
  for (const [index, section] of sections.entries()) {
    if (section.type === 'actions') note(section.actions, rowAt(index));
    if (section.type === 'list')
      for (const [entry, { actions = [] }] of section.items.entries()) note(actions, rowAt(index, entry));
  }
  return buttons;
}

/** The message with rows of buttons replaced by what was answered with them. */
export function withAnswers(message: Message, answers: Readonly<Record<string, string>>): Message {
  const sections = message.sections.map((section, index): Section => {
    if (section.type === 'actions') {
      const text = answers[rowAt(index)];
      return text === undefined ? section : { type: 'text', text: `✅ ${text}` };
    }
    if (section.type !== 'list') return section;
    const items = section.items.map((item, entry) => {
      const text = answers[rowAt(index, entry)];
      return text === undefined ? item : { ...item, lines: [...item.lines, `✅ ${text}`], actions: [] };
    });
    return { ...section, items };
  });
  return { ...message, sections };
}

function rowAt(section: number, entry?: number): string {
  return entry === undefined ? String(section) : `${section}-${entry}`;
}
