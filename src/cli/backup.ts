import { backupTo } from '../store/backup.ts';
import { withApp } from './open-app.ts';
import { DONE, print, readArgs, type Verb, words } from './verb.ts';

export const backupVerb: Verb = {
  name: 'backup',
  usage: ['<file>'],
  summary: 'Writes a whole copy of the database to a new file, also while the program runs.',
  run: async (args) => {
    const [file = ''] = words(readArgs(args, {}).positionals, 'file');
    return withApp(async (app) => {
      await backupTo(app.database, file);
      print(`The backup is in ${file}.`);
      return DONE;
    });
  },
};
