import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { storeOver } from '../../src/store/open-store.ts';
import { revisionReader } from '../../src/store/revision-reader.ts';
import { seniors } from '../support/samples.ts';
import { put } from '../support/test-store.ts';

let folder: string;
let database: Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'campagneregie-'));
  database = openDatabase({ path: join(folder, 'test.db') });
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

test('the revision is the store’s, and that of another process’s change from the next turn on', async () => {
  const store = storeOver(database);
  const read = revisionReader(database);
  expect(read()).toBe(await store.revision());
  const other = openDatabase({ path: join(folder, 'test.db') });
  await put(storeOver(other), seniors);
  other.close();
  await setImmediate();
  expect(read()).toBe(await store.revision());
  expect(read()).toBe(1);
});

test('a reading that fails is not remembered', () => {
  const read = revisionReader(database);
  database.sqlite.exec('ALTER TABLE meta RENAME TO elsewhere');
  expect(read).toThrow();
  database.sqlite.exec('ALTER TABLE elsewhere RENAME TO meta');
  expect(read()).toBe(0);
});
