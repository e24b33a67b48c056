import type { Seen } from './stage.ts';

export type Json = Record<string, unknown>;

/** Every word that a person would read in blocks, views or messages; not the values behind buttons. */
export function wordsIn(part: unknown): string {
  const words: string[] = [];
  const walk = (one: unknown, key = ''): void => {
    if (typeof one === 'string') {
      if (['text', 'alt_text', 'initial_value'].includes(key)) words.push(one);
    } else if (Array.isArray(one)) {
      for (const item of one) walk(item, key);
    } else if (typeof one === 'object' && one !== null) {
      for (const [name, value] of Object.entries(one)) walk(value, name);
    }
  };
  walk(part);
  return words.join('\n');
}

/** Every button, with the id of the block that it stands in. */
export function buttonsIn(part: unknown): Json[] {
  const found: Json[] = [];
  const walk = (one: unknown, block = ''): void => {
    if (Array.isArray(one)) for (const item of one) walk(item, block);
    else if (typeof one === 'object' && one !== null) {
      const json = one as Json;
      const id = typeof json.block_id === 'string' ? json.block_id : block;
      if (json.type === 'button') found.push({ ...json, block_id: id });
      for (const value of Object.values(json)) walk(value, id);
    }
  };
  walk(part);
  return found;
}

/** The button whose label begins so, as Slack sends it when pressed, with its view when it stands in one. */
export function pressable({ messages, view }: Seen, label: string): { action: Json; view: Json | undefined } {
  const labelOf = (button: Json) => (button.text as { text: string }).text;
  const inMessages = buttonsIn(messages).find((button) => labelOf(button).startsWith(label));
  const action = inMessages ?? buttonsIn(view).find((button) => labelOf(button).startsWith(label));
  if (!action)
    throw new Error(`no button "${label}" among ${buttonsIn([messages, view]).map(labelOf).join(', ')}`);
  return { action, view: inMessages ? undefined : view };
}
