import { beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { queue } from '../delivery/queue.ts';
import { workplace } from './program.ts';

const recipient = 'person/politie-demo';
let place: ReturnType<typeof workplace>;

beforeEach(async () => {
  place = workplace();
  await place.cli(['outbox', 'list']);
  const { database } = openStore({ path: place.database });
  const more = { recipient, lane: 'slack T1', closedRoads: '["email mail.example.org a@mail.example.org"]' };
  queue(database, 'waits', { ...more, reason: 'busy: 429', attempts: 1, text: 'What was written' });
  queue(database, 'dead', { ...more, state: 'dead', reason: 'roads-closed', due: 1 });
  queue(database, 'sent', { ...more, state: 'sent', sentAt: Date.UTC(2026, 10, 23, 9, 0, 1) });
  database.close();
});

describe('the list of messages', () => {
  test('shows state, recipient, moments with their offset, attempts and reason', async () => {
    const { code, out, err } = await place.cli(['outbox', 'list']);
    expect([code, err]).toEqual([0, '']);
    const made = 'made 2026-11-23T10:00:00+01:00';
    expect(out.trim().split('\n').toSorted()).toEqual([
      `dead\tdead\tnudges\tpolitie-demo\t${made}\tuntil 2026-11-24T10:00:00+01:00\t0 attempts\troads-closed`,
      `sent\tsent\tnudges\tpolitie-demo\t${made}\tsent 2026-11-23T10:00:01+01:00\t0 attempts`,
      `waits\tqueued\tnudges\tpolitie-demo\t${made}\tnext 2026-11-23T10:00:00+01:00\t1 attempt\tbusy: 429`,
    ]);
  });

  test('takes one state, and as JSON shows neither text nor address', async () => {
    expect((await place.cli(['outbox', 'list', '--state', 'dead'])).out).toMatch(/^dead\t[^\n]*\n$/);
    const { out } = await place.cli(['outbox', 'list', '--state', 'queued', '--json']);
    const shown = { id: 'waits', state: 'queued', recipient, nextAt: '2026-11-23T10:00:00+01:00' };
    expect(JSON.parse(out)).toMatchObject([shown]);
    expect(out).not.toMatch(/What was written|mail\.example/);
  });
});

describe('a message that could not be sent', () => {
  test('is tried again for three days', async () => {
    const { code, out } = await place.cli(['outbox', 'retry', 'dead']);
    expect(code).toBe(0);
    expect(out).toMatch(/^dead is tried again until \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00\.\n$/);
    expect((await place.cli(['outbox', 'list', '--state', 'queued'])).out).toMatch(/^dead\t/m);
  });

  test('is dropped, as is one that waits', async () => {
    for (const id of ['dead', 'waits'])
      expect((await place.cli(['outbox', 'drop', id])).out).toBe(`${id} is dropped: it is not sent.\n`);
    expect((await place.cli(['outbox', 'list', '--state', 'superseded'])).out).toContain('\tdropped\n');
  });
});

describe('a call that cannot be', () => {
  test('says what stands in the way', async () => {
    const said = async (...args: string[]) => {
      const { code, err } = await place.cli(['outbox', ...args]);
      return `${code} ${err.split('\n')[0]}`;
    };
    expect(await said('retry', 'sent')).toBe(
      '1 sent is sent. Only expired and dead messages can be tried again.',
    );
    expect(await said('drop', 'sent')).toMatch(/^1 sent is sent\. Only messages that are queued/);
    expect(await said('drop', 'x')).toBe('1 No message has the id "x". "outbox list" shows them.');
    expect(await said()).toBe('2 Say what to do.');
    expect(await said('send')).toBe('2 "send" is not list, retry or drop.');
    expect(await said('list', '--state', 'gone')).toMatch(/^2 --state is one of queued, sent, /);
    expect(await said('retry')).toBe('2 The id is missing.');
  });
});
