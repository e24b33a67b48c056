import { createServer, type Server } from 'node:http';
import express from 'express';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deriveKey, signText } from '../../src/core/secrets.ts';
import { OUTSIDER } from '../../src/domain/access/actor.ts';
import { actorOf } from '../../src/domain/person/actor-of.ts';
import { type Person, person } from '../../src/domain/person/person.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { closeServer, listen } from '../../src/web/http-server.ts';
import { timelineFor } from '../../src/web/timeline-content.ts';
import { type TimelineLinks, timelineLinks } from '../../src/web/timeline-links.ts';
import { timelineRoute } from '../../src/web/timeline-route.ts';
import { BANKS, POLICE, sampleActor, sampleCampaign, sampleOrganisation } from '../support/samples.ts';
import { startServer } from '../support/started.ts';
import { NOW, put, testStore } from '../support/test-store.ts';

const KEY = Buffer.alloc(32, 1);
const SITE = 'https://regie.example';
const PIM: Id<'person'> = 'person/pim';
const BO: Id<'person'> = 'person/bo';
const soon = { period: { start: '2026-12-07', end: '2026-12-13', zone: 'Europe/Amsterdam' } };

let clock = NOW;
let store: Store;
let server: Server;
let base: string;
let links: TimelineLinks;

beforeEach(async () => {
  clock = NOW;
  store = await testStore(
    sampleOrganisation(POLICE),
    sampleOrganisation(BANKS),
    someone(PIM, POLICE),
    someone(BO, BANKS),
    sampleCampaign('open', { ...soon, title: 'Open', dateState: 'confirmed' }),
    sampleCampaign('politie', {
      ...soon,
      title: 'Van de politie',
      visibility: 'organisation',
      owner: POLICE,
    }),
    sampleCampaign('trekker', { ...soon, title: 'Door de banken', leads: [{ organisation: BANKS }] }),
  );
  const now = () => clock;
  links = timelineLinks({ key: KEY, publicUrl: SITE, now });
  server = createServer(express().use(timelineRoute({ store, links, now })));
  base = `http://127.0.0.1:${await listen(server, '127.0.0.1', 0)}`;
});
afterEach(() => closeServer(server));

function someone(id: Id<'person'>, organisation: Id<'organisation'>, more: Partial<Person> = {}): Person {
  return person.parse({ id, name: 'Naam', organisation, role: 'partner', ...more });
}

function pathFor(id: Id<'person'>, revision = 1): string {
  const link = links.linkFor(sampleActor({ person: id }), revision);
  if (!link?.startsWith(`${SITE}/tijdlijn/`)) throw new Error('there is no link');
  return link.slice(SITE.length);
}
const get = (path: string) => fetch(base + path);
const timelineOf = async (id: Id<'person'>) => {
  const actor = await actorOf(store, id, clock);
  if (!actor) throw new Error('there is no such person');
  return timelineFor(actor, store, clock);
};

test('a link shows its person a picture that is kept by nobody else and by no search engine', async () => {
  const answer = await get(pathFor(PIM));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(answer.headers.get('cache-control')).toBe('private, max-age=300');
  expect(answer.headers.get('x-robots-tag')).toBe('noindex');
  const png = Buffer.from(await answer.arrayBuffer());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png).toEqual(Buffer.from(await (await get(pathFor(PIM))).arrayBuffer()));
  expect(png).not.toEqual(Buffer.from(await (await get(pathFor(BO))).arrayBuffer()));
});

describe('a link that says no', () => {
  const expectNothing = async (path: string) => {
    const answer = await get(path);
    expect([answer.status, await answer.text()]).toEqual([404, 'no such picture\n']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  };

  test('is one that was made into another person’s, or signed by another', async () => {
    const [payload, signature] = pathFor(PIM).slice('/tijdlijn/'.length).split('.');
    const [otherPayload] = pathFor(BO).slice('/tijdlijn/'.length).split('.');
    await expectNothing(`/tijdlijn/${otherPayload}.${signature}.png`);
    await expectNothing(`/tijdlijn/${payload}.${signature?.slice(1)}A.png`);
    const foreign = deriveKey(Buffer.alloc(32, 2), 'timeline links');
    await expectNothing(
      `/tijdlijn/${signText(foreign, JSON.stringify([PIM, 'nl', 9_999_999_999, 'm']))}.png`,
    );
  });

  test('is one that was signed for something else, or is no link at all', async () => {
    const stop = signText(deriveKey(KEY, 'stop links'), PIM);
    for (const name of [`${stop}.png`, 'x', 'x.png', '..png', '%00.png', `${'a'.repeat(4_000)}.b.png`])
      await expectNothing(`/tijdlijn/${name}`);
  });

  test('is one of more than 48 hours ago', async () => {
    const path = pathFor(PIM);
    clock = NOW.add({ hours: 47 }).add({ minutes: -1 });
    expect((await get(path)).status).toBe(200);
    clock = NOW.add({ hours: 48 });
    await expectNothing(path);
  });

  test('is one of somebody who left, or never was', async () => {
    const path = pathFor(PIM);
    expect((await get(path)).status).toBe(200);
    await put(store, someone(PIM, POLICE, { active: false }));
    await expectNothing(path);
    await expectNothing(pathFor('person/niemand'));
  });
});

describe('the address', () => {
  test('is the same within the hour, and another after a change or on another day', () => {
    clock = NOW.add({ minutes: 10 });
    const path = pathFor(PIM, 7);
    clock = clock.add({ minutes: 20 });
    expect(pathFor(PIM, 7)).toBe(path);
    expect(pathFor(PIM, 8)).not.toBe(path);
    clock = NOW.add({ hours: 24 });
    expect(pathFor(PIM, 7)).not.toBe(path);
  });

  test('is there for people only', () => {
    expect(links.linkFor(OUTSIDER, 1)).toBeUndefined();
  });
});

describe('what is in the picture', () => {
  const titles = async (id: Id<'person'>) => (await timelineOf(id)).entries.map(({ title }) => title);
  const entryOf = async (title: string) =>
    (await timelineOf(PIM)).entries.find((entry) => entry.title === title);

  test('is what the person may see; what is of the own organisation is marked', async () => {
    expect(await titles(PIM)).toEqual(['Open', 'Van de politie', 'Door de banken']);
    expect(await titles(BO)).toEqual(['Open', 'Door de banken']);
    expect((await timelineOf(PIM)).entries.map(({ mine }) => mine)).toEqual([false, true, false]);
    expect((await timelineOf(BO)).entries.map(({ mine }) => mine)).toEqual([false, true]);
    expect((await timelineOf(BO)).more).toBe(0);
  });

  test('is eight weeks from this Monday', async () => {
    clock = Temporal.Instant.from('2026-11-29T12:00:00Z');
    const { from, weeks, today } = await timelineOf(PIM);
    expect({ from, weeks, today }).toEqual({ from: '2026-11-23', weeks: 8, today: '2026-11-29' });
  });

  test('is no surer than the calendar is', async () => {
    await put(
      store,
      sampleCampaign('a', { ...soon, title: 'Voorlopig', dateState: 'provisional' }),
      sampleCampaign('b', { ...soon, title: 'Misschien', dateState: 'uncertain' }),
      sampleCampaign('c', { ...soon, title: 'Voorstel', dateState: 'confirmed', progress: 'proposed' }),
      sampleCampaign('d', {
        title: 'Ergens',
        dateState: 'unknown',
        period: null,
        expectedMonths: ['2026-09', '2027-01'],
      }),
      sampleCampaign('e', { ...soon, title: 'Vervallen', progress: 'cancelled' }),
    );
    expect((await entryOf('Open'))?.state).toBe('confirmed');
    expect((await entryOf('Voorlopig'))?.state).toBe('provisional');
    expect((await entryOf('Misschien'))?.state).toBe('uncertain');
    expect((await entryOf('Voorstel'))?.state).toBe('uncertain');
    expect(await entryOf('Ergens')).toMatchObject({
      state: 'uncertain',
      undated: true,
      first: '2027-01-01',
      last: '2027-01-31',
    });
    expect(await titles(PIM)).not.toContain('Vervallen');
  });

  test('is the own campaigns first when not everything fits', async () => {
    const others = Array.from({ length: 30 }, (_, index) =>
      sampleCampaign(`vroeg-${index}`, {
        ...{ title: `Moment ${index}`, type: 'inhaakmoment' },
        period: { start: '2026-11-30', end: '2026-11-30', zone: 'Europe/Amsterdam' },
      }),
    );
    await put(store, ...others);
    const { entries, more } = await timelineOf(PIM);
    expect(entries).toHaveLength(18);
    expect(more).toBe(15);
    expect(entries.slice(-3).map(({ title }) => title)).toEqual(['Open', 'Van de politie', 'Door de banken']);
  });
});

test('the program gives each person an address that it answers itself', async () => {
  const started = await startServer();
  const actor = sampleActor({ person: 'person/politie-demo' });
  const link = started.app.timelineUrl(actor) ?? '';
  expect(link.startsWith(`${started.app.publicUrl}/tijdlijn/`)).toBe(true);
  const answer = await fetch(started.base + link.slice(started.app.publicUrl.length));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(started.app.timelineUrl(OUTSIDER)).toBeUndefined();
  await started.stop();
});
