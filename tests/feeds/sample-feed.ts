import type { RevisedEntry } from '../../src/feeds/build-feed.ts';
import type { EntryContext, FeedLabels } from '../../src/feeds/feed-entry.ts';

export const HOME = 'Europe/Amsterdam';

export function sampleEntry(more: Partial<RevisedEntry> = {}): RevisedEntry {
  return {
    uid: 'week-van-de-veiligheid-2027@campagneregie',
    kind: 'campaign',
    title: 'Week van de Veiligheid',
    description: 'Doelgroepen: Ondernemers',
    period: { start: '2027-10-11', end: '2027-10-17', zone: HOME },
    status: 'CONFIRMED',
    categories: ['Ondernemers', 'Phishing'],
    url: 'https://campagneregie.example/campagnes/week-van-de-veiligheid-2027',
    sequence: 0,
    stamp: '2026-11-23T09:00:00Z',
    ...more,
  };
}

/** One entry of every kind that a feed can hold, with the characters that go wrong most. */
export const everyKind: RevisedEntry[] = [
  sampleEntry(),
  sampleEntry({
    uid: 'one-day@campagneregie',
    period: { start: '2028-02-29', end: '2028-02-29', zone: HOME },
  }),
  sampleEntry({ uid: 'provisional@campagneregie', status: 'TENTATIVE', sequence: 3 }),
  sampleEntry({ uid: 'cancelled@campagneregie', status: 'CANCELLED', sequence: 1 }),
  sampleEntry({
    uid: 'timed@campagneregie',
    period: { start: '2027-10-11', end: '2027-10-11', startTime: '09:00', endTime: '17:00', zone: HOME },
    location: 'Jaarbeurs, Utrecht; hal 7',
    created: '2026-01-02T03:04:05Z',
  }),
  sampleEntry({
    uid: 'summer-time@campagneregie',
    period: { start: '2027-03-27', end: '2027-03-28', startTime: '23:00', endTime: '04:00', zone: HOME },
  }),
  sampleEntry({
    uid: 'winter-time@campagneregie',
    period: { start: '2027-10-30', end: '2027-10-31', startTime: '23:00', endTime: '04:00', zone: HOME },
  }),
  sampleEntry({
    uid: 'london@campagneregie',
    period: {
      start: '2027-06-01',
      end: '2027-06-01',
      startTime: '10:00',
      endTime: '11:30',
      zone: 'Europe/London',
    },
  }),
  sampleEntry({
    uid: 'mexico@campagneregie',
    period: { start: '2027-06-01', end: '2027-06-01', startTime: '10:00', zone: 'America/Mexico_City' },
  }),
  sampleEntry({
    uid: 'hard-text@campagneregie',
    title: 'Komma, punt; streep \\ \u{1F600} BEGIN:VEVENT "citaat"',
    description: `Regel een\nRegel twee: ${'é€😀'.repeat(40)}\nEND:VCALENDAR`,
    categories: ['Ouderen, 65+', 'a;b\\c'],
    url: 'https://campagneregie.example/zoek?q=a,b;c',
  }),
  sampleEntry({
    uid: 'ap24-5.01+2024-q4@campagneregie',
    kind: 'action',
    period: { start: '2024-12-31', end: '2024-12-31', zone: HOME },
    description: '',
    categories: [],
  }),
];

export const labels: FeedLabels = {
  title: (title, sureness) => (sureness === 'confirmed' ? title : `${title} (${sureness})`),
  actionTitle: (action, quarter) => `${action.key} ${quarter}`,
  audiences: 'Doelgroepen',
  forms: 'Fraudevormen',
  leads: 'Trekkers',
  organiser: 'Organisator',
  website: 'Website',
  plan: 'Plan',
  planning: 'Planning',
};

export const context: EntryContext = {
  labels,
  nameOf: (id) => id.slice(id.indexOf('/') + 1).toUpperCase(),
  urlOf: (id) => `https://campagneregie.example/${id}`,
};
