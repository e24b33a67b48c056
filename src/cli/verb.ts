import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';

/** A command of the program: `campagneregie <name> ...`. It gives the exit code. */
export interface Verb {
  name: string;
  /** What to type after the name, a line for each form. */
  usage: readonly string[];
  summary: string;
  run: (args: string[]) => Promise<number>;
}

export const DONE = 0;
export const FAILED = 1;
export const WRONG_USAGE = 2;

/** The program was called in a wrong way: exit code 2, with how to call it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads a verb's options and words; what does not belong there is a UsageError. */
export function readArgs<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'))
      throw new UsageError((error as Error).message.replace(/\. To specify[\s\S]*/, '.'));
    throw error;
  }
}

/** Exactly these words, named for the message when one is missing or there is one too many. */
export function words(given: readonly string[], ...names: string[]): string[] {
  const missing = names[given.length];
  if (missing !== undefined) throw new UsageError(`The ${missing} is missing.`);
  const extra = given[names.length];
  if (extra !== undefined)
    throw new UsageError(
      `I do not know what to do with "${extra}". Put a text of several words between quotes.`,
    );
  return [...given];
}

/** One line on stdout. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** One line on stderr. */
export function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
