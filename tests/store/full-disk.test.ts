import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { sampleCampaign } from '../support/samples.ts';
import { put } from '../support/test-store.ts';

it('says that the disk is full, saves nothing half, and works again when there is room', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'campagneregie-')), 'full.db');
  const { store, database } = openStore({ path });
  await put(store, sampleCampaign('a'));
  const pages = database.sqlite.pragma('page_count', { simple: true }) as number;
  database.sqlite.pragma(`max_page_count = ${pages}`);
  const many = Array.from({ length: 50 }, (_, index) =>
    sampleCampaign(`b${index}`, { message: 'x'.repeat(5_000) }),
  );
  await expect(put(store, ...many)).rejects.toMatchObject({ code: 'storage-full' });
  expect(await store.get('campaign/b0')).toBeUndefined();
  expect((await store.get('campaign/a'))?.version).toBe(1);
  database.sqlite.pragma('max_page_count = 1000000');
  await put(store, ...many);
  expect(await store.get('campaign/b49')).toBeDefined();
  database.close();
});
