import { once } from 'node:events';
import { stringify } from 'yaml';
import type { AnyRecord } from '../domain/records.ts';
import { KINDS, type Kind } from '../domain/shared/record.ts';
import { listOf } from '../import/record-lines.ts';
import { programScope } from './find-person.ts';
import { withApp } from './open-app.ts';
import { DONE, readArgs, UsageError, type Verb, words } from './verb.ts';

/** One-time codes are worth nothing elsewhere, and a copy must not begin to send because the original did. */
const LEFT: readonly Kind[] = ['linkcode', 'switch'];

export const exportVerb: Verb = {
  name: 'export',
  usage: ['[--format yaml|jsonl] > <file>'],
  summary:
    'Writes all records, people too, so that "import" can take them in again. The audit, one-time codes and whether sending has begun stay behind.',
  run: async (args) => {
    const { values, positionals } = readArgs(args, { format: { type: 'string', default: 'yaml' } });
    words(positionals);
    const { format } = values;
    if (format !== 'yaml' && format !== 'jsonl')
      throw new UsageError(`--format is yaml or jsonl, not "${format}".`);
    return withApp(async (app) => {
      const scope = programScope(app);
      for (const kind of KINDS.filter((one) => !LEFT.includes(one))) {
        const records = await app.store.list(kind, scope);
        if (format === 'yaml' && records.length > 0) await write(`${listOf(kind)}:\n`);
        for (const record of records) await write(textOf(record, format));
      }
      return DONE;
    });
  },
};

/** One record. Its version means nothing in another database; its origin does, and is kept. */
function textOf({ version: _version, ...record }: AnyRecord, format: 'yaml' | 'jsonl'): string {
  return format === 'yaml' ? stringify([record], { lineWidth: 0 }) : `${JSON.stringify(record)}\n`;
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
