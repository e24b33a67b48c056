import { expect, it } from 'vitest';
import { newsletterRecord } from '../../src/domain/newsletter/newsletter-record.ts';
import { queueLetters } from '../../src/jobs/queue-letters.ts';
import { messagesOf, NOW, put, testStore } from '../support/test-store.ts';

const RELEASED = newsletterRecord.parse({
  id: 'newsletter/2026-q4',
  quarter: '2026-Q4',
  title: 'Oud',
  sentAt: NOW.toString(),
});

/** Queues the letter while somebody else puts it as given, halfway. */
async function queuedWhile(other: object) {
  const store = await testStore(RELEASED);
  const plan = async () => {
    await put(store, { ...RELEASED, ...other });
    return 0;
  };
  await queueLetters({ store, nudges: { ...messagesOf(store).nudges, plan } }, NOW);
  return store.get(RELEASED.id);
}

it('queueing a newsletter keeps what changed in it meanwhile', async () => {
  expect(await queuedWhile({ title: 'Nieuw' })).toMatchObject({ title: 'Nieuw', queuedAt: NOW.toString() });
});

it('a newsletter that was queued meanwhile stays as it was', async () => {
  const queuedAt = '2026-11-23T08:59:00Z';
  expect(await queuedWhile({ queuedAt })).toMatchObject({ queuedAt, version: 2 });
});
