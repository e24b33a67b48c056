import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, fillCalendar } from '../app.ts';
import { readConfig } from '../config.ts';
import { backupTo } from '../store/backup.ts';
import { forgetMessages } from '../store/forget-messages.ts';
import { simulate } from './simulation.ts';
import { DONE, print, readArgs, UsageError, type Verb, words } from './verb.ts';

export const simulateVerb: Verb = {
  name: 'simulate',
  usage: ['--from <date> --to <date> [--json]'],
  summary:
    'Plays over a period what the bot would send, on a copy of the database. With --json a line for each message.',
  run: async (args) => {
    const { values, positionals } = readArgs(args, {
      from: { type: 'string' },
      to: { type: 'string' },
      json: { type: 'boolean' },
    });
    words(positionals);
    const [from, until] = [dateOf('from', values.from), dateOf('to', values.to)];
    if (until < from) throw new UsageError(`--to (${until}) is before --from (${from}).`);
    await onCopy(from, until, values.json ?? false);
    return DONE;
  },
};

async function onCopy(from: string, until: string, json: boolean): Promise<void> {
  const config = readConfig(process.env);
  const folder = mkdtempSync(join(tmpdir(), 'campagneregie-'));
  const copy = join(folder, 'copy.db');
  try {
    if (existsSync(config.databasePath)) {
      const original = createApp(config);
      await backupTo(original.database, copy).finally(() => original.close());
    }
    const app = createApp({ ...config, databasePath: copy });
    try {
      if ((await app.store.revision()) === 0) await fillCalendar(app);
      forgetMessages(app.database);
      let count = 0;
      await simulate(
        { store: app.store, publicUrl: app.publicUrl, ...app.messages },
        from,
        until,
        (message) => {
          count++;
          print(
            json
              ? JSON.stringify(message)
              : `${message.at}  ${message.to}  ${message.kind}\n${message.text}\n`,
          );
        },
      );
      if (!json) print(`${count} messages from ${from} to ${until}.`);
    } finally {
      app.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function dateOf(name: string, typed: string | undefined): string {
  if (typed === undefined) throw new UsageError(`Say with --${name} a date, for example 2027-01-01.`);
  try {
    const date = Temporal.PlainDate.from(typed);
    if (date.toString() === typed) return typed;
  } catch {
    // Told below, like a date with other things behind it.
  }
  throw new UsageError(`--${name} is a date such as 2027-01-01, not "${typed}".`);
}
