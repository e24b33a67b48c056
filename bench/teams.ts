import { loadavg } from 'node:os';
import { buttonIn, buttonsIn, type Json } from '../tests/teams/reading.ts';
import { filledMessages } from './filled-messages.ts';
import { freshPath, removeDatabase } from './filled-store.ts';
import type { PartnershipSize } from './partnership.ts';
import { type Child, startChild, type Usage } from './server-child.ts';
import type { Doing, Told } from './teams-requests.ts';
import { report, settingsOf } from './topic.ts';
import { ask, compareSides, type Served, startServer } from './two-sides.ts';

/** Messages and presses in Teams from request to answer, beside a bare app of the Teams SDK. */

interface Settings {
  size: PartnershipSize;
  rounds: number;
  /** How many of a message in each round. */
  times: number;
}

/** What is typed, and words of the right answer. */
const LINES = [
  ['kalender okt 2027', 'Kalender: oktober'],
  ['overzicht', 'Mijn campagnes'],
  ['zoek bank', 'Gevonden: bank'],
  ['nieuw "Bel je bank terug" periode:"1 t/m 7 november 2027" doelgroep:senioren', 'Klopt dit?'],
] as const;
/** The token is checked twice (decision 013). */
const MOST = 1.5;

const { size, rounds, times } = settingsOf<Settings>();
const path = freshPath();
const children: Child[] = [];
try {
  (await filledMessages(size, path)).database.close();
  const { child: driver, ready: told } = await startChild<Told>('teams-driver.ts', []);
  children.push(driver);
  const ours = await start('teams-ours.ts', path, JSON.stringify(told));
  const plain = await start('teams-bare.ts', JSON.stringify(told));
  const started = { ours: await memoryOf(ours), plain: await memoryOf(plain) };
  const two = { driver, sides: { ours, plain }, size: size.campaigns, rounds, times, most: MOST };
  for (const [typed, words] of LINES) {
    const label = typed.startsWith('nieuw') ? 'nieuw …' : typed;
    await compareSides(two, { what: { typed }, label, words });
  }

  const [typed, words] = LINES[0];
  const answersFirst = await start('teams-bare.ts', JSON.stringify(told), 'answers-first');
  const label = 'kalender, beside one that answers first';
  await compareSides({ ...two, sides: { ours, plain: answersFirst } }, { what: { typed }, label, words });

  const { verb, title, data } = buttonIn(await answerTo(driver, ours, typed), 'Volgende') as {
    verb: string;
    title: string;
    data: Json;
  };
  const next = { label: 'a press on "Volgende bladzijde"', words: 'Kalender: oktober', isInResponse: true };
  await compareSides<Doing>(two, { what: { pressed: { verb, title, data } }, ...next });
  const opener = buttonsIn(await answerTo(driver, ours, 'nieuw')).find(
    (button) => (button.data as { msteams?: Json }).msteams?.type === 'task/fetch',
  );
  const dialog = { label: 'the dialog of "nieuw"', words: 'Input.Text', isInResponse: true };
  await compareSides<Doing>(two, { what: { opened: opener?.data }, ...dialog });

  const ended = { ours: await memoryOf(ours), plain: await memoryOf(plain) };
  const row = { size: size.campaigns, unit: 'MB' } as const;
  for (const [what, both] of [
    ['memory held when it can be asked', started],
    ['memory held after all this', ended],
  ] as const)
    report({ ...row, what, ...both, ratio: both.ours / both.plain, peak: both.ours });
  process.stderr.write(`  load ${loadavg()[0]?.toFixed(1)}\n`);
} finally {
  for (const child of children) child.stop();
  removeDatabase(path);
}

async function start(file: string, ...args: string[]): Promise<Served> {
  const served = await startServer(file, ...args);
  children.push(served.child);
  return served;
}

/** The most megabytes that a server has held so far. */
async function memoryOf({ child }: Served): Promise<number> {
  return (await child.ask<Usage>('usage')).peak;
}

/** What the program posts when somebody types this. */
async function answerTo(driver: Child, { port }: Served, typed: string): Promise<unknown> {
  const [asked] = await ask<Doing>(driver, { ports: [port], what: { typed }, times: 1, how: { atOnce: 1 } });
  return JSON.parse(asked?.last ?? '{}');
}
