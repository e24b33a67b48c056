import { Refusal } from '../core/errors.ts';
import type { Reply } from '../reply/reply.ts';
import { bindTyped } from './bind.ts';
import type { Context } from './command.ts';
import { parseCommandLine } from './grammar.ts';
import { refusalReply, unknownCommandReply } from './problem-replies.ts';
import type { Registry } from './registry.ts';
import { runRequest } from './run.ts';

/** The longest line that may be the bare name of something. */
const LONGEST_NAME = 200;

/**
 * Carries out a typed line, on whatever surface it was typed. An empty line asks for help, and a bare name
 * shows what is called so. What cannot be read comes back as a reply, like all that a person can mend.
 */
export async function runLine(registry: Registry, context: Context, line: string): Promise<Reply> {
  try {
    const typed = parseCommandLine(line);
    if (typed.word === '') return await runRequest(registry, context, { command: 'help', args: {} });
    const command = registry.find(typed.word);
    if (command) return await runRequest(registry, context, bindTyped(command, typed));
    return (await shownByName(registry, context, line.trim())) ?? unknown(registry, context, typed.word);
  } catch (error) {
    if (error instanceof Refusal) return refusalReply(context, error);
    throw error;
  }
}

/** A mistyped command is more likely than a name of one word that looks like one. */
async function shownByName(registry: Registry, context: Context, name: string): Promise<Reply | undefined> {
  const isSlip = !name.includes(' ') && registry.nearest(name).length > 0;
  if (isSlip || name.length > LONGEST_NAME) return undefined;
  const reply = await runRequest(registry, context, { command: 'toon', args: { wat: name } });
  return reply.type === 'form' ? undefined : reply;
}

function unknown(registry: Registry, context: Context, word: string): Reply {
  return unknownCommandReply(context, registry, word);
}
