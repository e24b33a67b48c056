import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HttpSettings } from '../../src/adapters/slack/settings.ts';
import { deriveKey, unseal } from '../../src/core/secrets.ts';
import { tenantId } from '../../src/domain/tenant/tenant.ts';
import { beginInstall, decideInstall, installApp } from './peers/oauth.ts';
import { appUninstalled, eventCallback, tokensRevoked } from './peers/requests.ts';
import { POLICE, type Stage, startStage } from './stage.ts';

/** An installation is only kept when Slack allowed it to the very browser that began it. */

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.server.calls.length = 0;
});

const installer = () => ({ team: 'T1', user: stage.server.person('T1', 'anna').id });
const rows = () =>
  stage.app.database.sqlite.prepare('SELECT id, sealed FROM installation').all() as {
    id: string;
    sealed: Buffer;
  }[];

async function expectNotInstalled(response: Response): Promise<void> {
  expect(response.status).toBe(400);
  const page = await response.text();
  expect(page).toContain('Er is niets bewaard');
  expect(page).not.toMatch(/node_modules|Error:/);
  expect(rows().map(({ id }) => id)).toEqual([]);
  expect(await stage.app.store.get(tenantId('slack', 'T1'))).toBeUndefined();
  expect(stage.server.violations).toEqual([]);
}

interface Back {
  url: URL;
  /** What the browser sends along. */
  headers: Record<string, string>;
}

/** Somebody allowed it; what comes back to the app is changed by `change`. */
async function comeBack(change: (back: Back) => void): Promise<Response> {
  const { cookie, authorize } = await beginInstall(stage.base, stage.server);
  const url = new URL(await decideInstall(stage.server, authorize, installer()));
  const back: Back = { url, headers: { cookie } };
  change(back);
  return fetch(back.url, { headers: back.headers, redirect: 'manual' });
}

describe('an installation', () => {
  it.each<[string, (back: Back) => void]>([
    ['a state of its own making', ({ url }) => url.searchParams.set('state', 'verzonnen')],
    [
      'a state that was changed',
      ({ url }) => url.searchParams.set('state', `${url.searchParams.get('state')}x`),
    ],
    ['no state', ({ url }) => url.searchParams.delete('state')],
    ['no cookie', (back) => Object.assign(back, { headers: {} })],
    ['an empty cookie', ({ headers }) => Object.assign(headers, { cookie: 'slack-app-oauth-state=' })],
    ['no code', ({ url }) => url.searchParams.delete('code')],
  ])('with %s is refused, and the code is not used', async (_name, how) => {
    await expectNotInstalled(await comeBack(how));
    expect(stage.server.calls.filter(({ body }) => body.code)).toEqual([]);
  });

  it('that another browser began is refused', async () => {
    const other = await beginInstall(stage.base, stage.server);
    await expectNotInstalled(await comeBack((back) => Object.assign(back.headers, { cookie: other.cookie })));
    expect(stage.server.calls).toEqual([]);
  });

  it('that was cancelled keeps nothing', async () => {
    await expectNotInstalled(await installApp(stage.base, stage.server, { ...installer(), cancels: true }));
  });

  it.each([
    { error: 'invalid_code' },
    { status: 500 },
    { drop: 'before' as const },
    { drop: 'after' as const },
  ])('keeps nothing when Slack answers %o', async (does) => {
    stage.server.script.push({ method: 'oauth.v2.access', does });
    await expectNotInstalled(await stage.install('T1'));
  });

  it('works once: neither its state nor its code opens anything again', async () => {
    const { cookie, authorize } = await beginInstall(stage.base, stage.server);
    const back = await decideInstall(stage.server, authorize, { ...installer(), team: 'T1' });
    const first = await fetch(back, { headers: { cookie } });
    expect(first.status).toBe(200);
    // The browser throws the cookie away.
    expect(first.headers.getSetCookie().join()).toMatch(
      /slack-app-oauth-state=(deleted)?;.*(Max-Age=0|1970)/i,
    );
    const kept = rows();
    expect(kept).toHaveLength(1);
    expect((await fetch(back)).status).toBe(400);
    expect((await fetch(back, { headers: { cookie } })).status).toBe(400);
    expect(rows()).toEqual(kept);
  });
});

describe('the access to a workspace', () => {
  it('is kept so that only its own key opens it, and only as that workspace’s', async () => {
    await stage.link('T1', POLICE);
    await stage.type('T1', 'anna', 'help');
    const { token } = stage.server.calls.find(({ team, token }) => team === 'T1' && token) ?? { token: '' };
    expect(token).toMatch(/^xoxb-/);
    const [{ id, sealed } = { id: '', sealed: Buffer.of() }] = rows();
    const { encryptionKey } = stage.app.config.slack as HttpSettings;
    const key = deriveKey(encryptionKey, 'slack installations');
    expect(unseal(key, sealed, id)).toContain(token);
    expect(unseal(key, sealed, 'T2')).toBeUndefined();
    expect(unseal(deriveKey(encryptionKey, 'iets anders'), sealed, id)).toBeUndefined();
    expect(unseal(deriveKey(randomBytes(32), 'slack installations'), sealed, id)).toBeUndefined();
    expect(unseal(key, sealed.with?.(40, 0) as Buffer, id)).toBeUndefined();
    const whole = stage.app.database.sqlite.serialize();
    expect(whole.includes('Werkruimte T1')).toBe(true);
    for (const secret of ['xoxb-', token.slice(-12)]) expect(whole.includes(secret)).toBe(false);
  });

  it.each([
    ['the app was removed', appUninstalled()],
    ['it was withdrawn', tokensRevoked([], ['U0BOT'])],
  ])('is thrown away when %s', async (name, event) => {
    await stage.install('T1');
    expect(rows()).toHaveLength(1);
    await stage.send(eventCallback({ team: 'T1', event, eventId: `Ev ${name}` }));
    expect(rows()).toEqual([]);
    expect((await stage.app.store.get(tenantId('slack', 'T1')))?.goneAt).toBeDefined();
  });

  it('stays when only people withdrew theirs', async () => {
    await stage.install('T1');
    const event = tokensRevoked(['U0ANNA'], []);
    await stage.send(eventCallback({ team: 'T1', event, eventId: 'Ev-mens' }));
    expect(rows()).toHaveLength(1);
  });
});
