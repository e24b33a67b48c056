import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnyRecord } from '../../src/domain/records.ts';
import { POLICE, sampleCampaign } from '../support/samples.ts';
import { type Started, startServer } from '../support/started.ts';

const SCRIPT = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';
const soon = { period: { start: '2027-01-11', end: '2027-01-17', zone: 'Europe/Amsterdam' } };
const records = [
  sampleCampaign('open', { ...soon, title: 'Open campagne', note: 'Werkaantekening', owner: POLICE }),
  sampleCampaign('boos', { ...soon, title: `Boos ${SCRIPT}`, message: SCRIPT }),
  sampleCampaign('voorstel', { ...soon, title: 'Geheim voorstel', progress: 'proposed' }),
  sampleCampaign('embargo', { ...soon, title: 'Onder embargo', embargoUntil: '2026-12-24T00:00:00Z' }),
  sampleCampaign('eigen', { ...soon, title: 'Alleen intern', visibility: 'organisation', owner: POLICE }),
  sampleCampaign('partners', { ...soon, title: 'Voor partners', visibility: 'partners' }),
] as AnyRecord[];
const HIDDEN = {
  voorstel: 'Geheim voorstel',
  embargo: 'Onder embargo',
  eigen: 'Alleen intern',
  partners: 'Voor partners',
};

let started: Started;
beforeAll(async () => {
  started = await startServer(...records);
});
afterAll(() => started.stop());

const get = (path: string, init: RequestInit = {}) =>
  fetch(started.base + path, { redirect: 'manual', ...init });
const page = async (path: string) => (await get(path)).text();

describe('the calendar page', () => {
  test('shows what is coming, month by month, with links to each campaign and to the feeds', async () => {
    const html = await page('/');
    expect(html).toContain('<html lang="nl">');
    expect(html).toContain('Januari 2027');
    expect(html).toContain('href="/campagnes/open"');
    expect(html).toContain('/feeds/campagnes.ics');
    expect(html).not.toContain('<script');
  });

  test('is there in English, and its links stay English', async () => {
    const html = await page('/?taal=en');
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('January 2027');
    expect(html).toContain('href="/campagnes/open?taal=en"');
  });

  test('filters by audience and form; a part of an audience counts', async () => {
    expect(await page('/?doelgroep=senioren')).toContain('50PlusBeurs 2027');
    expect(await page('/?doelgroep=senioren')).not.toContain('Open campagne');
    expect(await page('/?vorm=aankoopfraude')).toContain('Black Friday 2026');
    expect((await get('/?vorm=bestaat-niet')).status).toBe(404);
  });
});

describe('what an outsider may not see', () => {
  test.each(Object.entries(HIDDEN))('%s is on no page', async (slug, title) => {
    expect(await page('/')).not.toContain(title);
    const answer = await get(`/campagnes/${slug}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain(title);
  });

  test('working notes and names of people stay out', async () => {
    const html = await page('/campagnes/open');
    expect(html).toContain('Open campagne');
    expect(html).not.toContain('Werkaantekening');
    expect(await page('/')).not.toContain('(demo)');
  });
});

describe('every answer', () => {
  test('carries the headers that keep a page to itself', async () => {
    for (const path of ['/', '/campagnes/open', '/nergens', '/console']) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('script-src');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  test('shows hostile text as text', async () => {
    for (const path of ['/', '/campagnes/boos']) {
      const html = await page(path);
      expect(html).toContain('&lt;script&gt;');
      expect(html).not.toMatch(/<script|<img/);
    }
  });

  test('to a path that cannot be read is a short 400 without a stack', async () => {
    const answer = await get('/campagnes/%E0%A4%A');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toBe('This request cannot be read. Nothing was done.\n');
  });

  test('to a path that climbs out is 404', async () => {
    expect(await rawStatus('/campagnes/../../etc/passwd')).toBe(404);
    expect((await get('/campagnes/..%2F..%2Fetc%2Fpasswd')).status).toBe(404);
  });
});

test('the style sheet is fetched once', async () => {
  const first = await get('/style.css');
  expect(first.headers.get('content-type')).toContain('text/css');
  const etag = first.headers.get('etag') ?? '';
  expect((await get('/style.css', { headers: { 'if-none-match': etag } })).status).toBe(304);
});

test('health, readiness and metrics answer in plain text', async () => {
  expect(await page('/healthz')).toBe('ok\n');
  expect(await page('/readyz')).toBe('ready\n');
  await get('/feeds/campagnes.ics');
  const metrics = await page('/metrics');
  expect(metrics).toMatch(/campagneregie_feed_requests_total\{status="200"\} [1-9]/);
  expect(metrics).toMatch(/campagneregie_revision [1-9]/);
  expect(metrics).not.toMatch(/person|kind=/);
});

test('a fault of our own is a page with a number, not a stack', async () => {
  const broken = await startServer();
  broken.app.close();
  const answer = await fetch(`${broken.base}/`);
  expect(answer.status).toBe(500);
  const html = await answer.text();
  expect(html).toMatch(/beheerder: [0-9a-f]{8}/);
  expect(html).not.toMatch(/at .*\.ts:\d+/);
  expect((await fetch(`${broken.base}/readyz`)).status).toBe(503);
  await broken.stop().catch(() => undefined);
});

/** A path as it is: fetch would tidy it first. */
function rawStatus(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(started.base, { path }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject).end();
  });
}
