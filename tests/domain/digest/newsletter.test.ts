import { expect, it } from 'vitest';
import { newsletterFor, newsletterQuarter } from '../../../src/domain/digest/newsletter.ts';
import { action, plan } from '../../../src/domain/plan/plan.ts';
import { sampleCampaign } from '../../support/samples.ts';
import { NOW, testStore } from '../../support/test-store.ts';

const zone = 'Europe/Amsterdam';

it('is about the quarter that comes, and in its first month still about that one', () => {
  const quarter = (day: string) => newsletterQuarter(Temporal.PlainDate.from(day));
  expect(quarter('2026-11-23')).toBe('2027-Q1');
  expect(quarter('2026-12-31')).toBe('2027-Q1');
  expect(quarter('2027-01-31')).toBe('2027-Q1');
  expect(quarter('2027-02-01')).toBe('2027-Q2');
});

it('looks back on what ended, ahead to what has dates, and asks for the dates that are missing', async () => {
  const store = await testStore(
    sampleCampaign('voorbij', { period: { start: '2026-10-05', end: '2026-10-09', zone } }),
    sampleCampaign('vorig', { period: { start: '2026-09-01', end: '2026-09-30', zone } }),
    sampleCampaign('straks', { period: { start: '2026-12-05', end: '2026-12-05', zone } }),
    sampleCampaign('komend', { period: { start: '2027-02-09', end: '2027-02-09', zone } }),
    sampleCampaign('daarna', { period: { start: '2027-04-09', end: '2027-04-09', zone } }),
    sampleCampaign('gat', { period: null, dateState: 'unknown', expectedMonths: ['2027-04'] }),
    sampleCampaign('voorstel', {
      period: { start: '2027-02-09', end: '2027-02-09', zone },
      progress: 'proposed',
    }),
    sampleCampaign('besloten', {
      period: { start: '2027-02-09', end: '2027-02-09', zone },
      visibility: 'organisation',
    }),
  );
  const letter = await newsletterFor(store, '2027-Q1', NOW);
  const titles = (part: typeof letter.coming) => part.items.map(({ title }) => title);
  expect(titles(letter.finished)).toEqual(['Campagne voorbij']);
  expect(titles(letter.coming)).toEqual(['Campagne straks', 'Campagne komend']);
  expect(titles(letter.gaps)).toEqual(['Campagne gat']);
});

it('leaves out what is under embargo at the moment of drafting, for the letter leaves the bot', async () => {
  const embargoUntil = NOW.add({ hours: 1 }).toString();
  const period = { start: '2027-02-09', end: '2027-02-09', zone };
  const past = { start: '2026-10-05', end: '2026-10-09', zone };
  const store = await testStore(
    sampleCampaign('open', { period }),
    sampleCampaign('later-open', { period, embargoUntil }),
    sampleCampaign('voorbij', { period: past, embargoUntil }),
    sampleCampaign('gat', { period: null, dateState: 'unknown', expectedMonths: ['2027-04'], embargoUntil }),
  );
  const titles = async (now: Temporal.Instant) => {
    const { finished, coming, gaps } = await newsletterFor(store, '2027-Q1', now);
    expect(coming.total).toBe(coming.items.length);
    return [finished, coming, gaps].map(({ items }) => items.map(({ title }) => title));
  };
  expect(await titles(NOW)).toEqual([[], ['Campagne open'], []]);
  expect(await titles(Temporal.Instant.from(embargoUntil))).toEqual([
    ['Campagne voorbij'],
    ['Campagne open', 'Campagne later-open'],
    ['Campagne gat'],
  ]);
});

it('tells which actions were done in the quarter, and of no other how it stands', async () => {
  const one = (no: number, more: object) =>
    action.parse({
      id: `action/a${no}`,
      plan: 'plan/ap26',
      key: `AP26-1.0${no}`,
      theme: 1,
      goal: 'g',
      result: 'r',
      planning: { kind: 'continuous' },
      visibility: 'public',
      ...more,
    });
  const store = await testStore(
    plan.parse({
      id: 'plan/ap26',
      key: 'AP26',
      title: 'Plan',
      start: '2026-01-01',
      end: '2026-12-31',
      themes: [{ no: 1, title: 'T' }],
      visibility: 'public',
    }),
    one(1, { state: 'done', reportedAt: '2026-10-10T10:00:00Z' }),
    one(2, { state: 'done', reportedAt: '2026-06-10T10:00:00Z' }),
    one(3, { state: 'late', reportedAt: '2026-10-10T10:00:00Z' }),
    one(4, { state: 'done', reportedAt: '2026-10-10T10:00:00Z', visibility: 'organisation' }),
  );
  const { partners } = await newsletterFor(store, '2027-Q1', NOW);
  expect(partners.done.map(({ key }) => key)).toEqual(['AP26-1.01']);
});
