import { importRecords } from '../import/import-records.ts';
import { readImportFiles } from '../import/read-import-files.ts';
import { withApp } from './open-app.ts';
import { DONE, print, readArgs, type Verb, words } from './verb.ts';

export const importVerb: Verb = {
  name: 'import',
  usage: ['<file or folder>'],
  summary: 'Takes in calendar files (YAML) or an export (YAML or JSON lines). What a person changed stays.',
  run: async (args) => {
    const [path = ''] = words(readArgs(args, {}).positionals, 'file or folder');
    return withApp(async (app) => {
      const files = await readImportFiles(path, app.store, app.config.calendarsFolder);
      const { added, updated, unchanged, differences } = await importRecords(app.store, files, app.now());
      print(`${added.length} added, ${updated.length} updated, ${unchanged} unchanged.`);
      if (differences.length > 0) {
        print(`${differences.length} differ, but a person changed them here, so they were left as they are:`);
        for (const { id, fields } of differences) print(`  ${id}: ${fields.join(', ')}`);
      }
      return DONE;
    });
  },
};
