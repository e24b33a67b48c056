import type { Message } from '../reply/reply.ts';
import type { FieldValue } from './command.ts';

/** An argument as a command gets it: a period is two ISO dates. */
type Given = FieldValue | number | boolean | { start: string; end: string } | undefined;

/**
 * The message with how to draw it anew: the same command with these arguments, as they were understood. Only
 * for what shows and changes nothing.
 */
export function refreshable<M extends Message>(
  message: M,
  command: string,
  given: Readonly<Record<string, Given>>,
): M {
  const args: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(given)) if (value !== undefined) args[name] = asTyped(value);
  return { ...message, refresh: { command, args } };
}

function asTyped(value: Exclude<Given, undefined>): FieldValue {
  if (typeof value === 'string' || Array.isArray(value)) return value as FieldValue;
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  return typeof value === 'object' && 'start' in value ? `${value.start}..${value.end}` : String(value);
}
