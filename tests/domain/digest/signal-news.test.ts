import { beforeEach, describe, expect, it } from 'vitest';
import { publicScope } from '../../../src/domain/access/visibility.ts';
import { digestRecords } from '../../../src/domain/digest/digest.ts';
import { digestFor } from '../../../src/domain/digest/digest-for.ts';
import { signalNews } from '../../../src/domain/digest/signal-news.ts';
import { calendarFilter } from '../../../src/domain/feed/feed.ts';
import type { Store } from '../../../src/domain/ports.ts';
import { digestMessage } from '../../../src/views/digest-view.ts';
import { viewOf } from '../../../src/views/view-of.ts';
import { ask, contextOf, seededStore, wordsOf } from '../../support/ask.ts';
import { NOW } from '../../support/test-store.ts';

const SINCE = NOW.subtract({ hours: 7 * 24 });
const BEFORE = { now: SINCE.subtract({ hours: 1 }) };
const SHARE = 'signaal "Nepagent haalt sieraden op" wat:"Aan de deur"';

let store: Store;
beforeEach(async () => {
  store = await seededStore();
});

async function digestOf(who: string): Promise<string> {
  const context = await contextOf(store, who);
  const person = await store.get(`person/${who}`);
  if (!person) throw new Error(`nobody is called ${who}`);
  const { scope, actor } = context;
  const reader = { type: 'person', person, actor } as const;
  const digest = await digestFor(store, { scope, now: NOW, since: SINCE, reader });
  return wordsOf(digestMessage(digest, await viewOf(context, digestRecords(digest)), []));
}

describe('the digest tells of signals', () => {
  it('what was shared, seen by others and closed since the last one, and nothing twice', async () => {
    await ask(store, 'politie-demo', SHARE, BEFORE);
    expect(await digestOf('nvb-demo')).not.toContain('sieraden');
    await ask(store, 'vng-demo', 'zie-ook sieraden');
    expect(await digestOf('nvb-demo')).toMatch(/Signalen van partners[\s\S]*nu ook gezien door VNG/);
    await ask(store, 'politie-demo', 'signaal-sluit sieraden reden:"Is over"');
    await ask(store, 'nvb-demo', 'signaal "Nieuw trucje" wat:"Via de post"');
    const words = await digestOf('lezer-demo');
    expect(words).toContain('nu ook gezien door VNG; gesloten: Is over');
    expect(words).toMatch(/Nieuw trucje\ngedeeld door NVB/);
  });

  it('only to who may see them', async () => {
    await ask(store, 'coordinator-demo', `${SHARE} groep:kerngroep`);
    expect(await digestOf('coordinator-demo')).toContain('sieraden');
    for (const who of ['politie-demo', 'lezer-demo']) expect(await digestOf(who)).not.toContain('sieraden');
  });

  it('never in a channel', async () => {
    await ask(store, 'politie-demo', SHARE);
    expect((await signalNews(store, publicScope(NOW), SINCE)).total).toBe(0);
    const reader = { type: 'subscription', subscription: { filter: calendarFilter.parse({}) } } as const;
    const digest = await digestFor(store, { scope: publicScope(NOW), now: NOW, since: SINCE, reader });
    expect(digest.signals.total).toBe(0);
  });
});
