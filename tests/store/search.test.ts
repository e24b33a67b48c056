import { describe, expect, it } from 'vitest';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { publicScope, scopeOf } from '../../src/domain/access/visibility.ts';
import type { Store } from '../../src/domain/ports.ts';
import { sampleCampaign } from '../support/samples.ts';
import { NOW, testStore } from '../support/test-store.ts';

const scope = scopeOf(PROGRAM, NOW);

async function found(store: Store, words: string): Promise<string[]> {
  return (await store.search({ scope, words, limit: 10 })).map(({ record }) => record.id);
}

async function shelf(): Promise<Store> {
  return testStore(
    sampleCampaign('bank', { title: 'Bankhelpdeskfraude herkennen', message: 'Hang op en bel zelf terug' }),
    sampleCampaign('crème', { title: 'Café-gesprekken over fraude', id: 'campaign/cafe' }),
    sampleCampaign('mule', { title: 'Geen geldezel worden', note: 'bank' }),
  );
}

describe('search', () => {
  it('finds part of a compound', async () => {
    expect(await found(await shelf(), 'helpdesk')).toEqual(['campaign/bank']);
  });

  it('does not mind diacritics or capitals', async () => {
    expect(await found(await shelf(), 'CAFE gesprekken')).toEqual(['campaign/cafe']);
  });

  it('understands a typing error', async () => {
    const store = await shelf();
    expect(await found(store, 'bankhelpdeksfraude')).toEqual(['campaign/bank']);
    expect(await found(store, 'gelezel')).toEqual(['campaign/mule']);
    expect(await found(store, 'herkenen')).toEqual(['campaign/bank']);
  });

  it('puts a title before a note', async () => {
    expect((await found(await shelf(), 'bank'))[0]).toBe('campaign/bank');
  });

  it('answers words that mean nothing with nothing', async () => {
    const store = await shelf();
    expect(await found(store, 'xyzzyqwk')).toEqual([]);
    expect(await found(store, '"" OR * NEAR( AND')).toEqual([]);
    expect(await found(store, 'a b')).toEqual([]);
  });

  it('does not betray a private record by a typing error', async () => {
    const secret = sampleCampaign('geheim', { title: 'Zeppelinactie', visibility: 'organisation' });
    const store = await testStore(secret);
    expect(await store.search({ scope: publicScope(NOW), words: 'zeppelinaktie', limit: 5 })).toEqual([]);
  });
});
