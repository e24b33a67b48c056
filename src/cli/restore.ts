import { readConfig } from '../config.ts';
import { clockStartingAt, systemClock } from '../core/clock.ts';
import { restoreFrom } from '../store/backup.ts';
import { DONE, print, readArgs, type Verb, words } from './verb.ts';

export const restoreVerb: Verb = {
  name: 'restore',
  usage: ['<file>'],
  summary:
    'Puts a backup in the place of the database; the old one is kept beside it. Stop the program first.',
  run: async (args) => {
    const [file = ''] = words(readArgs(args, {}).positionals, 'file');
    const config = readConfig(process.env);
    const clock = config.clock ? clockStartingAt(config.clock) : systemClock();
    const given = { simulated: config.clock !== undefined, at: clock.now() };
    const kept = restoreFrom(file, config.databasePath, given);
    print(`${config.databasePath} holds the backup now.${kept ? ` The old database is in ${kept}.` : ''}`);
    return DONE;
  },
};
