import { buildFeed, type RevisedEntry } from '../src/feeds/build-feed.ts';
import { campaignEntry } from '../src/feeds/feed-entry.ts';
import { feedLabels } from '../src/web/feed-labels.ts';
import { campaignsOf, denser } from './campaigns.ts';
import { compareTimes } from './measure.ts';
import { plainFeed } from './plain-feed.ts';
import { report, settingsOf } from './topic.ts';

/** A feed's text out of its entries, beside a hand-written serializer of the same entries. */

const { size, rounds } = settingsOf<{ size: number; rounds: number }>();
const context = {
  labels: feedLabels('nl'),
  nameOf: (id: string) => id.slice(id.indexOf('/') + 1),
  urlOf: (id: string) => `https://bench.example/campagnes/${id.slice('campaign/'.length)}`,
};
const entries: RevisedEntry[] = [];
for (const campaign of campaignsOf(denser(size))) {
  const entry = campaignEntry(campaign, context);
  if (entry) entries.push({ ...entry, sequence: 0, stamp: '2027-01-01T00:00:00Z' });
}
const feed = { title: 'Campagnekalender', locale: 'nl', entries } as const;
const times = await compareTimes(
  () => buildFeed(feed),
  () => plainFeed(feed.title, entries),
  rounds,
  1,
);
report({ what: 'serialise', size: entries.length, ...times, unit: 'ms' });
