import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import * as drafts from '../../src/store/draft-table.ts';
import * as messages from '../../src/store/message-tables.ts';
import * as schema from '../../src/store/schema.ts';

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'campagneregie-')), 'test.db');
});

describe('opening a database', () => {
  it('makes the tables that the code expects', () => {
    const database = openDatabase({ path });
    for (const table of Object.values({ ...schema, ...messages, ...drafts })) {
      const { name, columns } = getTableConfig(table);
      const actual = database.sqlite.pragma(`table_info(${name})`) as { name: string }[];
      expect(actual.map((column) => column.name).sort(), name).toEqual(
        columns.map((column) => column.name).sort(),
      );
    }
    database.close();
  });

  it('refuses a damaged file with a sentence, and leaves it as it is', () => {
    writeFileSync(path, 'this is not a database, but a text of more than a hundred bytes'.repeat(10));
    const before = readFileSync(path);
    expect(() => openDatabase({ path })).toThrow(/damaged or is not a database/);
    expect(readFileSync(path)).toEqual(before);
  });

  it('refuses a newer database', () => {
    const database = openDatabase({ path });
    database.sqlite.pragma('user_version = 999');
    database.close();
    expect(() => openDatabase({ path })).toThrow(/newer/);
  });

  it('refuses the database of another program', () => {
    const database = openDatabase({ path });
    database.sqlite.pragma('user_version = 0');
    database.close();
    expect(() => openDatabase({ path })).toThrow(/another program/);
  });

  it('keeps a simulated database apart from a real one', () => {
    openDatabase({ path, simulated: true }).close();
    expect(() => openDatabase({ path })).toThrow(/made under CLOCK/);
    openDatabase({ path, simulated: true }).close();
  });

  it('names a folder that does not exist', () => {
    expect(() => openDatabase({ path: join(path, 'nowhere', 'x.db') })).toThrow(
      /does not exist|cannot be opened/,
    );
  });
});
