import { cpus } from 'node:os';
import { denser, longer } from './campaigns.ts';
import type { Row } from './measure.ts';
import type { PartnershipSize } from './partnership.ts';
import { tableOf } from './table.ts';
import { runTopic } from './topic.ts';

/**
 * `npm run bench`: measures what the program promises and prints one table. `-- --quick` takes fewer rounds
 * and no 100,000 campaigns. It writes nothing but temporary files.
 */

const quick = process.argv.includes('--quick');
const sizes = quick ? [1_000, 10_000] : [1_000, 10_000, 100_000];
const rounds = quick ? 3 : 11;
const begun = performance.now();

const groups: [string, Row[]][] = [];
const add = async (heading: string, file: string, settings: readonly object[]): Promise<void> => {
  const rows: Row[] = [];
  for (const each of settings) {
    process.stderr.write(`${heading} ${JSON.stringify(each)}\n`);
    try {
      rows.push(...(await runTopic(file, each)));
    } catch (error) {
      // What the others measured is still worth printing.
      process.stderr.write(`${String(error)}\n`);
      process.exitCode = 1;
    }
  }
  groups.push([heading, rows]);
};

await add('Start', 'start.ts', [{ rounds: quick ? 3 : 7 }]);
await add(
  'Commands, in ten years of calendar that grow denser; beside a plain read of the rows',
  'commands.ts',
  sizes.map((size) => ({ spread: denser(size), rounds })),
);
await add(
  'The same week of a calendar that grows longer, a thousand campaigns a year',
  'commands.ts',
  sizes.map((size) => ({ spread: longer(size), rounds, weekOnly: true })),
);
await add(
  'Search in a shared memory of all kinds; beside one plain query of the same words',
  'search.ts',
  (quick ? [10_000] : [10_000, 100_000]).map((size) => ({ size, rounds: size > 10_000 ? 5 : rounds })),
);
await add(
  'Feed text, beside a hand-written serializer that folds in a Buffer',
  'feed-build.ts',
  sizes.map((size) => ({ size, rounds: size > 10_000 ? 3 : rounds })),
);
await add('A feed from memory, beside a bare node:http server with the same bytes', 'feed-serve.ts', [
  { rounds: quick ? 3 : 9, requests: quick ? 4_000 : 10_000, lasting: quick ? 15_000 : 50_000 },
]);
await add('A process until it is ready, beside one that loads Bolt alone', 'chat-start.ts', [
  { chat: 'slack', rounds: quick ? 3 : 7 },
]);
await add('Slash commands, beside a bare Bolt app that answers "ok"', 'slack.ts', [
  { size: partnership(1, 10), rounds: quick ? 4 : 10, times: 30, passes: quick ? 2 : 5 },
]);
await add('A process until it is ready, beside one that loads the Teams SDK alone', 'chat-start.ts', [
  { chat: 'teams', rounds: quick ? 3 : 7 },
]);
await add('Messages in Teams, beside a bare app of the Teams SDK that echoes', 'teams.ts', [
  { size: partnership(1, 10), rounds: quick ? 4 : 10, times: 30 },
]);
await add(
  'Planner and messages, in ten years of calendar; beside a plain read of the rows, and plain writes',
  'messages.ts',
  (quick ? [1] : [1, 3]).map((times) => ({ size: partnership(times, 10), rounds: times > 1 ? 1 : 3 })),
);
if (!quick)
  await add('The same for ten times the people, in a hundred years of calendar', 'messages.ts', [
    { size: partnership(10, 100), rounds: 1 },
  ]);

const { model = 'unknown processor' } = cpus()[0] ?? {};
console.log(
  `Node ${process.versions.node}, ${cpus().length} cores (${model}). Medians of ${rounds} rounds.\n`,
);
console.log(tableOf(groups.map(([heading, rows]) => [heading, ordered(rows)])));
console.log(`\n${((performance.now() - begun) / 1000).toFixed(0)} seconds in all.`);

/** A thousand campaigns in each of ten years and 2,000 people, or so many times that; as much past as to come. */
function partnership(times: number, years: number): PartnershipSize {
  const campaigns = 10_000 * times;
  const firstYear = years === 10 ? 2022 : 1970;
  return { campaigns, people: 2_000 * times, organisations: 300 * times, tenants: 40, firstYear, years };
}

/** Rows of the same thing beneath each other, so that one sees how it grows. */
function ordered(rows: readonly Row[]): Row[] {
  return [...Map.groupBy(rows, ({ what }) => what).values()].flat();
}
