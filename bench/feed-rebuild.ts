import { systemClock } from '../src/core/clock.ts';
import { feedServer } from '../src/feeds/feed-server.ts';
import { feedStateStore } from '../src/store/feed-state.ts';
import { revisionReader } from '../src/store/revision-reader.ts';
import { feedContent } from '../src/web/feed-content.ts';
import { type FilledStore, NOW } from './filled-store.ts';
import { median } from './measure.ts';

/** Milliseconds to make the public feed of all campaigns anew: read, name, number, serialise, compress. */
export async function feedRebuildTime({ store, database }: FilledStore, times: number): Promise<number> {
  const source = feedContent({
    store,
    revision: revisionReader(database),
    now: () => NOW,
    publicUrl: 'https://bench.example',
  });
  const feeds = feedServer({ source, states: feedStateStore(database), clock: systemClock() });
  const key = { type: 'name', name: 'campagnes' } as const;
  // The first time also writes what the feed shows; after that it is only compared.
  if (!(await feeds.load(key))) throw new Error('the feed of campaigns is not there');
  const measured: number[] = [];
  for (let time = 0; time < times; time++) {
    const begun = performance.now();
    await feeds.load(key);
    measured.push(performance.now() - begun);
  }
  return median(measured);
}
