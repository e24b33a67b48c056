import { beforeEach, describe, expect, it } from 'vitest';
import { contact } from '../../../src/domain/contact/contact.ts';
import { feed } from '../../../src/domain/feed/feed.ts';
import { participation } from '../../../src/domain/participation/participation.ts';
import { handOver, heldBy } from '../../../src/domain/person/hand-over.ts';
import { person } from '../../../src/domain/person/person.ts';
import type { Store } from '../../../src/domain/ports.ts';
import type { Id } from '../../../src/domain/shared/record.ts';
import { task } from '../../../src/domain/task/task.ts';
import { POLICE, sampleActor, sampleCampaign, sampleOrganisation } from '../../support/samples.ts';
import { NOW, put, testStore } from '../../support/test-store.ts';

const LEAVER: Id<'person'> = 'person/vertrekt';
const NEXT: Id<'person'> = 'person/blijft';
const by = { actor: sampleActor({ role: 'coordinator' as const, person: 'person/baas' }), at: NOW };

let store: Store;
beforeEach(async () => {
  const someone = (id: Id<'person'>, more: object = {}) =>
    person.parse({ id, name: `Naam ${id}`, organisation: POLICE, role: 'partner', ...more });
  store = await testStore(
    sampleOrganisation(POLICE),
    someone(LEAVER, {
      email: 'weg@example.org',
      identities: [{ platform: 'slack', tenant: 'T1', user: 'U1' }],
    }),
    someone(NEXT, { standIn: LEAVER }),
    someone('person/baas', { role: 'coordinator' }),
    sampleCampaign('a', { leads: [{ organisation: POLICE, contact: LEAVER }] }),
    task.parse({
      id: 'task/t',
      campaign: 'campaign/a',
      title: 'Doen',
      due: { date: '2027-01-01' },
      owners: [LEAVER, POLICE],
    }),
    participation.parse({
      id: 'participation/a~politie',
      campaign: 'campaign/a',
      organisation: POLICE,
      answer: 'joins',
      contact: LEAVER,
    }),
    feed.parse({ id: 'feed/f', title: 'Mijn', filter: {}, tokenHash: 'a'.repeat(64), person: LEAVER }),
  );
});

describe('when someone leaves', () => {
  it('everything goes to the successor in one change, and the feeds stop', async () => {
    const before = await store.revision();
    expect(await handOver(store, by, LEAVER, NEXT)).toBe(5);
    expect(await store.revision()).toBe(before + 1);
    expect((await store.get('campaign/a'))?.leads[0]?.contact).toBe(NEXT);
    expect((await store.get('task/t'))?.owners).toEqual([NEXT, POLICE]);
    expect((await store.get('participation/a~politie'))?.contact).toBe(NEXT);
    expect((await store.get('feed/f'))?.revokedAt).toBeDefined();
    expect(await store.get(LEAVER)).toMatchObject({ active: false, contact: false });
    expect((await heldBy(store, LEAVER, NOW)).map(({ id }) => id)).toEqual(['feed/f']);
  });

  it('without a successor the organisation stays and coordinators receive', async () => {
    await handOver(store, by, LEAVER, undefined);
    expect((await store.get('campaign/a'))?.leads).toEqual([{ organisation: POLICE }]);
    expect((await store.get('task/t'))?.owners).toEqual([POLICE]);
  });

  it('erasing takes name, address and accounts away as well', async () => {
    await handOver(store, by, LEAVER, undefined, true);
    const left = await store.get(LEAVER);
    expect(left).toMatchObject({ name: '-', identities: [], active: false });
    expect(JSON.stringify(left)).not.toMatch(/Naam|example\.org|U1/);
  });

  it('refuses a successor who is gone, or the same person', async () => {
    await expect(handOver(store, by, LEAVER, LEAVER)).rejects.toMatchObject({ code: 'hand-over-to-whom' });
    await handOver(store, by, NEXT, undefined);
    await expect(handOver(store, by, LEAVER, NEXT)).rejects.toMatchObject({ code: 'hand-over-to-whom' });
    expect((await store.get('campaign/a'))?.leads[0]?.contact).toBe(LEAVER);
  });

  it.each([
    true,
    false,
  ])('their own contact goes, and others that they entered stay (erase: %s)', async (erase) => {
    const base = { organisation: POLICE, role: 'Melden', validUntil: '2027-12-31' };
    const reach = '06 12 34 56 78';
    await put(
      store,
      contact.parse({ ...base, id: 'contact/own', name: `naam ${LEAVER}`, reach, by: LEAVER }),
      contact.parse({ ...base, id: 'contact/address', reach: 'mail weg@example.org, werkdagen' }),
      contact.parse({ ...base, id: 'contact/desk', name: 'Meldkamer', reach, by: LEAVER }),
      contact.parse({ ...base, id: 'contact/colleague', name: `Naam ${NEXT}`, reach }),
    );
    const held = await heldBy(store, LEAVER, NOW);
    expect(held.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['contact/own', 'contact/address', 'contact/desk']),
    );
    await handOver(store, by, LEAVER, NEXT, erase);
    for (const id of ['contact/own', 'contact/address'] as const) {
      const gone = await store.get(id);
      expect(gone).toMatchObject({ removed: true, reach: '-' });
      expect(JSON.stringify([gone, await store.history(id)])).not.toMatch(/Naam|naam|12 34|example/);
    }
    expect(await store.get('contact/desk')).toMatchObject({ name: 'Meldkamer', reach, by: NEXT });
    expect(await store.get('contact/colleague')).toMatchObject({ version: 1, reach });
  });
});
