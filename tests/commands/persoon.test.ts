import { beforeEach, expect, it } from 'vitest';
import { searchOptions } from '../../src/command/search-options.ts';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { scopeOf } from '../../src/domain/access/visibility.ts';
import { person } from '../../src/domain/person/person.ts';
import type { Store } from '../../src/domain/ports.ts';
import { ask, contextOf, registry, wordsOf } from '../support/ask.ts';
import { BANKS, POLICE, sampleActor, sampleOrganisation } from '../support/samples.ts';
import { NOW, put, testStore } from '../support/test-store.ts';

let store: Store;
const coordinator = sampleActor({ role: 'coordinator' });
beforeEach(async () => {
  store = await testStore();
  const one = (id: string, more: object) =>
    person.parse({
      id: `person/${id}`,
      name: 'Sanne de Vries',
      organisation: 'organisation/politie',
      owner: 'organisation/politie',
      ...more,
    });
  await put(
    store,
    sampleOrganisation(POLICE, { name: 'Politie' }),
    sampleOrganisation(BANKS, { name: 'NVB' }),
    one('politie', { role: 'partner', contact: true }),
    one('bank', { organisation: 'organisation/nvb', owner: 'organisation/nvb' }),
    one('weg', { active: false }),
  );
});

it('with nothing to change opens the form with what there is, and changes nothing', async () => {
  const before = await store.revision();
  const reply = await ask(store, coordinator, 'persoon wijzig person/politie');
  expect(reply).toMatchObject({ type: 'form', command: 'persoon' });
  const values =
    reply.type === 'form' ? Object.fromEntries(reply.fields.map(({ name, value }) => [name, value])) : {};
  expect(values).toMatchObject({ naam: 'Sanne de Vries', rol: 'partner', contact: 'ja', taal: 'nl' });
  expect(await store.revision()).toBe(before);
});

it('says that nobody moves to another organisation, rather than pass over it', async () => {
  const reply = await ask(store, coordinator, 'persoon wijzig person/politie organisatie:nvb naam:Sanne');
  expect(wordsOf(reply)).toContain('draag over');
  expect((await store.get('person/politie'))?.name).toBe('Sanne de Vries');
});

it('is offered with where they work, and only while they work there', async () => {
  const found = await searchOptions(registry, await contextOf(store, coordinator), {
    command: 'persoon',
    name: 'persoon',
    typed: 'sanne',
  });
  expect(found.toSorted((a, b) => (a.value < b.value ? -1 : 1))).toEqual([
    { value: 'person/bank', label: 'Sanne de Vries (nvb)' },
    { value: 'person/politie', label: 'Sanne de Vries (politie)' },
  ]);
});

it('who is added as a contact can answer as well, unless another role was asked', async () => {
  await ask(store, coordinator, 'persoon toevoegen naam:"Noor Bakker" organisatie:nvb --contact');
  await ask(store, coordinator, 'persoon toevoegen naam:"Bas Lezer" organisatie:nvb rol:lezer --contact');
  const people = await store.list('person', scopeOf(PROGRAM, NOW));
  const roleOf = (name: string) => people.find((one) => one.name === name)?.role;
  expect([roleOf('Noor Bakker'), roleOf('Bas Lezer')]).toEqual(['partner', 'reader']);
});
