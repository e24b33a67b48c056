import { fork } from 'node:child_process';
import { once } from 'node:events';
import https from 'node:https';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FloodResult } from './forged-flood.ts';
import { executeAction, message, taskSubmit } from './peers/activities.ts';
import { at } from './peers/at.ts';
import { FORGERIES } from './peers/forgeries.ts';
import type { Json } from './peers/json.ts';
import { knock } from './peers/send.ts';
import { POLICE, type Stage, startStage } from './stage.ts';

/** Whoever is not the Bot Connector gets no further than the door, and leaves nothing behind. */

let stage: Stage;
let revision: number;

beforeAll(async () => {
  stage = await startStage();
  await stage.link('T1', POLICE);
});
afterAll(() => stage.close());
beforeEach(async () => {
  stage.connector.calls.length = 0;
  stage.logged.length = 0;
  revision = await stage.app.store.revision();
});

async function expectNothingDone(): Promise<void> {
  await stage.teams.settled();
  expect(await stage.app.store.revision()).toBe(revision);
  expect(stage.connector.calls).toEqual([]);
  expect(stage.connector.violations).toEqual([]);
}

const anna = () => at(stage.connector, 'T1');
const forgery = (name: string) => FORGERIES[name]?.(stage.openid, anna().serviceUrl);

async function comes(name: string, activity: Json) {
  return knock(stage.base, { authorization: forgery(name), body: JSON.stringify(activity) });
}

describe('a forged token', () => {
  it.each(Object.keys(FORGERIES))('gets 401, and nothing happens: %s', async (name) => {
    const elsewhere = vi.spyOn(https, 'request');
    const activities = [
      message(anna(), 'kalender'),
      message(anna(), `koppel ABCD-EFGH-JKLM`),
      executeAction(anna(), { verb: 'help', data: {}, replyToId: '1' }),
      taskSubmit(anna(), { cr: '{"c":"help"}' }),
    ];
    for (const activity of activities) {
      const { status, text, headers } = await comes(name, activity);
      expect(status).toBe(401);
      expect(text.length).toBeLessThan(200);
      expect(text).not.toMatch(/\n\s+at |node_modules|\.[jt]s:/);
      expect(headers).not.toHaveProperty('x-powered-by');
    }
    expect(elsewhere).not.toHaveBeenCalled();
    elsewhere.mockRestore();
    await expectNothingDone();
  });

  it('is refused before its body is read, whatever the body is', async () => {
    for (const body of ['', '{', 'null', '[[[', 'x'.repeat(1_000_000)])
      expect((await knock(stage.base, { authorization: forgery('garbage'), body })).status).toBe(401);
    await expectNothingDone();
  });

  it('writes no line in the log that holds it', async () => {
    for (const name of Object.keys(FORGERIES)) {
      const authorization = forgery(name);
      stage.logged.length = 0;
      await knock(stage.base, { authorization, body: JSON.stringify(message(anna(), 'Vuursalamander')) });
      const log = stage.logged.join('\n');
      expect(log).not.toContain('Vuursalamander');
      for (const part of String(authorization ?? '')
        .split('.')
        .filter((each) => each.length > 20))
        expect(log).not.toContain(part);
    }
  });

  it('does not keep the right one out', async () => {
    for (const name of Object.keys(FORGERIES)) await comes(name, message(anna(), 'help'));
    expect((await stage.type('T1', 'anna', 'help')).text).not.toBe('');
  });
});

describe('a right token', () => {
  it('is no good for what comes from another service URL', async () => {
    const activity = { ...message(anna(), 'help'), serviceUrl: 'https://smba.example/emea/' };
    const authorization = `Bearer ${stage.openid.mint(anna().serviceUrl)}`;
    expect((await knock(stage.base, { authorization, body: JSON.stringify(activity) })).status).toBe(401);
    await expectNothingDone();
  });

  it('goes on being taken when Microsoft changes its keys', async () => {
    stage.openid.rotate();
    // Who lately sent an unknown key id may have used up the right to ask for new keys for a while.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    try {
      expect((await stage.type('T1', 'anna', 'help')).text).not.toBe('');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('while the keys cannot be asked', () => {
  it('nobody comes in, and the Bot Connector is asked to come again', async () => {
    const other = await startStage();
    other.openid.setDown(true);
    other.connector.install(other.connector.person('T1', 'anna').personal);
    const from = at(other.connector, 'T1');
    const right = () => `Bearer ${other.openid.mint(from.serviceUrl)}`;
    const body = JSON.stringify(message(from, 'help'));
    expect((await knock(other.base, { authorization: right(), body })).status).toBe(503);
    for (const name of ['garbage', 'of which the algorithm is none', 'for another audience'])
      expect([401, 503]).toContain(await knocksAt(other, name));
    expect(other.connector.calls).toEqual([]);
    other.openid.setDown(false);
    expect((await knock(other.base, { authorization: right(), body })).status).toBe(200);
    await other.close();
  });

  async function knocksAt(other: Stage, name: string): Promise<number> {
    const from = at(other.connector, 'T1');
    const authorization = FORGERIES[name]?.(other.openid, from.serviceUrl);
    return (await knock(other.base, { authorization, body: JSON.stringify(message(from, 'help')) })).status;
  }
});

describe('what the log says', () => {
  it('of a refused request is why, once in a while, and nothing of the token', async () => {
    const own = await startStage();
    const from = at(own.connector, 'T1');
    const body = JSON.stringify(message(from, 'help'));
    for (const name of ['for another audience', 'for another audience', 'no header', 'no header'])
      await knock(own.base, { authorization: FORGERIES[name]?.(own.openid, from.serviceUrl), body });
    expect(own.logged).toEqual([
      expect.stringContaining('ERR_JWT_CLAIM_VALIDATION_FAILED aud'),
      expect.stringContaining('no token'),
    ]);
    await own.close();
  });
});

describe('ten thousand forged requests', () => {
  const MANY = 10_000;
  const MOST_BYTES = 4_000_000;
  let result: FloodResult;

  beforeAll(async () => {
    const child = fork(new URL('forged-flood.ts', import.meta.url), [String(MANY)], {
      execArgv: ['--expose-gc'],
    });
    const [message] = await once(child, 'message');
    result = message as FloodResult;
    if (child.exitCode === null) await once(child, 'exit');
  }, 120_000);

  it('are all refused, and change nothing', () => {
    expect(result.statuses).toEqual({ 401: MANY });
    expect(result.revision.after).toBe(result.revision.before);
    expect(result.calls).toBe(0);
  });

  it('leave no memory in use', () => {
    expect(result.grown).toBeLessThan(MOST_BYTES);
  });

  it('do not make the keys asked for each time', () => {
    expect(result.asked).toBeLessThan(100);
  });

  it('do not fill the log', () => {
    expect(result.logged).toBeLessThan(MANY / 10);
  });
});
