import { createServer, type Server } from 'node:http';
import express from 'express';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AnswerLinks, answerLinks } from '../../src/adapters/email/answer-links.ts';
import { emailRoutes } from '../../src/adapters/email/email-routes.ts';
import { randomIds } from '../../src/core/ids.ts';
import type { Nudge } from '../../src/domain/nudge/nudge.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import type { Action } from '../../src/reply/reply.ts';
import { closeServer, listen } from '../../src/web/http-server.ts';
import { anna, chris, only, PEOPLE, readyCampaign, sampleTask } from '../nudges/records.ts';
import { type Stage, stage } from '../nudges/stage.ts';
import { registry } from '../support/ask.ts';
import { draftsOf, messagesOf, put } from '../support/test-store.ts';

const SITE = 'https://regie.example';
const MAIL = 'anna@politie.example';

let play: Stage;
let links: AnswerLinks;
let server: Server;
let base: string;
let one: Nudge;
let other: Nudge;

/** Two tasks of Anna's, each with a reminder that waits. */
beforeEach(async () => {
  const tasks = ['een', 'twee'].map((name) => sampleTask(name, { due: { date: '2027-02-20' } }));
  const records = [...PEOPLE, readyCampaign('herfst'), ...tasks];
  play = await stage({ at: '2027-02-15T08:00', rules: only('task-due') }, ...records);
  await play.runUntil('2027-02-15T12:00');
  const nudges = play.got.flatMap((got) => got.nudges);
  [one, other] = nudges.filter(({ recipient }) => recipient === anna.id) as [Nudge, Nudge];
  await put(play.store, { ...(await play.store.get(anna.id)), email: MAIL } as AnyRecord);
  const now = () => play.now;
  const allowed = new Set(['antwoord']);
  links = answerLinks({ encryptionKey: Buffer.alloc(32, 1), publicUrl: SITE, allowed, now });
  const { store } = play;
  const around = {
    store,
    messages: messagesOf(store),
    drafts: draftsOf(store),
    timelineUrl: () => undefined,
    insightUrl: () => undefined,
    ids: randomIds(),
    now,
    publicUrl: SITE,
  };
  server = createServer(express().use(emailRoutes({ ...around, registry, links })));
  base = `http://127.0.0.1:${await listen(server, '127.0.0.1', 0)}`;
});
afterEach(() => closeServer(server));

function linkOf(more: Partial<Action>): string {
  const link = links.linkFor(anna.id, MAIL, {
    label: 'Anders…',
    command: 'antwoord',
    args: { herinnering: one.id },
    ...more,
  });
  return (link ?? '').replace(SITE, base);
}

const post = async (link: string, fields: Record<string, string>) =>
  (await fetch(link, { method: 'POST', body: new URLSearchParams(fields) })).text();

/** What every form of a page sends by itself. */
function formsOf(html: string): Record<string, string>[] {
  return html
    .split('<form')
    .slice(1)
    .map((part) => {
      const pairs = [...part.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
      return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
    });
}

const answers = async () =>
  (await Promise.all([one, other].map(({ id }) => messagesOf(play.store).nudges.get(id)))).map(
    (nudge) => nudge?.answer?.word,
  );

describe('a link to answer a reminder', () => {
  test('lists no people and no other reminders', async () => {
    const html = await (await fetch(linkOf({ opensForm: true }))).text();
    expect(html).toContain('name="arg:antwoord"');
    expect(html).not.toMatch(/person\/|arg:aan|arg:herinnering/);
    expect(html).not.toContain(other.id);
    expect(html).not.toContain(chris.name);
  });

  test('answers that one, whatever other was posted', async () => {
    const link = linkOf({ opensForm: true });
    const [form] = formsOf(await (await fetch(link)).text());
    const fields = { 'arg:herinnering': other.id, 'arg:antwoord': 'klaar', shown: 'herinnering antwoord' };
    await post(link, { ...form, ...fields });
    expect(await answers()).toEqual(['done', undefined]);
  });

  test('leads to no other from its answer', async () => {
    const link = linkOf({ label: 'Klaar', args: { herinnering: one.id, antwoord: 'klaar' } });
    const html = await post(link, { key: '1' });
    expect(await answers()).toEqual(['done', undefined]);
    expect(html).not.toContain(other.id);
    const commands = formsOf(html).map(({ command = '' }) => links.read(command));
    expect(commands).toEqual([]);
  });

  test('says that handing over is done elsewhere, whoever was posted', async () => {
    const link = linkOf({ opensForm: true });
    const [form] = formsOf(await (await fetch(link)).text());
    const html = await post(link, { ...form, 'arg:antwoord': 'overdragen', 'arg:aan': chris.id });
    expect(html).toContain('Dit kan niet via de mail');
    expect(await answers()).toEqual([undefined, undefined]);
  });
});
