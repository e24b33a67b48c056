import { bindTyped } from './bind.ts';
import type { Request } from './command.ts';
import { parseCommandLine } from './grammar.ts';
import type { Registry } from './registry.ts';

/**
 * The request that a typed line means. A line that starts with no command may be a bare name ("week van
 * de veiligheid"): it is carried along for run.ts to look up. Refuses what the grammar cannot read.
 */
export function typedRequest(registry: Registry, line: string): Request {
  const typed = parseCommandLine(line);
  const command = registry.find(typed.word);
  return command ? bindTyped(command, typed) : { command: typed.word, args: {}, line: line.trim() };
}
