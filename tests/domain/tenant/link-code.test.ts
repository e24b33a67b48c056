import { beforeEach, describe, expect, it, test } from 'vitest';
import { PROGRAM } from '../../../src/domain/access/actor.ts';
import { scopeOf } from '../../../src/domain/access/visibility.ts';
import type { Store } from '../../../src/domain/ports.ts';
import { type LinkTarget, makeLinkCode } from '../../../src/domain/tenant/link-code.ts';
import { useLinkCode } from '../../../src/domain/tenant/link-tenant.ts';
import { sampleTask } from '../../nudges/records.ts';
import { BANKS, POLICE, sampleActor, sampleCampaign, sampleOrganisation } from '../../support/samples.ts';
import { NOW, put, testStore } from '../../support/test-store.ts';
import { known, user, workspace } from './people.ts';

const TEAMS = { platform: 'teams', tenant: 'entra', user: 'dirk' } as const;
const coordinator = sampleActor({ role: 'coordinator' });
const at = (minutes = 0) => NOW.add({ minutes });

let store: Store;
beforeEach(async () => {
  store = await testStore(sampleOrganisation(POLICE), sampleOrganisation(BANKS), workspace());
});

const make = async (target: LinkTarget) =>
  (await makeLinkCode(store, { actor: coordinator, at: at() }, target)).code;
const enter = (code: string, who = 'dirk', minutes = 0) =>
  useLinkCode(store, { actor: sampleActor({ role: 'reader' }), at: at(minutes) }, user(who), code);
const here = async () => (await store.get(workspace().id))?.organisations;
const accountsOf = async (name: string) => (await store.get(`person/${name}`))?.identities;

describe('a code for a workspace', () => {
  beforeEach(() => put(store, workspace({ organisations: [] })));

  it('links it to all organisations that it is for', async () => {
    const code = await make({ organisations: [POLICE, BANKS] });
    expect(await enter(code)).toEqual({ type: 'tenant', organisations: [POLICE, BANKS] });
    expect(await here()).toEqual([POLICE, BANKS]);
  });

  it('adds an organisation to those that it was linked to', async () => {
    await enter(await make({ organisations: [POLICE] }));
    await enter(await make({ organisations: [BANKS, POLICE] }));
    expect(await here()).toEqual([POLICE, BANKS]);
  });

  test.each([
    ['in small letters', (code: string) => code.toLowerCase()],
    ['without dashes', (code: string) => code.replaceAll('-', '')],
    ['with spaces around and between', (code: string) => ` ${code.replaceAll('-', ' ')} `],
  ])('may be typed %s', async (_how, typed) => {
    await enter(typed(await make({ organisations: [POLICE] })));
    expect(await here()).toEqual([POLICE]);
  });

  it('works once, also when it is used twice at the same moment', async () => {
    const code = await make({ organisations: [POLICE] });
    const tries = await Promise.allSettled([enter(code), enter(code)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(enter(code)).rejects.toThrow('code-wrong');
  });

  it('works for three days', async () => {
    const [early, late] = [await make({ organisations: [POLICE] }), await make({ organisations: [BANKS] })];
    await enter(early, 'dirk', 72 * 60 - 1);
    await expect(enter(late, 'dirk', 72 * 60)).rejects.toThrow('code-wrong');
    expect(await here()).toEqual([POLICE]);
  });

  it('does not work after five wrong ones within an hour, whoever typed those, and works again later', async () => {
    const code = await make({ organisations: [POLICE] });
    for (let tries = 0; tries < 5; tries++)
      await expect(enter(`AAAA-AAAA-AAA${tries}`, `iemand-${tries}`, tries)).rejects.toThrow('code-wrong');
    await expect(enter(code, 'dirk', 30)).rejects.toThrow('code-too-often');
    expect(await here()).toEqual([]);
    await enter(code, 'dirk', 61);
    expect(await here()).toEqual([POLICE]);
  });

  it('is made by coordinators only, and is kept nowhere', async () => {
    const by = { actor: sampleActor(), at: at() };
    await expect(makeLinkCode(store, by, { organisations: [POLICE] })).rejects.toThrow('coordinators-only');
    const code = await make({ organisations: [POLICE] });
    const all = JSON.stringify(await store.list('linkcode', scopeOf(PROGRAM, at())));
    expect(all).toContain('expiresAt');
    expect(all).not.toContain(code.replaceAll('-', ''));
    expect(all).not.toContain(code);
  });
});

describe('a code for a person', () => {
  it('moves the account from the reader that first contact made, with all that this one held', async () => {
    const entered = known('els', { role: 'partner', identities: [TEAMS] });
    await put(
      store,
      known('dirk'),
      entered,
      sampleCampaign('herfst'),
      sampleTask('a', { owners: ['person/dirk'] }),
    );
    expect(await enter(await make({ person: entered.id }))).toEqual({ type: 'person', person: entered.id });
    expect(await accountsOf('els')).toEqual([TEAMS, user('dirk')]);
    expect(await store.get('person/dirk')).toMatchObject({ active: false, identities: [] });
    expect(await store.get('task/a')).toMatchObject({ owners: [entered.id] });
    expect((await store.personWith(user('dirk')))?.id).toBe(entered.id);
  });

  it('takes the place of the account that the person had in the same workspace', async () => {
    await put(store, known('els'));
    await enter(await make({ person: 'person/els' }), 'nieuw');
    expect(await accountsOf('els')).toEqual([user('nieuw')]);
    expect(await store.personWith(user('els'))).toBeUndefined();
  });

  it('changes nothing for who already is that person', async () => {
    await put(store, known('els', { identities: [user('els'), TEAMS] }));
    await enter(await make({ person: 'person/els' }), 'els');
    expect(await store.get('person/els')).toMatchObject({ active: true });
    expect(await accountsOf('els')).toEqual([TEAMS, user('els')]);
  });

  it('leaves somebody who has another account as well as they are, without this one', async () => {
    await put(store, known('els'), known('dirk', { identities: [user('dirk'), TEAMS], contact: true }));
    await enter(await make({ person: 'person/els' }));
    expect(await store.get('person/dirk')).toMatchObject({
      active: true,
      contact: true,
      identities: [TEAMS],
    });
    expect(await accountsOf('els')).toEqual([user('dirk')]);
  });

  it('does not take the last coordinator away, and is not used up by trying', async () => {
    await put(store, known('els'), known('dirk', { role: 'coordinator' }));
    const code = await make({ person: 'person/els' });
    await expect(enter(code)).rejects.toThrow('last-coordinator');
    expect(await accountsOf('dirk')).toEqual([user('dirk')]);
    await put(store, known('carla', { role: 'coordinator', identities: [] }));
    await enter(code);
    expect(await store.get('person/dirk')).toMatchObject({ active: false });
  });

  it('of another organisation than the workspace’s is refused, and is not used up', async () => {
    await put(store, known('els', { organisation: BANKS, identities: [] }));
    const code = await make({ person: 'person/els' });
    await expect(enter(code)).rejects.toThrow('code-other-organisation');
    await put(store, workspace({ organisations: [POLICE, BANKS] }));
    await enter(code);
    expect(await accountsOf('els')).toEqual([user('dirk')]);
  });

  it('who left meanwhile reads as wrong', async () => {
    await put(store, known('els'));
    const code = await make({ person: 'person/els' });
    await put(store, known('els', { active: false, identities: [] }));
    await expect(enter(code)).rejects.toThrow('code-wrong');
  });
});
