import { describe, expect, it } from 'vitest';
import { StaleRecordError } from '../../src/core/errors.ts';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { publicScope, scopeOf } from '../../src/domain/access/visibility.ts';
import { person } from '../../src/domain/person/person.ts';
import type { ChangeRequest } from '../../src/domain/ports.ts';
import { pick } from '../../src/domain/records.ts';
import { POLICE, sampleCampaign, sampleOrganisation, seniors } from '../support/samples.ts';
import { NOW, put, testStore } from '../support/test-store.ts';

const all = scopeOf(PROGRAM, NOW);

function retitle(title: string, more: Partial<ChangeRequest<string>> = {}): ChangeRequest<string> {
  return {
    actor: PROGRAM,
    action: 'test.retitle',
    at: NOW,
    ids: ['campaign/a'],
    decide: (current) => {
      const old = pick(current, 'campaign/a');
      return { put: old ? [{ ...old, title }] : [], result: title };
    },
    ...more,
  };
}

describe('a change', () => {
  it('raises the version of what it writes and the revision of the database', async () => {
    const store = await testStore(sampleCampaign('a'));
    const before = await store.revision();
    const changed = await store.change(retitle('Nieuw'));
    expect(changed).toEqual({ result: 'Nieuw', revision: before + 1, changed: true });
    expect(await store.get('campaign/a')).toMatchObject({ title: 'Nieuw', version: 2 });
  });

  it('writes nothing when nothing differs', async () => {
    const store = await testStore(sampleCampaign('a'));
    const before = await store.revision();
    expect(await store.change(retitle('Campagne a'))).toMatchObject({ changed: false, revision: before });
    expect(await store.history('campaign/a')).toHaveLength(1);
  });

  it('is refused when the record is newer than the version that was seen', async () => {
    const store = await testStore(sampleCampaign('a'));
    await store.change(retitle('Eerst'));
    const late = store.change(retitle('Laat', { expect: { 'campaign/a': 1 } }));
    await expect(late).rejects.toEqual(new StaleRecordError('campaign/a', 1, 2));
    expect((await store.get('campaign/a'))?.title).toBe('Eerst');
  });

  it('happens once for one submission key, and the second time gives the first answer', async () => {
    const store = await testStore(sampleCampaign('a'));
    await store.change(retitle('Een', { key: 'k1' }));
    const again = await store.change(retitle('Twee', { key: 'k1' }));
    expect(again).toMatchObject({ result: 'Een', changed: false });
    expect((await store.get('campaign/a'))?.title).toBe('Een');
  });

  it('takes the same key of someone else for another submission', async () => {
    const store = await testStore(sampleCampaign('a'));
    await store.change(retitle('Een', { key: 'k1' }));
    const other = { ...PROGRAM, person: 'person/ander' as const };
    expect(await store.change(retitle('Twee', { key: 'k1', actor: other }))).toMatchObject({
      result: 'Twee',
      changed: true,
    });
  });

  it('leaves everything as it was when one of its records is wrong', async () => {
    const store = await testStore(sampleCampaign('a'));
    const broken = { ...sampleCampaign('b'), title: '' };
    const attempt = store.change({
      ...retitle('x'),
      decide: (current) => ({
        put: [{ ...pick(current, 'campaign/a')!, title: 'Half' }, broken],
        result: '',
      }),
    });
    await expect(attempt).rejects.toThrow();
    expect((await store.get('campaign/a'))?.title).toBe('Campagne a');
    expect(await store.get('campaign/b')).toBeUndefined();
  });

  it('is refused when it would point at a record that does not exist', async () => {
    const store = await testStore();
    const attempt = put(store, sampleCampaign('a', { audiences: ['audience/senioren'] }));
    await expect(attempt).rejects.toMatchObject({ code: 'reference-missing' });
  });

  it('leaves an audit row with before and after', async () => {
    const store = await testStore(sampleCampaign('a'));
    await store.change(retitle('Nieuw'));
    const rows = await store.history('campaign/a');
    expect(rows.map(({ action }) => action)).toEqual(['test.put', 'test.retitle']);
    expect(rows[1]).toMatchObject({ before: { title: 'Campagne a' }, after: { title: 'Nieuw' } });
  });

  it('keeps no name and no address of a person in the audit', async () => {
    const someone = person.parse({
      id: 'person/x',
      name: 'Jan Geheim',
      email: 'jan@example.org',
      organisation: POLICE,
    });
    const store = await testStore(sampleOrganisation(POLICE), someone);
    expect(JSON.stringify(await store.history('person/x'))).not.toMatch(/Geheim|example\.org/);
  });
});

describe('reading', () => {
  it('finds what links to a record in a role', async () => {
    const store = await testStore(
      seniors,
      sampleCampaign('a', { audiences: [seniors.id] }),
      sampleCampaign('b'),
    );
    const found = await store.linked('campaign', 'audience', seniors.id, all);
    expect(found.map(({ id }) => id)).toEqual(['campaign/a']);
  });

  it('lists only what the scope may see', async () => {
    const store = await testStore(sampleCampaign('a'), sampleCampaign('b', { visibility: 'partners' }));
    expect((await store.list('campaign', publicScope(NOW))).map(({ id }) => id)).toEqual(['campaign/a']);
    expect(await store.list('campaign', all)).toHaveLength(2);
  });
});
