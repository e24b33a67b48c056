import { expect, it } from 'vitest';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { publicScope, scopeOf } from '../../src/domain/access/visibility.ts';
import { POLICE, sampleOrganisation } from '../support/samples.ts';
import { NOW, put, testStore } from '../support/test-store.ts';

const everything = scopeOf(PROGRAM, NOW);

it('gives the records of a known kind as they are after each change', async () => {
  const store = await testStore(sampleOrganisation(POLICE));
  expect(await store.get(POLICE)).toMatchObject({ name: 'politie' });
  await put(store, sampleOrganisation(POLICE, { name: 'Nationale Politie' }));
  expect(await store.get(POLICE)).toMatchObject({ name: 'Nationale Politie' });
  expect((await store.list('organisation', everything)).map(({ name }) => name)).toEqual([
    'Nationale Politie',
  ]);
});

it('decides for each asker anew who sees a known record', async () => {
  const store = await testStore(sampleOrganisation(POLICE, { visibility: 'partners' }));
  expect(await store.list('organisation', everything)).toHaveLength(1);
  expect(await store.list('organisation', publicScope(NOW))).toEqual([]);
});

it('lets nobody change what others will read', async () => {
  const store = await testStore(sampleOrganisation(POLICE));
  const read = await store.get(POLICE);
  expect(() => Object.assign(read ?? {}, { name: 'iets anders' })).toThrow(TypeError);
  expect(() => read?.aliases.push('iets anders')).toThrow(TypeError);
});
