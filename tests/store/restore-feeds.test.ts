import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { backupTo, restoreFrom } from '../../src/store/backup.ts';
import { openDatabase } from '../../src/store/database.ts';
import { feedStateStore } from '../../src/store/feed-state.ts';

const start = Temporal.Instant.from('2026-11-23T09:00:00Z');
let path: string;
let copy: string;
let now: Temporal.Instant;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'campagneregie-'));
  path = join(folder, 'test.db');
  copy = join(folder, 'copy.db');
  now = start;
});

/** What a feed shows in turn, each an entry's content by its UID; gives the last state. */
async function show(...versions: Record<string, string>[]) {
  const database = openDatabase({ path });
  const states = feedStateStore(database);
  let state = await states.reconcile('feed/x', seen(versions[0] ?? {}), () => now);
  for (const version of versions.slice(1)) state = await states.reconcile('feed/x', seen(version), () => now);
  database.close();
  return state;
}

function seen(version: Record<string, string>) {
  const entries = Object.entries(version).map(([uid, hash]) => ({ uid, hash }));
  return { header: 'h', entries, revision: 0 };
}

async function backup(): Promise<void> {
  const database = openDatabase({ path });
  await backupTo(database, copy);
  database.close();
}

const restore = () => restoreFrom(copy, path, { simulated: false, at: now });

describe('after a restore', () => {
  test('what the backup does not know begins beyond what subscribers have of it', async () => {
    await show({ known: '1' });
    await backup();
    const before = await show(
      { known: '2', fresh: '1' },
      { known: '2', fresh: '2' },
      { known: '2', fresh: '3' },
    );
    expect(before.entries.get('fresh')?.sequence).toBe(2);
    restore();
    const after = await show({ known: '1', fresh: '1' });
    for (const uid of ['known', 'fresh']) {
      expect(after.entries.get(uid)?.sequence).toBeGreaterThanOrEqual(1000);
      expect(after.entries.get(uid)?.stamp).toSatisfy((stamp: string) => stamp > before.modified);
    }
  });

  test('it moves on again after another restore of the same backup, from as many changes as there were', async () => {
    await show({ known: '1' });
    await backup();
    restore();
    const many = Array.from({ length: 1500 }, (_, index) => ({ known: `${index}` }));
    const before = await show(...many);
    restore();
    const after = await show({ known: '1' });
    expect(after.entries.get('known')?.sequence).toBeGreaterThan(
      before.entries.get('known')?.sequence ?? NaN,
    );
    expect(after.modified > before.modified).toBe(true);
  });

  test('a feed that is empty in the backup counts as modified, also when the clock ran ahead', async () => {
    await show({});
    await backup();
    now = start.add({ hours: 24 * 365 });
    const before = await show({ fresh: '1' });
    now = start.add({ hours: 1 });
    restore();
    expect((await show({})).modified > before.modified).toBe(true);
  });

  test('a feed that the backup does not know comes after the restore, when the clock is set back', async () => {
    await show({});
    const database = openDatabase({ path });
    database.sqlite.exec('DELETE FROM feed_state');
    database.close();
    await backup();
    restore();
    now = start.subtract({ hours: 1 });
    expect((await show({ fresh: '1' })).modified > start.toString()).toBe(true);
  });

  test.each([
    ['is gone', () => rmSync(path)],
    ['is damaged', () => writeFileSync(path, 'no database')],
  ])('it moves on from the clock when the old database %s', async (_, lose) => {
    await show({ known: '1' });
    await backup();
    lose();
    restore();
    const before = await show({ known: '2' }, { known: '3' });
    now = start.add({ minutes: 5 });
    lose();
    restore();
    const after = await show({ known: '1' });
    expect(after.entries.get('known')?.sequence).toBeGreaterThan(
      before.entries.get('known')?.sequence ?? NaN,
    );
    expect(after.modified > before.modified).toBe(true);
  });
});
