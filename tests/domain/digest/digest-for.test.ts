import { describe, expect, it } from 'vitest';
import { publicScope, scopeOf } from '../../../src/domain/access/visibility.ts';
import { type Digest, isEmpty } from '../../../src/domain/digest/digest.ts';
import { digestFor } from '../../../src/domain/digest/digest-for.ts';
import { calendarFilter } from '../../../src/domain/feed/feed.ts';
import { participation } from '../../../src/domain/participation/participation.ts';
import { actorOf } from '../../../src/domain/person/actor-of.ts';
import { person } from '../../../src/domain/person/person.ts';
import { action, plan } from '../../../src/domain/plan/plan.ts';
import type { Store } from '../../../src/domain/ports.ts';
import { practice } from '../../../src/domain/practice/practice.ts';
import { task } from '../../../src/domain/task/task.ts';
import { BANKS, POLICE, sampleCampaign, sampleOrganisation, seniors } from '../../support/samples.ts';
import { NOW, testStore } from '../../support/test-store.ts';

const SINCE = NOW.subtract({ hours: 7 * 24 });
/** 23 November 2026, the day of the tests, is the Monday of week 48. */
const THIS_WEEK = { start: '2026-11-25', end: '2026-11-29', zone: 'Europe/Amsterdam' };
const NEXT_MONTH = { start: '2026-12-20', end: '2026-12-22', zone: 'Europe/Amsterdam' };
const police = { leads: [{ organisation: POLICE }], owner: POLICE, audiences: [seniors.id] };
const complete = {
  aim: 'a',
  behaviour: 'b',
  measure: 'c',
  message: 'd',
  materials: [{ title: 'e', url: 'https://example.org' }],
  dateState: 'confirmed' as const,
};

function shelf(...more: Parameters<typeof testStore>): Promise<Store> {
  const people = [
    ['agent', 'partner', POLICE],
    ['bank', 'partner', BANKS],
    ['lezer', 'reader', POLICE],
    ['baas', 'coordinator', BANKS],
  ] as const;
  return testStore(
    seniors,
    sampleOrganisation(POLICE),
    sampleOrganisation(BANKS),
    ...people.map(([id, role, organisation]) =>
      person.parse({ id: `person/${id}`, name: `Mens ${id}`, role, organisation }),
    ),
    ...more,
  );
}

async function personal(store: Store, id: 'agent' | 'bank' | 'lezer' | 'baas'): Promise<Digest> {
  const [one, actor] = [await store.get(`person/${id}`), await actorOf(store, `person/${id}`, NOW)];
  if (!one || !actor) throw new Error(`nobody is called ${id}`);
  const scope = scopeOf(actor, NOW);
  return digestFor(store, { scope, now: NOW, since: SINCE, reader: { type: 'person', person: one, actor } });
}

function channel(store: Store, filter: object = {}): Promise<Digest> {
  const subscription = { filter: calendarFilter.parse(filter) };
  const reader = { type: 'subscription' as const, subscription };
  return digestFor(store, { scope: publicScope(NOW), now: NOW, since: SINCE, reader });
}

const titles = (part: Digest['running']): string[] => part.items.map(({ title }) => title);
const keys = (digest: Digest) => digest.practices.items.map(({ key }) => key);

const published = (no: number, more: object) =>
  practice.parse({
    id: `practice/p${no}`,
    key: `BP-0${no}`,
    title: { nl: `Aanpak ${no}`, en: `Practice ${no}` },
    advice: { nl: 'x', en: 'x' },
    evidence: ['A'],
    visibility: 'public',
    sources: [{ text: 'bron' }],
    publishedOn: '2026-11-20',
    ...more,
  });

describe('the calendar in a digest', () => {
  it('is what runs from Monday to Sunday, and what begins in the four weeks after', async () => {
    const store = await shelf(
      sampleCampaign('nu', { period: THIS_WEEK }),
      sampleCampaign('net-voorbij', { period: { ...THIS_WEEK, start: '2026-11-20', end: '2026-11-22' } }),
      sampleCampaign('loopt-door', { period: { ...THIS_WEEK, start: '2026-11-01', end: '2026-12-31' } }),
      sampleCampaign('straks', { period: NEXT_MONTH }),
      sampleCampaign('later', { period: { ...NEXT_MONTH, start: '2026-12-28', end: '2026-12-28' } }),
      sampleCampaign('af', { period: THIS_WEEK, progress: 'cancelled' }),
      sampleCampaign('plan', { period: THIS_WEEK, progress: 'proposed' }),
      sampleCampaign('gat', { period: null, dateState: 'unknown', expectedMonths: ['2026-11'] }),
    );
    const digest = await personal(store, 'agent');
    expect(titles(digest.running)).toEqual(['Campagne loopt-door', 'Campagne nu']);
    expect(titles(digest.coming)).toEqual(['Campagne straks']);
    expect(digest.nextWeeks).toEqual({ start: '2026-11-30', end: '2026-12-27' });
  });

  it('names six and counts the rest', async () => {
    const many = Array.from({ length: 10 }, (_, no) => sampleCampaign(`c${no}`, { period: THIS_WEEK }));
    const { running } = await personal(await shelf(...many), 'agent');
    expect([running.items.length, running.total]).toEqual([6, 10]);
  });

  it('never holds or counts what is another organisation’s own', async () => {
    const store = await shelf(
      sampleCampaign('geheim', { ...police, period: THIS_WEEK, visibility: 'organisation' }),
      task.parse({
        id: 'task/t',
        campaign: 'campaign/geheim',
        title: 'Geheime taak',
        due: { date: '2026-11-25' },
        owners: [BANKS],
        visibility: 'organisation',
        owner: POLICE,
      }),
    );
    expect(isEmpty(await personal(store, 'bank'))).toBe(true);
    expect(isEmpty(await channel(store))).toBe(true);
    expect((await personal(store, 'agent')).running.total).toBe(1);
  });
});

describe('what a person has to do', () => {
  const campaign = sampleCampaign('a', { ...police, ...complete, period: NEXT_MONTH });
  const made = (id: string, more: object) =>
    task.parse({
      id: `task/${id}`,
      campaign: campaign.id,
      title: id,
      due: { date: '2026-11-30' },
      owners: [POLICE],
      ...more,
    });

  it('are the open tasks of the organisation or the person that are late or due in four weeks', async () => {
    const store = await shelf(
      campaign,
      made('laat', { due: { date: '2026-11-01' } }),
      made('binnenkort', { due: { anchor: 'start', days: -5 } }),
      made('persoonlijk', { owners: ['person/agent'] }),
      made('ver-weg', { due: { date: '2027-03-01' } }),
      made('klaar', { done: true }),
      made('niet-meer', { dropped: true }),
      made('van-de-bank', { owners: [BANKS], owner: POLICE }),
    );
    const { tasks } = await personal(store, 'agent');
    expect(tasks.items.map((one) => [one.task.title, one.due])).toEqual([
      ['laat', '2026-11-01'],
      ['persoonlijk', '2026-11-30'],
      ['binnenkort', '2026-12-15'],
    ]);
    expect((await personal(store, 'lezer')).tasks.total).toBe(0);
  });

  it('are the actions whose quarter ends within six weeks or is over, in a plan that runs', async () => {
    const planOf = (key: string, start: string, end: string) =>
      plan.parse({
        id: `plan/${key.toLowerCase()}`,
        key,
        title: key,
        start,
        end,
        themes: [{ no: 1, title: 'T' }],
        visibility: 'public',
      });
    const actionOf = (id: string, key: string, quarters: string[], more: object = {}) =>
      action.parse({
        id: `action/${id}`,
        plan: `plan/${key.toLowerCase()}`,
        key: `${key}-1.0${id.length % 10}`,
        theme: 1,
        goal: 'g',
        result: id,
        planning: { kind: 'quarters', quarters },
        leads: [POLICE],
        visibility: 'public',
        ...more,
      });
    const store = await shelf(
      planOf('AP26', '2026-01-01', '2026-12-31'),
      planOf('AP24', '2024-01-01', '2025-12-31'),
      actionOf('nu', 'AP26', ['2026-Q4']),
      actionOf('laat', 'AP26', ['2026-Q1', '2026-Q2']),
      actionOf('uitgesteld', 'AP26', ['2026-Q2'], { expectedQuarter: '2027-Q1' }),
      actionOf('gedaan', 'AP26', ['2026-Q4'], { state: 'done' }),
      actionOf('afgelopen-plan', 'AP24', ['2025-Q4']),
      actionOf('van-een-ander', 'AP26', ['2026-Q4'], { leads: [BANKS] }),
    );
    const { actions } = await personal(store, 'agent');
    expect(actions.items.map((one) => one.action.result)).toEqual(['laat', 'nu']);
    expect((await personal(store, 'lezer')).actions.total).toBe(0);
    expect((await channel(store)).actions.total).toBe(0);
  });

  it('is what their campaigns lack: a date within nine months, preparation within eight weeks', async () => {
    const store = await shelf(
      sampleCampaign('kaal', { ...police, period: NEXT_MONTH, dateState: 'confirmed' }),
      sampleCampaign('af', { ...police, ...complete, period: THIS_WEEK, audiences: ['audience/senioren'] }),
      sampleCampaign('gat', { ...police, period: null, dateState: 'unknown', expectedMonths: ['2027-04'] }),
      sampleCampaign('ver', { ...police, period: null, dateState: 'unknown', expectedMonths: ['2027-11'] }),
    );
    const own = await personal(store, 'agent');
    expect(titles(own.gaps)).toEqual(['Campagne gat']);
    expect(own.unprepared.items.map(({ campaign: { title } }) => title)).toEqual(['Campagne kaal']);
    expect(own.unprepared.items[0]?.missing).toContain('aim');
    const other = await personal(store, 'bank');
    expect([other.gaps.total, other.unprepared.total]).toEqual([0, 0]);
    expect(titles((await personal(store, 'baas')).gaps)).toEqual(['Campagne gat']);
    expect((await personal(store, 'lezer')).gaps.total).toBe(0);
  });

  it('is a sure clash of their campaign, named once', async () => {
    const store = await shelf(
      sampleCampaign('a', { ...police, period: NEXT_MONTH }),
      sampleCampaign('b', { ...police, period: NEXT_MONTH }),
      sampleCampaign('bank', {
        leads: [{ organisation: BANKS }],
        audiences: [seniors.id],
        period: NEXT_MONTH,
      }),
      sampleCampaign('hook', { type: 'inhaakmoment', audiences: [seniors.id], period: NEXT_MONTH }),
      sampleCampaign('misschien', {
        audiences: [seniors.id],
        period: null,
        dateState: 'unknown',
        expectedMonths: ['2026-12'],
      }),
    );
    const pairs = (await personal(store, 'agent')).clashes.items.map(({ campaign: one, overlap }) =>
      [one.title, overlap.campaign.title].sort().join(' + '),
    );
    expect(pairs.sort()).toEqual([
      'Campagne a + Campagne b',
      'Campagne a + Campagne bank',
      'Campagne b + Campagne bank',
    ]);
  });
});

describe('the news in a digest', () => {
  const joins = (name: string, answeredAt: string) =>
    participation.parse({
      id: `participation/${name}~nvb`,
      campaign: `campaign/${name}`,
      organisation: BANKS,
      answer: 'joins',
      answeredAt,
    });

  it('is who joined since the last one, at campaigns that they lead', async () => {
    const store = await shelf(
      sampleCampaign('a', police),
      sampleCampaign('b', police),
      sampleCampaign('c', { leads: [{ organisation: BANKS }] }),
      joins('a', '2026-11-20T10:00:00Z'),
      joins('b', '2026-11-01T10:00:00Z'),
      joins('c', '2026-11-20T10:00:00Z'),
    );
    const names = (digest: Digest) => digest.joined.items.map(({ campaign: one }) => one.title);
    expect(names(await personal(store, 'agent'))).toEqual(['Campagne a']);
    expect(names(await personal(store, 'bank'))).toEqual([]);
    expect(names(await personal(store, 'baas')).sort()).toEqual(['Campagne a', 'Campagne c']);
    expect((await channel(store)).joined.total).toBe(0);
  });

  it('is what was published since then, and fits what a channel takes', async () => {
    const store = await shelf(
      published(1, { audiences: [seniors.id] }),
      published(2, { publishedOn: '2026-10-01' }),
      published(3, { publishedOn: undefined }),
      published(4, { state: 'draft' }),
      published(5, { visibility: 'partners' }),
    );
    expect(keys(await personal(store, 'agent'))).toEqual(['BP-01', 'BP-05']);
    expect(keys(await channel(store))).toEqual(['BP-01']);
    expect(keys(await channel(store, { audiences: [seniors.id] }))).toEqual(['BP-01']);
  });

  it('tells of a practice in one digest, also when it was published on the day of one', async () => {
    const store = await shelf(
      ...['2026-11-15', '2026-11-16', '2026-11-22', '2026-11-23'].map((publishedOn, no) =>
        published(no, { publishedOn }),
      ),
    );
    const weekLater = NOW.add({ hours: 7 * 24 });
    const reader = { type: 'subscription' as const, subscription: { filter: calendarFilter.parse({}) } };
    const digestAt = (now: Temporal.Instant, since: Temporal.Instant) =>
      digestFor(store, { scope: publicScope(now), now, since, reader });
    expect(keys(await digestAt(NOW, SINCE)).sort()).toEqual(['BP-01', 'BP-02']);
    expect(keys(await digestAt(weekLater, NOW))).toEqual(['BP-03']);
  });

  it('tells a coordinator, and nobody else, of proposals', async () => {
    const store = await shelf(
      sampleCampaign('v', { period: null, dateState: 'unknown', progress: 'proposed' }),
    );
    expect(titles((await personal(store, 'baas')).proposals)).toEqual(['Campagne v']);
    expect((await personal(store, 'agent')).proposals.total).toBe(0);
    expect(isEmpty(await channel(store))).toBe(true);
  });
});

describe('a channel', () => {
  it('gets the calendar through its filter, and nothing that is a person’s', async () => {
    const store = await shelf(
      sampleCampaign('senior', { ...police, period: THIS_WEEK, dateState: 'provisional' }),
      sampleCampaign('ander', { leads: [{ organisation: BANKS }], period: THIS_WEEK }),
      sampleCampaign('besloten', { ...police, period: THIS_WEEK, visibility: 'partners' }),
      task.parse({
        id: 'task/t',
        campaign: 'campaign/senior',
        title: 'Taak',
        due: { date: '2026-11-01' },
        owners: [POLICE],
      }),
    );
    const digest = await channel(store, { audiences: [seniors.id] });
    expect(titles(digest.running)).toEqual(['Campagne senior']);
    expect(titles(digest.gaps)).toEqual(['Campagne senior']);
    for (const part of ['tasks', 'actions', 'clashes', 'unprepared', 'joined', 'proposals'] as const)
      expect(digest[part].total, part).toBe(0);
    expect(titles((await channel(store, { types: ['inhaakmoment'] })).gaps)).toEqual([]);
  });

  it('hears nothing when there is nothing', async () => {
    expect(isEmpty(await channel(await shelf()))).toBe(true);
    expect(isEmpty(await personal(await shelf(), 'agent'))).toBe(true);
  });
});
