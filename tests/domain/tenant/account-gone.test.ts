import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/domain/ports.ts';
import { accountGone } from '../../../src/domain/tenant/account-gone.ts';
import { sampleTask } from '../../nudges/records.ts';
import { BANKS, POLICE, sampleCampaign, sampleOrganisation } from '../../support/samples.ts';
import { NOW, put, testStore } from '../../support/test-store.ts';
import { known, user, workspace } from './people.ts';

/** Dirk holds a task; these people are there as well. */
async function dirkAnd(dirk = known('dirk'), ...others: ReturnType<typeof known>[]): Promise<Store> {
  const store = await testStore(
    sampleOrganisation(POLICE),
    sampleOrganisation(BANKS),
    workspace(),
    ...others,
    dirk,
  );
  await put(store, sampleCampaign('herfst'), sampleTask('a', { owners: [dirk.id] }));
  return store;
}
const owners = async (store: Store) => (await store.get('task/a'))?.owners;
const gone = (store: Store) => accountGone(store, NOW, user('dirk'));

describe('the last account of somebody was switched off', () => {
  it('everything goes to the stand-in', async () => {
    const store = await dirkAnd(
      known('dirk', { standIn: 'person/els' }),
      known('els'),
      known('fien', { contact: true }),
    );
    expect(await gone(store)).toBe('handed-over');
    expect(await owners(store)).toEqual(['person/els']);
    expect(await store.get('person/dirk')).toMatchObject({ active: false, identities: [] });
  });

  it('without one, or when that one left, it goes to a contact of the organisation', async () => {
    const store = await dirkAnd(
      known('dirk', { standIn: 'person/els' }),
      known('els', { active: false }),
      known('bank', { contact: true, organisation: BANKS }),
      known('fien', { contact: true }),
    );
    expect(await gone(store)).toBe('handed-over');
    expect(await owners(store)).toEqual(['person/fien']);
  });

  it('with neither it goes to nobody', async () => {
    const store = await dirkAnd(known('dirk', { contact: true }), known('els'));
    expect(await gone(store)).toBe('handed-over');
    expect(await owners(store)).toEqual([]);
  });

  it('the last coordinator stays, without an account', async () => {
    const store = await dirkAnd(known('dirk', { role: 'coordinator' }));
    expect(await gone(store)).toBe('last-coordinator');
    expect(await store.get('person/dirk')).toMatchObject({ active: true, identities: [] });
    expect(await owners(store)).toEqual(['person/dirk']);
  });

  it('said again it changes nothing', async () => {
    const store = await dirkAnd();
    await gone(store);
    const revision = await store.revision();
    expect(await gone(store)).toBe('unknown');
    expect(await store.revision()).toBe(revision);
  });
});

describe('one of the accounts of somebody was switched off', () => {
  it('only that one is lost', async () => {
    const teams = { platform: 'teams', tenant: 'entra', user: 'dirk' } as const;
    const store = await dirkAnd(
      known('dirk', { identities: [user('dirk'), teams] }),
      known('fien', { contact: true }),
    );
    expect(await gone(store)).toBe('account-removed');
    expect(await store.get('person/dirk')).toMatchObject({ active: true, identities: [teams] });
    expect(await owners(store)).toEqual(['person/dirk']);
  });
});
