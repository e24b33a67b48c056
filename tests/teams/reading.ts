import type { Json } from './peers/json.ts';

export type { Json } from './peers/json.ts';
export type Values = Record<string, string | string[] | null>;

const WORDS = ['text', 'title', 'label', 'altText'];
/** What a person does not see: what buttons send along, and what only old clients would show. */
const HIDDEN = ['data', 'fallback', 'fallbackText', '$schema'];
const TYPED = ['Input.Text', 'Input.Number', 'Input.Date', 'Input.Time'];

/** Every word that a person would read in cards, with what inputs are filled with. */
export function wordsIn(part: unknown): string {
  const words: string[] = [];
  walk(part, (json) => {
    for (const key of WORDS) if (typeof json[key] === 'string') words.push(json[key]);
    if (TYPED.includes(String(json.type)) && json.value !== undefined) words.push(String(json.value));
  });
  return words.join('\n');
}

/** Every button that sends something, in the order of the card. */
export function buttonsIn(card: unknown): Json[] {
  return partsIn(card, (type) => type === 'Action.Execute' || type === 'Action.Submit');
}

/** The button whose label begins so. */
export function buttonIn(card: unknown, label: string): Json | undefined {
  return buttonsIn(card).find(({ title }) => String(title).startsWith(label));
}

/** Every input, in the order of the card. */
export function inputsIn(card: unknown): Json[] {
  return partsIn(card, (type) => type.startsWith('Input.'));
}

/**
 * What Teams sends of the inputs when a button is pressed: texts, several choices with commas between them, and nothing
 * of what is empty. Throws where a person could not have done it: an unknown input or choice, or a required one that is
 * empty.
 */
export function inputValues(card: unknown, values: Values = {}): Record<string, string> {
  const inputs = inputsIn(card);
  const ids = inputs.map(({ id }) => String(id));
  for (const id of Object.keys(values))
    if (!ids.includes(id)) throw new Error(`no input ${id} among ${ids.join(', ')}`);
  const sent: Record<string, string> = {};
  for (const input of inputs) {
    const id = String(input.id);
    const value = id in values ? [values[id] ?? []].flat().join(',') : String(input.value ?? '');
    check(input, id, value);
    if (value !== '') sent[id] = value;
  }
  return sent;
}

const SHAPES: Record<string, RegExp> = {
  'Input.Date': /^\d{4}-\d{2}-\d{2}$/,
  'Input.Time': /^([01]\d|2[0-3]):[0-5]\d$/,
  'Input.Number': /^-?\d+(\.\d+)?$/,
};

function check(input: Json, id: string, value: string): void {
  if (value === '') {
    if (input.isRequired === true) throw new Error(`${id} must be filled in`);
    return;
  }
  const type = String(input.type);
  if (SHAPES[type]?.test(value) === false) throw new Error(`${id} cannot be "${value}"`);
  if (type === 'Input.Toggle' && value !== (input.valueOn ?? 'true') && value !== (input.valueOff ?? 'false'))
    throw new Error(`${id} cannot be "${value}"`);
  if (type !== 'Input.ChoiceSet') return;
  const known = ((input.choices ?? []) as Json[]).map((choice) => String(choice.value));
  const chosen = input.isMultiSelect === true ? value.split(',') : [value];
  for (const one of chosen)
    if (!known.includes(one)) throw new Error(`no choice ${one} for ${id} among ${known.join(', ')}`);
}

function partsIn(card: unknown, wanted: (type: string) => boolean): Json[] {
  const found: Json[] = [];
  walk(card, (json) => {
    if (wanted(String(json.type))) found.push(json);
  });
  return found;
}

function walk(part: unknown, visit: (json: Json) => void): void {
  if (Array.isArray(part)) for (const one of part) walk(one, visit);
  else if (typeof part === 'object' && part !== null) {
    visit(part as Json);
    for (const [key, value] of Object.entries(part)) if (!HIDDEN.includes(key)) walk(value, visit);
  }
}
