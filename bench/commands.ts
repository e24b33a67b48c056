import { commands } from '../commands/index.ts';
import { contextFor } from '../src/command/context.ts';
import { createRegistry } from '../src/command/registry.ts';
import { runLine } from '../src/command/run-line.ts';
import { foldText } from '../src/core/ids.ts';
import { scopeOf } from '../src/domain/access/visibility.ts';
import type { Campaign } from '../src/domain/campaign/campaign.ts';
import { actorOf } from '../src/domain/person/actor-of.ts';
import type { Reply } from '../src/reply/reply.ts';
import type { Spread } from './campaigns.ts';
import { feedRebuildTime } from './feed-rebuild.ts';
import { type FilledStore, filledStore, NOW } from './filled-store.ts';
import { compareTimes, median } from './measure.ts';
import { type PlainReads, plainReads } from './plain-reads.ts';
import { report, settingsOf } from './topic.ts';

/** Commands as a partner types them, each beside a plain read of the rows that it must look at. */

interface Settings {
  spread: Spread;
  rounds: number;
  /** Only the questions about one week, which are to cost the same however long the calendar is. */
  weekOnly?: boolean;
}

/** How many hits the command ranks and may page through. */
const HITS = 100;

/** So that what is measured first is compiled as well as what is measured last. */
const WARM_UP = 500;

const { spread, rounds, weekOnly } = settingsOf<Settings>();
const size = spread.count;
const filled = await filledStore(spread);
try {
  await measure(filled);
} finally {
  filled.close();
}

async function measure({ store, database, messages, drafts, fillTimes }: FilledStore): Promise<void> {
  const actor = await actorOf(store, 'person/politie-demo', NOW);
  if (!actor) throw new Error('the demo people are not there');
  const registry = createRegistry(commands);
  const surroundings = {
    store,
    ids: () => 'bench',
    now: () => NOW,
    publicUrl: 'https://bench.example',
    messages,
    drafts,
    timelineUrl: () => undefined,
    insightUrl: () => undefined,
  };
  const ask = (line: string): Promise<Reply> =>
    runLine(registry, contextFor(surroundings, actor, 'private'), line);
  const plain = plainReads(database, scopeOf(actor, NOW));
  const compare = async (what: string, line: string, read: () => unknown): Promise<void> => {
    const reply = await ask(line);
    if (reply.type !== 'message') throw new Error(`"${line}" gave a ${reply.type}`);
    const times = await compareTimes(() => ask(line), read, rounds);
    report({ what, size, ...times, unit: 'ms', aim: { most: 3 } });
  };

  const subject = subjectOf(filled);
  for (let time = 0; time < WARM_UP; time++) {
    await ask('kalender');
    await ask(`overlap ${subject.id}`);
  }
  if (!weekOnly) report({ what: 'write 1,000 campaigns', size, ours: median(fillTimes), unit: 'ms' });
  await compare('kalender, one week', 'kalender 2027-10-11..2027-10-17', () =>
    plain.kalender('2027-10-11', '2027-10-17'),
  );
  await compare('overlap by id', `overlap ${subject.id}`, () => plain.overlap(subject.id));
  if (weekOnly) return;
  await compare('overlap by name', `overlap "${subject.title}"`, () =>
    plain.overlapNamed(foldText(subject.title)),
  );
  await compare('kalender, six months', 'kalender', () => plain.kalender('2027-10-11', '2028-04-11'));
  await compareSearches(compare, plain);
  const rebuilt = await feedRebuildTime(filled, size > 10_000 ? 1 : 3);
  report({ what: 'feed of it all made anew', size, ours: rebuilt, unit: 'ms' });
}

async function compareSearches(
  compare: (what: string, line: string, read: () => unknown) => Promise<void>,
  plain: PlainReads,
): Promise<void> {
  await compare('zoek, one in 37 has it', 'zoek zwolle', () => plain.zoek('"zwolle"', HITS));
  await compare('zoek, one in 18 has both', 'zoek veilig marktplaatsen', () =>
    plain.zoek('"veilig" AND "marktplaatsen"', HITS),
  );
  await compare('zoek, one in 9 has it', 'zoek phishing', () => plain.zoek('"phishing"', HITS));
  await compare('zoek, a slip in the word', 'zoek zwole', () =>
    plain.zoekMistyped('zwole', '"zwolle"', HITS),
  );
}

/** A planned campaign of about a week, near the day of the question. */
function subjectOf({ database }: FilledStore): Campaign {
  const data = database.sqlite
    .prepare(
      `SELECT record.data FROM entry JOIN record ON record.no = entry.no
       WHERE entry.id LIKE 'campaign/bench-%' AND entry.first >= '2027-03-01' AND entry.visibility = 'public'
         AND entry.type = 'campaign' AND entry.progress = 'planned'
         AND julianday(entry.last) - julianday(entry.first) BETWEEN 5 AND 8
         AND record.data NOT LIKE '%audience/algemeen-publiek%'
       ORDER BY entry.first, entry.no LIMIT 1`,
    )
    .pluck()
    .get() as string;
  return JSON.parse(data) as Campaign;
}
