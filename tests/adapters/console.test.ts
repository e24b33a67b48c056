import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { scopeOf } from '../../src/domain/access/visibility.ts';
import { ACCESS_CODE, type Started, startServer } from '../support/started.ts';

let started: Started;
let cookie: string;
beforeAll(async () => {
  started = await startServer();
  const opened = await fetch(`${started.base}/console?token=${ACCESS_CODE}`, { redirect: 'manual' });
  cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
});
afterAll(() => started.stop());

type Fields = Record<string, string | string[]>;

const get = (path = '', headers: Record<string, string> = { cookie }) =>
  fetch(`${started.base}/console${path}`, { headers, redirect: 'manual' });

/** Posts as the page would: with its hidden fields, and these over them. */
async function post(fields: Fields, headers: Record<string, string> = {}, page?: string): Promise<Response> {
  const all = { ...hiddenOf(page ?? (await (await get('?als=coordinator-demo')).text())), ...fields };
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) for (const one of [value].flat()) body.append(name, one);
  return fetch(`${started.base}/console`, {
    method: 'POST',
    body,
    headers: { cookie, origin: started.base, ...headers },
  });
}

function hiddenOf(html: string): Record<string, string> {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  return { csrf: value('csrf'), key: value('key'), als: value('als') };
}

/** The fields of the button with this label, as the browser would send them. */
function buttonOf(html: string, label: string): Fields {
  const form = html.split('<form').find((part) => part.includes(`>${label}</button>`)) ?? '';
  const pairs = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    plainValue(value ?? ''),
  ]);
  return Object.fromEntries(pairs);
}

function plainValue(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

async function campaignsCalled(title: string): Promise<number> {
  const { store, now } = started.app;
  const all = await store.list('campaign', scopeOf(PROGRAM, now()));
  return all.filter((one) => one.title === title).length;
}

describe('who may use it', () => {
  test('only who gives the code that was printed at the start', async () => {
    expect((await get('', {})).status).toBe(401);
    expect((await get('?token=wrong', {})).status).toBe(401);
    expect((await get('', { cookie: 'campagneregie-console=guess' })).status).toBe(401);
    expect(await (await get('', {})).text()).toContain('Toegangscode nodig');
    expect((await get()).status).toBe(200);
  });

  test('the code becomes a cookie that scripts and other sites cannot use, and leaves the address', async () => {
    const opened = await get(`?token=${ACCESS_CODE}`, {});
    expect(opened.status).toBe(303);
    expect(opened.headers.get('location')).toBe('/console');
    expect(opened.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    expect(opened.headers.get('set-cookie')).not.toContain(ACCESS_CODE);
    expect(opened.headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    'evil.example',
    'evil.example:3000',
    '127.0.0.1.evil.example',
  ])('not under the host %j', async (host) => {
    expect(await statusUnder(host)).toBe(421);
  });

  test('under localhost as well', async () => {
    expect(await statusUnder('localhost:3000')).toBe(200);
    expect(await statusUnder('[::1]')).toBe(200);
  });

  test.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('no form of another site: %j', async (headers) => {
    const answer = await post({ line: 'nieuw Vervalst periode:onbekend doelgroep:senioren' }, headers);
    expect(answer.status).toBe(403);
    expect(await campaignsCalled('Vervalst')).toBe(0);
  });

  test('no form without its own value', async () => {
    expect((await post({ csrf: '', line: 'help' })).status).toBe(403);
    expect((await post({ csrf: 'x'.repeat(43), line: 'help' })).status).toBe(403);
  });

  test('it is not there when it is off', async () => {
    const { createWebServer } = await import('../../src/app.ts');
    const { createLogger } = await import('../../src/logger.ts');
    const { closeServer, listen } = await import('../../src/web/http-server.ts');
    const server = createWebServer(started.app, createLogger({ logLevel: 'silent' }));
    const port = await listen(server, '127.0.0.1', 0);
    expect((await fetch(`http://127.0.0.1:${port}/console`)).status).toBe(404);
    await closeServer(server);
  });
});

describe('using it', () => {
  test('one is the person that one picks, in that language', async () => {
    expect(await (await get('?als=fin-demo')).text()).toContain('<html lang="en">');
    expect((await get('?als=nobody')).status).toBe(400);
    expect((await post({ als: 'nobody', line: 'help' })).status).toBe(400);
  });

  test('a typed line is answered, and stays there when it is not understood', async () => {
    const answer = await (await post({ line: 'kalender okt 2027' })).text();
    expect(answer).toContain('Week van de Veiligheid 2027');
    const wrong = await (await post({ line: 'kalendr "okt' })).text();
    expect(wrong).toContain('aanhalingsteken');
    expect(wrong).toContain('value="kalendr &quot;okt"');
  });

  test('a campaign is put in by form: filled in, warned about, saved', async () => {
    const form = await (await post({ command: 'nieuw', args: '{}', opensForm: 'true' })).text();
    expect(form).toContain('name="arg:titel"');
    const filled = {
      command: 'nieuw',
      'arg:titel': 'Praatje bij de bank',
      'arg:periode': '11 t/m 17 oktober 2027',
      'arg:doelgroep': ['audience/senioren', 'audience/naasten'],
      'arg:boodschap': '',
    };
    const preview = await (await post(filled, {}, form)).text();
    expect(preview).toContain('Week van de Veiligheid 2027');
    expect(await campaignsCalled('Praatje bij de bank')).toBe(0);
    const saved = await (await post(buttonOf(preview, 'Toch opslaan'), {}, preview)).text();
    expect(saved).toContain('cr-notice-success');
    expect(await campaignsCalled('Praatje bij de bank')).toBe(1);
  });

  test('what is wrong in a form is said beside the field, and what was right is kept', async () => {
    const answer = await post({
      command: 'nieuw',
      'arg:titel': 'Half af',
      'arg:periode': '30 februari 2027',
    });
    const html = await answer.text();
    expect(html).toContain('value="Half af"');
    expect(html).toContain('cr-error');
    expect(await campaignsCalled('Half af')).toBe(0);
  });

  test('a double click and a reload act once; another form of the same page acts by itself', async () => {
    const page = await (await get('?als=coordinator-demo')).text();
    const line = (title: string) => ({ line: `nieuw "${title}" periode:onbekend doelgroep:senioren` });
    await Promise.all([post(line('Dubbel'), {}, page), post(line('Dubbel'), {}, page)]);
    await post(line('Dubbel'), {}, page);
    await post(line('Ander'), {}, page);
    expect(await campaignsCalled('Dubbel')).toBe(1);
    expect(await campaignsCalled('Ander')).toBe(1);
    await post(line('Dubbel'));
    expect(await campaignsCalled('Dubbel')).toBe(2);
  });

  test('hostile text comes back as text', async () => {
    const html = await (await post({ line: '<script>alert(1)</script>"><img src=x>' })).text();
    expect(html).not.toMatch(/<script|<img/);
  });

  test('a form of two megabytes is refused with a sentence, and nothing is saved', async () => {
    const before = await started.app.store.revision();
    const answer = await post({
      command: 'nieuw',
      'arg:titel': 'Groot',
      'arg:boodschap': 'x'.repeat(2_000_000),
    });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('Deze tekst is te lang');
    expect(await started.app.store.revision()).toBe(before);
  });

  test.each([
    { command: 'nieuw', args: 'no json' },
    { command: 'nieuw', args: '[1]' },
    { command: '' },
    {},
  ])('what no form of ours sends is refused: %j', async (fields) => {
    expect((await post(fields)).status).toBe(400);
  });

  test('its pages are for nobody to keep', async () => {
    const answer = await get();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toContain('name="robots" content="noindex"');
  });
});

/** The status of GET /console under another Host header, which fetch would not let one set. */
function statusUnder(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(`${started.base}/console`, { headers: { cookie, host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject).end();
  });
}
