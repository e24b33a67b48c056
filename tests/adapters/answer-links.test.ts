import { createServer, type Server } from 'node:http';
import express from 'express';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AnswerLinks, answerLinks, type LinkedAction } from '../../src/adapters/email/answer-links.ts';
import { emailRoutes } from '../../src/adapters/email/email-routes.ts';
import { randomIds } from '../../src/core/ids.ts';
import type { Scope } from '../../src/domain/access/visibility.ts';
import type { NewDelivery } from '../../src/domain/delivery/delivery.ts';
import type { Nudge } from '../../src/domain/nudge/nudge.ts';
import type { Person } from '../../src/domain/person/person.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import type { Action } from '../../src/reply/reply.ts';
import { closeServer, listen } from '../../src/web/http-server.ts';
import { registry, seededStore } from '../support/ask.ts';
import { draftsOf, messagesOf, NOW, put } from '../support/test-store.ts';

const KEY = Buffer.alloc(32, 1);
const SITE = 'https://regie.example';
const LEAD = 'person/politie-demo';
const CAMPAIGN = 'campaign/week-van-de-veiligheid-2027';
const PARTICIPATION: Id<'participation'> = 'participation/week-van-de-veiligheid-2027~politie';
const MAIL = 'pim@politie.example';
const OTHER = 'campaign/safer-internet-day-2027';
const BOSS = 'person/coordinator-demo';
const EVERYTHING: Scope = {
  everything: true,
  partners: true,
  organisations: [],
  groups: [],
  at: NOW.toString(),
};
const ALLOWED = new Set(['meedoen', 'wijzig', 'antwoord']);
const JOIN: Action = {
  label: 'Ja, we doen mee',
  command: 'meedoen',
  args: { campagne: CAMPAIGN, antwoord: 'ja' },
};
const OPEN_FORM: Action = {
  label: 'Antwoord',
  command: 'meedoen',
  args: { campagne: CAMPAIGN },
  opensForm: true,
};

let clock = NOW;
let store: Store;
let server: Server;
let base: string;
let links: AnswerLinks;

beforeEach(async () => {
  clock = NOW;
  store = await seededStore();
  await change(LEAD, { email: MAIL });
  await change(BOSS, { email: MAIL });
  links = linksWith({});
  const around = {
    store,
    messages: messagesOf(store),
    drafts: draftsOf(store),
    timelineUrl: () => undefined,
    insightUrl: () => undefined,
    ids: randomIds(),
    now: () => clock,
    publicUrl: SITE,
  };
  server = createServer(express().use(emailRoutes({ ...around, registry, links })));
  base = `http://127.0.0.1:${await listen(server, '127.0.0.1', 0)}`;
});
afterEach(() => closeServer(server));

function linksWith(more: Partial<Parameters<typeof answerLinks>[0]>): AnswerLinks {
  return answerLinks({ encryptionKey: KEY, publicUrl: SITE, allowed: ALLOWED, now: () => clock, ...more });
}

function linkOf(action: Action, by: AnswerLinks = links, person: Id<'person'> = LEAD): string {
  const link = by.linkFor(person, MAIL, action);
  if (!link) throw new Error('no link was made');
  return link;
}

const here = (link: string) => link.replace(SITE, base);
const get = (link: string) => fetch(here(link));
const post = (link: string, fields: Record<string, string> = {}) =>
  fetch(here(link), { method: 'POST', body: new URLSearchParams(fields) });

/** What the form with this button sends, or the only form of the page. */
function formOf(html: string, label = ''): Record<string, string> {
  const form =
    html
      .split('<form')
      .slice(1)
      .find((part) => part.includes(`${label}</button>`)) ?? '';
  const pairs = [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}

const answer = async () => (await store.get(PARTICIPATION))?.answer;

async function change(id: Id<'person'>, edit: Partial<Person>): Promise<void> {
  const one = await store.get(id);
  await put(store, { ...one, ...edit } as AnyRecord);
}

/** A reminder that waits for the lead's answer. */
async function remindOf(subject: Id): Promise<Nudge> {
  const nudge: Nudge = {
    id: 'a'.repeat(14),
    recipient: LEAD,
    subject,
    rule: 'x',
    step: '1',
    due: '2027-01-01',
    other: undefined,
    state: 'planned',
    createdAt: NOW.toString(),
    delivery: undefined,
    sentAt: undefined,
    answer: undefined,
  };
  const delivery: NewDelivery = {
    id: 'd1',
    key: 'd1',
    kind: 'nudges',
    recipient: LEAD,
    about: undefined,
    lane: 'none',
    nextAt: NOW,
    expiresAt: NOW.add({ hours: 24 }),
  };
  await messagesOf(store).nudges.plan(NOW, () => ({
    slots: [],
    deliveries: [{ delivery, nudges: [nudge] }],
  }));
  return nudge;
}

/** What the buttons and forms of a page would do. */
function offersOf(html: string): LinkedAction[] {
  const commands = [...html.matchAll(/name="command" value="([^"]*)"/g)].map(([, value = '']) => value);
  return commands.map((command) => {
    const read = links.read(command);
    if (!read || read === 'expired') throw new Error('not signed by us');
    return read;
  });
}

describe('a link in a mail', () => {
  test('says who may do what, and cannot be made without the key', () => {
    const link = linkOf(JOIN);
    const signed = link.split('/').at(-1) ?? '';
    expect(link.startsWith(`${SITE}/doe/`)).toBe(true);
    expect(signed).toMatch(/^[\w-]+\.[\w-]+$/);
    expect(links.read(signed)).toMatchObject({
      person: LEAD,
      label: JOIN.label,
      action: { command: 'meedoen' },
    });
    const [payload = '', signature = ''] = signed.split('.');
    const other = Buffer.from(payload, 'base64url').toString().replace('politie-demo', 'coordinator-demo');
    expect(links.read(`${Buffer.from(other).toString('base64url')}.${signature}`)).toBeUndefined();
    for (const wrong of ['', '.', payload, `${signed}.x`, `${payload}.`, `${signed.slice(0, -1)}`])
      expect(links.read(wrong)).toBeUndefined();
  });

  test('of one purpose means nothing for another, nor under another key', () => {
    const stop = links.stopLinkFor(LEAD).split('/').at(-1) ?? '';
    const act = linkOf(JOIN).split('/').at(-1) ?? '';
    expect(links.readStop(stop)).toBe(LEAD);
    expect(links.read(stop)).toBeUndefined();
    expect(links.readStop(act)).toBeUndefined();
    expect(linksWith({ encryptionKey: Buffer.alloc(32, 2) }).read(act)).toBeUndefined();
  });

  test('is not made for what may not be done from a mail, nor when it would be too long', () => {
    expect(links.linkFor(LEAD, MAIL, { ...JOIN, command: 'mijn-gegevens' })).toBeUndefined();
    expect(links.linkFor(LEAD, MAIL, { ...JOIN, args: { bijdrage: 'x'.repeat(1_450) } })).toBeUndefined();
    expect(linkOf({ ...JOIN, args: { bijdrage: 'x'.repeat(900) } }).length).toBeLessThan(1_800);
  });

  test('works for thirty days', async () => {
    const link = linkOf(JOIN);
    clock = NOW.add({ hours: 30 * 24 });
    expect((await get(link)).status).toBe(200);
    clock = NOW.add({ hours: 30 * 24, seconds: 1 });
    const late = await post(link);
    expect(late.status).toBe(410);
    expect(await late.text()).toContain('Deze link is verlopen');
    expect(await answer()).toBeUndefined();
  });
});

describe('opening a link', () => {
  test('does nothing, however often; it tells what the button will do', async () => {
    const before = await store.revision();
    const page = await get(linkOf(JOIN));
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('Ja, we doen mee');
    expect(html).toContain('Week van de Veiligheid 2027');
    expect(html).toContain('Er is nog niets gebeurd');
    await fetch(here(linkOf(JOIN)), { method: 'HEAD' });
    expect(await store.revision()).toBe(before);
  });

  test('to answer a reminder tells what it is about', async () => {
    const nudge = await remindOf(CAMPAIGN);
    const args = { herinnering: nudge.id, antwoord: 'klaar' };
    const html = await (await get(linkOf({ label: 'Klaar', command: 'antwoord', args }))).text();
    expect(html).toContain('Week van de Veiligheid 2027');
    expect(html).not.toContain(`>${nudge.id}<`);
  });

  test('stays out of caches, search engines and the logs of other sites', async () => {
    for (const page of [await get(linkOf(JOIN)), await post(linkOf(JOIN)), await get(`${SITE}/doe/x.y`)]) {
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(page.headers.get('referrer-policy')).toBe('no-referrer');
      expect(page.headers.get('x-robots-tag')).toBe('noindex');
    }
  });

  test('that is forged or cut off is told kindly, in the language of the browser', async () => {
    const cut = await get(linkOf(JOIN).slice(0, -5));
    expect(cut.status).toBe(404);
    expect(await cut.text()).toContain('Deze link werkt niet');
    const english = await fetch(`${base}/doe/x.y`, { headers: { 'accept-language': 'en-GB,en' } });
    expect(await english.text()).toContain('This link does not work');
  });

  test('works no more once the person has another address, and does under the same one written otherwise', async () => {
    const link = linkOf(JOIN);
    await change(LEAD, { email: 'PIM@politie.example' });
    expect((await get(link)).status).toBe(200);
    await change(LEAD, { email: 'pim@elders.example' });
    expect((await get(link)).status).toBe(410);
    const late = await post(link);
    expect(late.status).toBe(410);
    expect(await late.text()).toContain('Deze link is verlopen');
    expect(await answer()).toBeUndefined();
  });

  test('that does not say what it is about does nothing', async () => {
    for (const command of ['antwoord', 'meedoen', 'wijzig'])
      expect((await post(linkOf({ label: 'x', command, args: {} }))).status).toBe(404);
  });

  test('of someone who left does nothing any more', async () => {
    const link = linkOf(JOIN);
    await change(LEAD, { active: false });
    expect((await get(link)).status).toBe(410);
    expect((await post(link)).status).toBe(410);
    expect(await answer()).toBeUndefined();
  });

  test('of a command that may no longer be done from a mail does nothing', async () => {
    const old = linkOf({ ...JOIN, command: 'vervalt' }, linksWith({ allowed: new Set(['vervalt']) }));
    expect((await post(old)).status).toBe(404);
  });
});

describe('pressing the button', () => {
  test('acts as the person that the mail went to, and shows the answer', async () => {
    const link = linkOf(JOIN);
    const page = await (await get(link)).text();
    const html = await (await post(link, formOf(page, JOIN.label))).text();
    expect(html).toContain('cr-notice-success');
    expect(await answer()).toBe('joins');
    const [row] = (await store.history(PARTICIPATION)).slice(-1);
    expect(row?.person).toBe(LEAD);
  });

  test('twice acts once, and after another answer a new visit acts anew', async () => {
    const link = linkOf(JOIN);
    const fields = formOf(await (await get(link)).text(), JOIN.label);
    await Promise.all([post(link, fields), post(link, fields)]);
    await post(link, fields);
    expect(await store.history(PARTICIPATION)).toHaveLength(1);
    await post(linkOf({ ...JOIN, args: { ...JOIN.args, antwoord: 'nee' } }));
    expect(await answer()).toBe('declines');
    await post(link, fields);
    expect(await answer()).toBe('declines');
    await post(link, formOf(await (await get(link)).text(), JOIN.label));
    expect(await answer()).toBe('joins');
  });

  test('gives no more rights than the person has', async () => {
    await change(LEAD, { role: 'reader' });
    const html = await (await post(linkOf(JOIN))).text();
    expect(html).toContain('cr-notice-error');
    expect(await answer()).toBeUndefined();
  });

  test('the answer offers only what may be done from a mail, each button signed by us', async () => {
    const html = await (await post(linkOf(JOIN))).text();
    const offers = offersOf(html);
    expect(offers.length).toBeGreaterThan(0);
    for (const { action } of offers) expect(ALLOWED.has(action.command)).toBe(true);
  });

  test.each([
    { command: 'meedoen', args: `{"campagne":"${CAMPAIGN}","antwoord":"ja"}` },
    { command: 'mijn-gegevens', args: '{"doe":"wis"}', confirmed: 'true' },
  ])('what the page did not offer is not done: %j', async (fields) => {
    const before = await store.revision();
    const reply = await post(linkOf(OPEN_FORM), fields);
    expect(reply.status).toBe(404);
    expect(await store.revision()).toBe(before);
  });

  test('other arguments than those that were signed do not count', async () => {
    await post(linkOf(JOIN), { 'arg:antwoord': 'nee', args: '{"antwoord":"nee"}', shown: 'antwoord' });
    expect(await answer()).toBe('joins');
  });

  test("another person's button does not work on this page", async () => {
    const other = linkOf(JOIN, links, 'person/coordinator-demo').split('/').at(-1) ?? '';
    expect((await post(linkOf(JOIN), { command: other, args: '{}' })).status).toBe(404);
    expect(await answer()).toBeUndefined();
  });

  test('too much is refused with a sentence', async () => {
    const reply = await post(linkOf(OPEN_FORM), { command: 'x', 'arg:bijdrage': 'x'.repeat(120_000) });
    expect(reply.status).toBe(413);
    expect(await reply.text()).toContain('Deze tekst is te lang');
  });
});

describe('a link that opens a form', () => {
  test('shows the form, filled with what is known, and does nothing yet', async () => {
    const before = await store.revision();
    const html = await (await get(linkOf(OPEN_FORM))).text();
    expect(html).toContain('name="arg:antwoord"');
    expect(html).toContain('name="arg:bijdrage"');
    expect(await store.revision()).toBe(before);
  });

  test('does what was filled in, once', async () => {
    const link = linkOf(OPEN_FORM);
    const html = await (await get(link)).text();
    const filled = {
      ...formOf(html),
      'arg:campagne': CAMPAIGN,
      'arg:antwoord': 'misschien',
      'arg:bijdrage': 'Een stand',
    };
    await Promise.all([post(link, filled), post(link, filled)]);
    expect(await store.get(PARTICIPATION)).toMatchObject({ answer: 'maybe', contribution: 'Een stand' });
    expect(await store.history(PARTICIPATION)).toHaveLength(1);
  });

  test('says beside the field what is wrong, and can be sent again from there', async () => {
    const link = linkOf(OPEN_FORM);
    const html = await (await get(link)).text();
    const wrong = await (
      await post(link, { ...formOf(html), 'arg:campagne': CAMPAIGN, 'arg:antwoord': '' })
    ).text();
    expect(wrong).toContain('cr-error');
    await post(link, { ...formOf(wrong), 'arg:campagne': CAMPAIGN, 'arg:antwoord': 'ja' });
    expect(await answer()).toBe('joins');
  });
});

describe('what a link is about', () => {
  test('stands above its form, and cannot be filled in there', async () => {
    const html = await (await get(linkOf(OPEN_FORM))).text();
    expect(html).toContain('Week van de Veiligheid 2027');
    expect(html).not.toMatch(/name="arg:(campagne|organisatie)"/);
  });

  test('cannot be posted to be another campaign or organisation', async () => {
    const link = linkOf(OPEN_FORM);
    const form = formOf(await (await get(link)).text());
    const wrong = { 'arg:campagne': OTHER, 'arg:organisatie': 'organisation/om', 'arg:antwoord': 'ja' };
    const { version } = (await store.get(OTHER)) ?? {};
    await post(link, { ...form, ...wrong, shown: 'campagne organisatie antwoord' });
    expect(await answer()).toBe('joins');
    const all = await store.list('participation', EVERYTHING);
    expect(all.filter(({ campaign }) => campaign === OTHER)).toEqual([]);
    const edit = linkOf(
      { label: 'Vul aan', command: 'wijzig', args: { campagne: CAMPAIGN }, opensForm: true },
      links,
      BOSS,
    );
    await post(edit, {
      ...formOf(await (await get(edit)).text()),
      'arg:campagne': OTHER,
      'arg:titel': 'Anders',
    });
    expect(await store.get(OTHER)).toMatchObject({ version });
    expect((await store.get(CAMPAIGN))?.title).toBe('Anders');
  });

  test('is all that the buttons of an answer are about', async () => {
    for (const { action } of offersOf(await (await post(linkOf(JOIN))).text()))
      expect(action.args.campagne).toBe(CAMPAIGN);
  });
});

describe('stopping the mail', () => {
  const isOff = async () => (await store.get(LEAD))?.emailOff;

  test('opening the link asks, and the button does it', async () => {
    const link = links.stopLinkFor(LEAD);
    const page = await get(link);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).toContain('Stop met mailen');
    expect(await isOff()).toBeUndefined();
    const done = await (await post(link)).text();
    expect(await isOff()).toBe(true);
    expect(done).toContain('Je krijgt geen mail meer');
    expect(done).toContain('mijn-gegevens');
    const [row] = (await store.history(LEAD)).slice(-1);
    expect(row).toMatchObject({ action: 'person.stop-email', person: LEAD });
  });

  test('a mail program does it in one click, a second time changes nothing', async () => {
    const link = links.stopLinkFor(LEAD);
    expect((await post(link, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    const revision = await store.revision();
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    expect((await fetch(here(link), { method: 'POST', body: form })).status).toBe(200);
    expect(await store.revision()).toBe(revision);
    expect(await isOff()).toBe(true);
  });

  test('still works after years, as mail programs expect', async () => {
    const link = links.stopLinkFor(LEAD);
    clock = NOW.add({ hours: 24 * 1_000 });
    expect((await post(link)).status).toBe(200);
    expect(await isOff()).toBe(true);
  });

  test('a forged link stops nothing', async () => {
    const link = links.stopLinkFor(LEAD);
    expect((await post(link.slice(0, -43) + 'A'.repeat(43))).status).toBe(404);
    expect((await get(links.stopLinkFor('person/nobody'))).status).toBe(404);
    expect(await isOff()).toBeUndefined();
  });
});
