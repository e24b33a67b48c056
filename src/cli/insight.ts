import type { App } from '../app.ts';
import { contextFor } from '../command/context.ts';
import { parsePeriod } from '../core/dates/parse-period.ts';
import { SetupError } from '../core/errors.ts';
import { isCoordinator } from '../domain/access/may.ts';
import { INSIGHT_PARTS, type InsightQuery, usualPeriod } from '../domain/insight/query.ts';
import { namedBy, readInsight } from '../domain/insight/read-insight.ts';
import { writeCsv } from '../render/csv/write-csv.ts';
import { fileRows } from '../views/insight-file.ts';
import { PART_WORDS } from '../views/insight-message.ts';
import { viewOf } from '../views/view-of.ts';
import { findActor } from './find-person.ts';
import { withApp } from './open-app.ts';
import { DONE, readArgs, UsageError, type Verb, words } from './verb.ts';

const WORDS = Object.values(PART_WORDS).join('|');

export const insightVerb: Verb = {
  name: 'insight',
  usage: [`<${WORDS}> --as <coordinator> [--period <period>] > <file>.csv`],
  summary: 'Writes a part of what "inzicht" shows as a whole CSV file.',
  run: async (args) => {
    const { values, positionals } = readArgs(args, { as: { type: 'string' }, period: { type: 'string' } });
    const { as, period } = values;
    if (as === undefined) throw new UsageError('Say with --as who asks, for example --as coordinator-demo.');
    const [word = ''] = words(positionals, 'part');
    const part = INSIGHT_PARTS.find((one) => PART_WORDS[one] === word);
    if (!part) throw new UsageError(`The part is one of ${WORDS}, not "${word}".`);
    return withApp(async (app) => {
      process.stdout.write(await fileFor(app, as, part, period));
      return DONE;
    });
  },
};

async function fileFor(
  app: App,
  as: string,
  part: InsightQuery['part'],
  typed: string | undefined,
): Promise<string> {
  const actor = await findActor(app, as);
  if (!isCoordinator(actor)) throw new SetupError('Only a coordinator can see this.');
  const context = contextFor(app, actor, 'private');
  const { store, scope, today, messages } = context;
  const read = typed === undefined ? undefined : parsePeriod(typed, today);
  if (read && read.type !== 'period') throw new UsageError(`"${typed}" is no period.`);
  const period = read ? { start: read.start, end: read.end } : usualPeriod(part, today);
  const query: InsightQuery = { part, period, forms: [], audiences: [] };
  const insight = await readInsight({ store, ...messages }, scope, query, today);
  const { records, ids } = namedBy(insight);
  return writeCsv(fileRows(insight, await viewOf(context, records, ids)));
}
