import { describe, expect, it } from 'vitest';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { importRecords } from '../../src/import/import-records.ts';
import { readImportFiles } from '../../src/import/read-import-files.ts';
import { sampleOrganisation } from '../support/samples.ts';
import { NOW, testStore } from '../support/test-store.ts';
import { CALENDARS, calendars } from './calendars.ts';

const FILE = 'calendars/organisations.yaml';
const police = (more = {}) => sampleOrganisation('organisation/politie', { origin: FILE, ...more });
const bank = (more = {}) => sampleOrganisation('organisation/nvb', { origin: FILE, ...more });
const imported = (store: Store, ...records: AnyRecord[]) => importRecords(store, { records }, NOW);

function edit(store: Store, record: AnyRecord): Promise<unknown> {
  return store.change({
    actor: PROGRAM,
    action: 'test.edit',
    at: NOW,
    ids: [record.id],
    decide: () => ({ put: [record], result: null }),
  });
}

describe('an import', () => {
  it('adds what is new and remembers its file', async () => {
    const store = await testStore();
    expect(await imported(store, police(), bank())).toEqual({
      added: ['organisation/politie', 'organisation/nvb'],
      updated: [],
      unchanged: 0,
      differences: [],
    });
    expect(await store.get('organisation/politie')).toMatchObject({ origin: FILE, version: 1 });
  });

  it('done twice changes nothing: no version, no revision, no audit row', async () => {
    const store = await testStore();
    await importRecords(store, calendars, NOW);
    const revision = await store.revision();
    const again = await importRecords(store, calendars, NOW.add({ hours: 1 }));
    expect(again).toEqual({ added: [], updated: [], unchanged: calendars.records.length, differences: [] });
    expect(await store.revision()).toBe(revision);
    for (const { id } of calendars.records) {
      expect((await store.get(id))?.version).toBe(1);
      expect(await store.history(id)).toHaveLength(1);
    }
  });

  it('updates what the file changed, also over what a rule made', async () => {
    const store = await testStore(police(), bank({ origin: 'rule' }));
    const report = await imported(store, police({ note: 'nieuw' }), bank({ note: 'nieuw' }));
    expect(report).toMatchObject({ added: [], updated: ['organisation/politie', 'organisation/nvb'] });
    expect(await store.get('organisation/nvb')).toMatchObject({ note: 'nieuw', origin: FILE, version: 2 });
  });

  it('drops a field that the file no longer has', async () => {
    const store = await testStore(police({ note: 'oud' }));
    await imported(store, police());
    expect(await store.get('organisation/politie')).not.toHaveProperty('note');
  });

  it('never overwrites what a person changed, and reports in which fields it differs', async () => {
    const store = await testStore();
    await imported(store, police(), bank());
    await edit(store, police({ note: 'van een mens', origin: 'person' }));
    const report = await imported(store, police({ aliases: ['wout'] }), bank());
    expect(report).toMatchObject({ added: [], updated: [], unchanged: 1 });
    expect(report.differences).toEqual([
      {
        id: 'organisation/politie',
        fields: expect.toSatisfy((fields: string[]) => fields.toSorted().join() === 'aliases,note'),
      },
    ]);
    expect(await store.get('organisation/politie')).toMatchObject({ note: 'van een mens', aliases: [] });
  });

  it('keeps what a person changed when the file says the same', async () => {
    const store = await testStore(police({ origin: 'person' }));
    expect(await imported(store, police())).toMatchObject({ unchanged: 1, differences: [] });
    expect((await store.get('organisation/politie'))?.origin).toBe('person');
  });

  it('never deletes what the files no longer have', async () => {
    const store = await testStore(police(), bank());
    await imported(store, police());
    expect(await store.get('organisation/nvb')).toBeDefined();
  });
});

describe('the calendar folder', () => {
  it('is named in its records alike by a start and by an import', async () => {
    const store = await testStore();
    const read = await readImportFiles(CALENDARS, store, CALENDARS);
    const origins = (files: { records: readonly AnyRecord[] }) =>
      files.records.map(({ id, origin }) => `${id} ${origin}`).toSorted();
    expect(origins(read)).toEqual(origins(calendars));
  });
});
