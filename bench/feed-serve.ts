import { denser } from './campaigns.ts';
import { WAYS, type Way } from './feed-requests.ts';
import { filledStore, freshPath, removeDatabase } from './filled-store.ts';
import type { Load } from './load.ts';
import { compared } from './measure.ts';
import { type Child, startChild, type Usage } from './server-child.ts';
import { report, settingsOf } from './topic.ts';

/** A feed from memory beside a bare node:http server with the same bytes: each in a process of its own. */

const { rounds, requests, lasting } = settingsOf<{ rounds: number; requests: number; lasting: number }>();
const CONNECTIONS = 32;
const CAMPAIGNS = 120;

interface Served {
  child: Child;
  port: number;
}

const path = freshPath();
const children: Child[] = [];
try {
  (await filledStore(denser(CAMPAIGNS), path)).database.close();
  const ours = await start('serve-ours.ts', path);
  const bare = await start('serve-bare.ts', String(ours.port));
  const { child: client } = await startChild('load.ts', []);
  children.push(client);
  for (const way of WAYS) await compareWay(client, ours, bare, way);
  await holdMemory(client, ours);
} finally {
  for (const child of children) child.stop();
  removeDatabase(path);
}

async function start(file: string, argument: string): Promise<Served> {
  const { child, ready } = await startChild<Usage>(file, [argument]);
  children.push(child);
  return { child, port: ready.port };
}

async function compareWay(client: Child, ours: Served, bare: Served, way: Way): Promise<void> {
  await one(client, ours, way);
  await one(client, bare, way);
  const rates = [];
  const costs = [];
  for (let round = 0; round < rounds; round++) {
    // The side that goes first changes, so that neither always has the warmer machine.
    const order = round % 2 === 0 ? [ours, bare] : [bare, ours];
    const measured = new Map<Served, { rate: number; cpu: number }>();
    for (const served of order) measured.set(served, await one(client, served, way));
    const [mine, its] = [measured.get(ours), measured.get(bare)];
    if (!mine || !its) continue;
    rates.push({ ours: mine.rate, plain: its.rate });
    costs.push({ ours: mine.cpu, plain: its.cpu });
  }
  const { peak } = await ours.child.ask<Usage>('usage');
  const what = way === '200' ? 'whole' : way;
  report({ what: `${what}, a second`, ...compared(rates), unit: 'per s', aim: { least: 0.9 }, peak });
  report({ what: `${what}, CPU of the server`, ...compared(costs), unit: 'us cpu', peak });
}

async function one(client: Child, { child, port }: Served, way: Way): Promise<{ rate: number; cpu: number }> {
  const before = await child.ask<Usage>('usage');
  const load: Load = { port, way, requests, connections: CONNECTIONS };
  const seconds = await client.ask<number>(load);
  const after = await child.ask<Usage>('usage');
  return { rate: requests / seconds, cpu: (after.cpu - before.cpu) / requests };
}

async function holdMemory(client: Child, { child, port }: Served): Promise<void> {
  const before = await child.ask<Usage>('settled');
  for (const way of WAYS) await client.ask(loadOf(port, way));
  const after = await child.ask<Usage>('settled');
  const what = `after ${lasting.toLocaleString('en')} requests (beside: before)`;
  for (const [name, measure] of [
    ['heap in use', 'heap'],
    ['memory held', 'rss'],
  ] as const) {
    const [ours, plain] = [after[measure], before[measure]];
    const ratio = ours / plain;
    report({ what: `${name} ${what}`, ours, plain, ratio, unit: 'MB', aim: { most: 1.1 }, peak: after.peak });
  }
}

function loadOf(port: number, way: Way): Load {
  return { port, way, requests: Math.ceil(lasting / WAYS.length), connections: CONNECTIONS };
}
