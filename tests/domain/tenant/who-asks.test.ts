import { describe, expect, it, test } from 'vitest';
import type { Store } from '../../../src/domain/ports.ts';
import type { Profile } from '../../../src/domain/tenant/account.ts';
import { whoAsks } from '../../../src/domain/tenant/who-asks.ts';
import { BANKS, POLICE, sampleOrganisation } from '../../support/samples.ts';
import { NOW, put, testStore } from '../../support/test-store.ts';
import { known, profile, user, workspace } from './people.ts';

let ids = 0;
const ask = (store: Store, told: Profile = profile(), who = 'dirk') =>
  whoAsks(user(who), { store, now: NOW, newId: () => `t${++ids}`, profileOf: async () => told });
const storeWith = (...records: Parameters<typeof testStore>) =>
  testStore(sampleOrganisation(POLICE), sampleOrganisation(BANKS), ...records);

describe('first contact', () => {
  it('makes a reader of the workspace’s organisation, with the name, zone and language of the profile', async () => {
    const store = await storeWith(workspace());
    const { actor, standing } = await ask(store, profile({ locale: 'en' }));
    expect([standing, actor.role, actor.organisations]).toEqual(['known', 'reader', [POLICE]]);
    expect(await store.personWith(user('dirk'))).toMatchObject({
      name: 'Dirk Smit',
      role: 'reader',
      contact: false,
      locale: 'en',
      zone: 'America/Curacao',
    });
  });

  it('by two requests at the same moment makes one person', async () => {
    const store = await storeWith(workspace());
    const both = await Promise.all([ask(store), ask(store)]);
    expect(both[0]?.actor.person).toBeDefined();
    expect(both[0]?.actor.person).toBe(both[1]?.actor.person);
  });

  test.each<[string, Partial<Profile>]>([
    ['a guest', { guest: true }],
    ['somebody who was switched off', { signedOff: true }],
  ])('by %s makes nobody', async (_who, more) => {
    const store = await storeWith(workspace());
    const { actor, standing } = await ask(store, profile(more));
    expect([standing, actor.person]).toEqual(['guest', undefined]);
    expect(await store.personWith(user('dirk'))).toBeUndefined();
  });

  test.each([
    ['of nobody', { organisations: [] }, 'unlinked'],
    ['that the bot was taken out of', { goneAt: NOW.toString() }, 'unlinked'],
    ['of two organisations', { organisations: [POLICE, BANKS] }, 'unplaced'],
  ] as const)('in a workspace %s makes nobody yet', async (_which, more, expected) => {
    const store = await storeWith(
      workspace({ ...more, organisations: [...('organisations' in more ? more.organisations : [POLICE])] }),
    );
    const { actor, standing } = await ask(store, profile({ locale: 'en' }));
    expect([standing, actor.person, actor.locale]).toEqual([expected, undefined, 'en']);
  });
});

describe('who is known', () => {
  it('is asked nothing of the platform, and is spoken to in their own language', async () => {
    const store = await storeWith(workspace(), known('dirk', { locale: 'en', role: 'partner' }));
    const asked = await whoAsks(user('dirk'), {
      store,
      now: NOW,
      newId: () => 't',
      profileOf: () => Promise.reject(new Error('asked')),
    });
    expect(asked).toMatchObject({ standing: 'known', actor: { role: 'partner', locale: 'en' } });
  });

  it('has no rights where the workspace is of another organisation, or after leaving', async () => {
    const store = await storeWith(workspace({ organisations: [BANKS] }), known('dirk'));
    expect(await ask(store)).toMatchObject({ standing: 'guest', actor: { person: undefined } });
    await put(store, workspace(), known('dirk', { active: false }));
    expect(await ask(store)).toMatchObject({ standing: 'inactive', actor: { person: undefined } });
  });
});
