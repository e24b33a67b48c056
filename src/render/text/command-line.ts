import type { Action } from '../../reply/reply.ts';

/** The grammar reads a telephone's curly quotes as straight ones, so they need the same care. */
const NEEDS_BACKSLASH = /["\\“”„]/g;
/** Not for a value that starts with `//`: the grammar then sees an address, not a name and a value. */
const PLAIN_VALUE = /^(?!\/\/)[\p{L}\p{N}\-_/.~]+$/u;

/** What to type for the same effect as pressing the button: `verzet campagne:"..." periode:"okt 2027"`. */
export function commandLine(action: Pick<Action, 'command' | 'args' | 'version' | 'confirmed'>): string {
  const words = [action.command];
  for (const [name, value] of Object.entries(action.args)) {
    words.push(`${name}:${quoted(typeof value === 'string' ? value : value.join(','))}`);
  }
  if (action.confirmed) words.push('--akkoord');
  if (action.version !== undefined) words.push(`--versie:${action.version}`);
  return words.join(' ');
}

function quoted(value: string): string {
  return PLAIN_VALUE.test(value) ? value : `"${value.replaceAll(NEEDS_BACKSLASH, '\\$&')}"`;
}
