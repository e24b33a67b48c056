import { createServer, type Server } from 'node:http';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deriveKey, signText } from '../../src/core/secrets.ts';
import { OUTSIDER } from '../../src/domain/access/actor.ts';
import { INSIGHT_PARTS, type InsightQuery, usualPeriod } from '../../src/domain/insight/query.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { closeServer, listen } from '../../src/web/http-server.ts';
import { type InsightKind, type InsightLinks, insightLinks } from '../../src/web/insight-links.ts';
import { insightRoute } from '../../src/web/insight-route.ts';
import { samplePerson } from '../nudges/stage.ts';
import {
  POLICE,
  phishing,
  sampleActor,
  sampleCampaign,
  sampleOrganisation,
  seniors,
} from '../support/samples.ts';
import { startServer } from '../support/started.ts';
import { messagesOf, NOW, put, testStore } from '../support/test-store.ts';

const KEY = Buffer.alloc(32, 1);
const SITE = 'https://regie.example';
const boss = samplePerson('boss', { role: 'coordinator' });
const partner = samplePerson('pim');
const TODAY = Temporal.PlainDate.from('2026-11-23');

let clock = NOW;
let store: Store;
let server: Server;
let base: string;
let links: InsightLinks;

beforeEach(async () => {
  clock = NOW;
  store = await testStore(
    ...[sampleOrganisation(POLICE), boss, partner, phishing, seniors],
    sampleCampaign('stil', {
      title: '=Stil',
      visibility: 'organisation',
      forms: [phishing.id],
      owner: POLICE,
    }),
  );
  const now = () => clock;
  links = insightLinks({ key: KEY, publicUrl: SITE, now });
  const route = insightRoute({ store, ...messagesOf(store), links, now });
  server = createServer(express().use(route));
  base = `http://127.0.0.1:${await listen(server, '127.0.0.1', 0)}`;
});
afterEach(() => closeServer(server));

function queryOf(part: InsightQuery['part'] = 'coverage'): InsightQuery {
  return { part, period: usualPeriod(part, TODAY), forms: [], audiences: [] };
}
function pathFor(person: Id<'person'>, kind: InsightKind, query = queryOf(), revision = 1): string {
  const link = links.linkFor(sampleActor({ person }), query, kind, revision);
  if (!link?.startsWith(`${SITE}/inzicht/`)) throw new Error('there is no link');
  return link.slice(SITE.length);
}
const get = (path: string) => fetch(base + path);
async function expectNothing(path: string): Promise<void> {
  const answer = await get(path);
  expect([answer.status, await answer.text()]).toEqual([404, 'no such picture or file\n']);
  expect(answer.headers.get('cache-control')).toBe('no-store');
}

it('a link gives its coordinator a picture, or a file to keep', async () => {
  for (const part of ['coverage', 'audiences'] as const) {
    const picture = await get(pathFor(boss.id, 'png', queryOf(part)));
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(picture.headers.get('cache-control')).toBe('private, max-age=300');
    expect(picture.headers.get('x-robots-tag')).toBe('noindex');
  }
  for (const part of INSIGHT_PARTS) {
    const file = await get(pathFor(boss.id, 'csv', queryOf(part)));
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="?inzicht-[a-z]+-[\d-]+\.csv"?$/,
    );
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(bytes.toString()).not.toMatch(/(^|[;,"])=/m);
  }
});

describe('a link that says no', () => {
  it('is one of who is no coordinator, was one, or left', async () => {
    for (const kind of ['png', 'csv'] as const) {
      await expectNothing(pathFor(partner.id, kind));
      await expectNothing(pathFor('person/niemand', kind));
    }
    const [picture, file] = [pathFor(boss.id, 'png'), pathFor(boss.id, 'csv')];
    await put(store, { ...boss, role: 'partner' });
    await expectNothing(picture);
    await expectNothing(file);
    await put(store, { ...boss, active: false });
    await expectNothing(picture);
  });

  it('is one for something else, or that was changed, or is no link at all', async () => {
    const picture = pathFor(boss.id, 'png');
    await expectNothing(picture.replace('.png', '.csv'));
    await expectNothing(pathFor(boss.id, 'csv').replace('.csv', '.png'));
    await expectNothing(pathFor(boss.id, 'png', queryOf('answers')));
    const foreign = deriveKey(KEY, 'timeline links');
    await expectNothing(
      `/inzicht/${signText(foreign, JSON.stringify([boss.id, 'nl', 9_999_999_999, 'png']))}.png`,
    );
    const own = deriveKey(KEY, 'insight links');
    const wrong = [boss.id, 'nl', 9_999_999_999, 'png', { ...queryOf(), part: 'people' }, 'm'];
    await expectNothing(`/inzicht/${signText(own, JSON.stringify(wrong))}.png`);
    for (const name of ['x', 'x.png', '..csv', '%00.png']) await expectNothing(`/inzicht/${name}`);
  });

  it('is a picture of two days ago, or a file of two hours ago', async () => {
    const [picture, file] = [pathFor(boss.id, 'png'), pathFor(boss.id, 'csv')];
    clock = NOW.add({ minutes: 59 });
    expect((await get(file)).status).toBe(200);
    clock = NOW.add({ hours: 2 });
    await expectNothing(file);
    expect((await get(picture)).status).toBe(200);
    clock = NOW.add({ hours: 48 });
    await expectNothing(picture);
  });
});

it('the address is another one after a change, and there is none for who is nobody', () => {
  expect(pathFor(boss.id, 'png', queryOf(), 1)).toBe(pathFor(boss.id, 'png', queryOf(), 1));
  expect(pathFor(boss.id, 'png', queryOf(), 1)).not.toBe(pathFor(boss.id, 'png', queryOf(), 2));
  expect(links.linkFor(OUTSIDER, queryOf(), 'png', 1)).toBeUndefined();
});

it('the program gives a coordinator an address that it answers itself', async () => {
  const started = await startServer();
  const actor = sampleActor({ person: 'person/coordinator-demo', role: 'coordinator' });
  const link = started.app.insightUrl(actor, queryOf(), 'png') ?? '';
  const answer = await fetch(started.base + link.slice(started.app.publicUrl.length));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  await started.stop();
});
