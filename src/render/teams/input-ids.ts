import { FIRST_DAY, LAST_DAY } from '../shared/period-parts.ts';

/**
 * How the data of a submit names the inputs of a form; the renderer writes it and the adapter reads it.
 *
 * `arg:<name>` holds one value, `arg:<name>:lijst` several with commas between them, and `arg:<name>:van` and
 * `arg:<name>:tot` are the days of a period whose words are `arg:<name>`. Teams leaves empty inputs out, so
 * `shown` names every argument that the card asks, with spaces between them.
 */
export const ARGUMENT = 'arg:';
export const SEVERAL = ':lijst';
export const SHOWN_KEY = 'shown';

export type InputKind = 'value' | 'several' | 'first' | 'last';

const SUFFIXES: readonly (readonly [string, InputKind])[] = [
  [SEVERAL, 'several'],
  [FIRST_DAY, 'first'],
  [LAST_DAY, 'last'],
];

/** The argument that an input's id stands for and what it holds of it; undefined when it is no input of a form. */
export function argumentOf(id: string): { name: string; kind: InputKind } | undefined {
  if (!id.startsWith(ARGUMENT)) return undefined;
  const rest = id.slice(ARGUMENT.length);
  const [suffix, kind] = SUFFIXES.find(([end]) => rest.endsWith(end)) ?? ['', 'value' as const];
  const name = rest.slice(0, rest.length - suffix.length);
  return name === '' ? undefined : { name, kind };
}
