import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildFeed } from '../../src/feeds/build-feed.ts';
import { PEERS } from './peers/peers.ts';
import { everyKind } from './sample-feed.ts';

let folder: string;
const ran: string[] = [];
const missing: string[] = [];

function write(name: string, entries: typeof everyKind): string {
  const file = join(folder, name);
  writeFileSync(file, buildFeed({ title: 'Kalender, alles', locale: 'nl', entries }));
  return file;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'feed-peers-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
  process.stdout.write(`Calendar programs that read our feeds: ${ran.join(', ') || 'none'}.\n`);
  if (missing.length > 0)
    process.stdout.write(`NOT CHECKED, for not being installed: ${missing.join(', ')}.\n`);
});

test.each(
  PEERS,
)('$name, where it is installed, reads every kind of entry as we mean it, and a feed without any', (peer) => {
  if (!peer.isInstalled(folder)) {
    missing.push(`${peer.name} (${peer.package})`);
    expect(process.env.CI, `${peer.name} must be installed in CI: ${peer.package}`).not.toBe('true');
    return;
  }
  expect(peer.read(folder, write('empty.ics', []))).toEqual([]);
  const told = peer.read(folder, write('every-kind.ics', everyKind));
  expect(told.toSorted()).toEqual(everyKind.map((entry) => peer.tells(entry)).toSorted());
  ran.push(peer.name);
}, 60_000);
