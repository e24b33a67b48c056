import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commands } from '../../commands/index.ts';
import { commandsDocument } from './commands-document.ts';
import { DONE, print, readArgs, UsageError, type Verb, words } from './verb.ts';

const FILE = fileURLToPath(new URL('../../docs/commands.md', import.meta.url));

export const docsVerb: Verb = {
  name: 'docs',
  usage: ['commands'],
  summary: 'Writes docs/commands.md anew from the definitions of the commands.',
  run: async (args) => {
    const [what] = words(readArgs(args, {}).positionals, 'document');
    if (what !== 'commands') throw new UsageError(`There is no document "${what}"; there is "commands".`);
    writeFileSync(FILE, commandsDocument(commands));
    print('docs/commands.md is written.');
    return DONE;
  },
};
