import { periodFrom } from '../../../render/shared/period-from.ts';
import { argumentOf, type InputKind, SHOWN_KEY } from '../../../render/teams/input-ids.ts';

const MOST_INPUTS = 1_000;
const LONGEST_NAME = 100;
/** Longer than any argument may be: what is cut here is still refused as too long, and never saved. */
const LONGEST_VALUE = 20_000;
const IGNORED: readonly string[] = ['__proto__', 'constructor', 'prototype'];

type Held = Partial<Record<InputKind, string>>;

/**
 * What a form's inputs hold by argument name, out of the data of a submit: several values as a list, a period as one
 * text, and what was shown and is empty as "". The data comes from outside, so whatever is no input is passed over.
 */
export function readInputs(data: unknown): Record<string, string | string[]> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
  const held = new Map<string, Held>();
  const note = (name: string, more: Held) => {
    const isName = name !== '' && name.length <= LONGEST_NAME && !IGNORED.includes(name);
    if (isName && (held.has(name) || held.size < MOST_INPUTS)) held.set(name, { ...held.get(name), ...more });
  };
  const entries = Object.entries(data);
  const [, shown = ''] = entries.find(([key]) => key === SHOWN_KEY) ?? [];
  if (typeof shown === 'string') for (const name of shown.slice(0, LONGEST_VALUE).split(' ')) note(name, {});
  for (const [id, value] of entries) {
    const argument = argumentOf(id);
    const text = textOf(value);
    if (argument && text !== undefined) note(argument.name, { [argument.kind]: text });
  }
  return Object.fromEntries([...held].map(([name, parts]) => [name, argumentIn(parts)]));
}

function argumentIn({ value = '', several, first, last }: Held): string | string[] {
  if (first !== undefined || last !== undefined) return periodFrom(first ?? '', last ?? '', value);
  if (several === undefined) return value;
  const values = several.split(',').filter((item) => item !== '');
  return values.length > 0 ? values : '';
}

/** Teams sends texts; a client that sends a number or a boolean means the same. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.slice(0, LONGEST_VALUE);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
