import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { installationStore } from '../../src/adapters/slack/connect/installation-store.ts';
import { profileFrom } from '../../src/adapters/slack/profile-of.ts';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { scopeOf } from '../../src/domain/access/visibility.ts';
import { type LinkTarget, makeLinkCode } from '../../src/domain/tenant/link-code.ts';
import { encodeAction } from '../../src/render/action-value.ts';
import { known, workspace } from '../domain/tenant/people.ts';
import { sampleTask } from '../nudges/records.ts';
import { sampleCampaign } from '../support/samples.ts';
import { put } from '../support/test-store.ts';
import { partner } from './bringing.ts';
import {
  appUninstalled,
  blockActions,
  eventCallback,
  type Payload,
  slashCommand,
  tokensRevoked,
  userChange,
} from './peers/requests.ts';
import { wordsIn } from './reading.ts';
import { BANKS, POLICE, type Stage, startStage, type Team } from './stage.ts';

let stage: Stage;
let events = 0;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(async () => {
  expect(stage.server.violations).toEqual([]);
  await stage.close();
});

const happens = (event: Payload, team: Team = 'T1') =>
  stage.send(eventCallback({ team, event, eventId: `Ev${++events}` }));
const userOf = (who: string, team: Team = 'T1') => stage.server.person(team, who).id;
const meets = (who: string, team: Team = 'T1') =>
  stage.app.store.personWith({ platform: 'slack', tenant: team, user: userOf(who, team) });
const code = async (target: LinkTarget) =>
  (await makeLinkCode(stage.app.store, { actor: PROGRAM, at: stage.app.now() }, target)).code;
const callsAfter = (count: number) => stage.server.calls.slice(count);

/** What a coordinator in the other workspace sees of this one. */
async function inTheList(): Promise<string> {
  await stage.link('T2', BANKS);
  await partner(stage, 'T2', 'anna', { role: 'coordinator' });
  return (await stage.type('T2', 'anna', 'werkruimte lijst')).text;
}

describe('the app in a workspace', () => {
  it('installed again stays linked, and uses its new access', async () => {
    await stage.link('T1', POLICE);
    const old = stage.server.calls.at(-1)?.token;
    await stage.install('T1');
    const before = stage.server.calls.length;
    expect((await stage.type('T1', 'bram', 'kalender')).text).toMatch(/Kalender/);
    expect(callsAfter(before).map(({ method }) => method)).toContain('users.info');
    expect(callsAfter(before).map(({ token }) => token)).not.toContain(old);
  });

  test.each([
    ['was removed', appUninstalled()],
    ['lost its access', tokensRevoked([], ['U0CAMPAGNE'])],
  ])('that %s is not called any more, and coordinators see it', async (_what, event) => {
    await stage.link('T1', POLICE);
    const bram = await partner(stage, 'T1', 'bram');
    await happens(event);
    const before = stage.server.calls.length;
    await stage.type('T1', 'bram', 'kalender');
    const road = { platform: 'slack', tenant: 'T1', address: userOf('bram') } as const;
    const message = { type: 'message', title: 'Hoi', audience: 'private', sections: [] } as const;
    const outgoing = {
      delivery: 'd',
      kind: 'nudges',
      recipient: bram.id,
      locale: 'nl',
      campaigns: [],
    } as const;
    const sent = await stage.slack.platform.send({ ...outgoing, road, message }, AbortSignal.timeout(5_000));
    expect(sent).toMatchObject({ type: 'closed' });
    expect(callsAfter(before).filter(({ token }) => token !== '')).toEqual([]);
    expect(await stage.app.installations.read('T1')).toBeUndefined();
    expect(await inTheList()).toMatch(/Werkruimte T1, Slack, verwijderd op 23 november/);
  });

  it('is as it was when only people withdrew their access', async () => {
    await stage.link('T1', POLICE);
    await happens(tokensRevoked([userOf('bram')], []));
    expect((await stage.type('T1', 'bram', 'kalender')).text).toMatch(/Kalender/);
    expect(await inTheList()).toMatch(/Werkruimte T1, Slack, geïnstalleerd/);
  });

  it('is linked again as it was when it is installed after it was removed', async () => {
    await stage.link('T1', POLICE);
    await happens(appUninstalled());
    await stage.install('T1');
    expect((await stage.type('T1', 'bram', 'kalender')).text).toMatch(/Kalender/);
    expect(await inTheList()).toMatch(/Werkruimte T1, Slack, geïnstalleerd/);
  });
});

describe('an Enterprise Grid', () => {
  const grid = { id: 'E1', name: 'Concern' };
  /** Installed for all of the grid, as Slack would tell; the peer itself only knows installations in a workspace. */
  async function forAll(): Promise<void> {
    const { app, server } = stage;
    await stage.install('T1');
    const token = server.calls.findLast((call) => call.team === 'T1' && call.token !== '')?.token ?? '';
    await app.installations.remove('T1');
    await keep().storeInstallation({
      isEnterpriseInstall: true,
      enterprise: grid,
      team: undefined,
      bot: { token, scopes: [], id: 'B1', userId: server.bot('T1') },
      user: { token: undefined, scopes: undefined, id: userOf('anna') },
    });
    const linked = workspace({ id: 'tenant/slack~e1', tenant: 'E1', name: 'Concern' });
    const identity = (team: Team) => ({
      platform: 'slack' as const,
      tenant: 'E1',
      user: userOf('bram', team),
    });
    await put(
      app.store,
      linked,
      known('een', { identities: [identity('T1')] }),
      known('twee', { identities: [identity('T2')] }),
    );
  }
  const keep = () => {
    const { installations, store, now, config } = stage.app;
    const { slack } = config;
    if (slack?.mode !== 'http') throw new Error('the stage runs over HTTP');
    return installationStore({ installations, store, now, encryptionKey: slack.encryptionKey });
  };
  const asks = async (team: Team, isForAll: boolean): Promise<string> => {
    const { server } = stage;
    const before = server.responses.length;
    const command = slashCommand({
      team,
      user: userOf('bram', team),
      enterprise: 'E1',
      channel: server.channel(team, 'algemeen'),
      command: '/campagne',
      text: 'kalender',
      trigger: await server.newTrigger(team, userOf('bram', team)),
      responseUrl: server.newResponseUrl(team),
    });
    await stage.send({ ...command, is_enterprise_install: String(isForAll) });
    return wordsIn(server.responses.slice(before).map(({ body }) => body));
  };

  it('that installed the app for all is found from each of its workspaces', async () => {
    await forAll();
    // The stand-in knows no grids: to it, one token that looks up people of two workspaces is a breach.
    stage.server.script.push({ method: 'users.info', times: 2, does: { error: 'fatal_error' } });
    expect(await asks('T1', true)).toMatch(/Kalender/);
    expect(await asks('T2', true)).toMatch(/Kalender/);
    const breaches = stage.server.violations.splice(0);
    expect(breaches.filter((one) => !one.startsWith('T1 users.info'))).toEqual([]);
  });

  it('that removed it is gone as a whole', async () => {
    await forAll();
    const event = eventCallback({ team: 'T1', enterprise: 'E1', event: appUninstalled(), eventId: 'EvGrid' });
    const authorizations = [
      { enterprise_id: 'E1', team_id: null, user_id: 'U', is_bot: true, is_enterprise_install: true },
    ];
    await stage.send({ ...event, authorizations });
    expect(await stage.app.installations.read('E1')).toBeUndefined();
    expect((await stage.app.store.get('tenant/slack~e1'))?.goneAt).toBeDefined();
  });

  it('with the app in one workspace is that workspace', async () => {
    await stage.link('T1', POLICE);
    expect(await asks('T1', false)).toMatch(/Kalender/);
    expect(await meets('bram')).toMatchObject({ organisation: POLICE });
  });

  test.each([
    ['of the grid', 'E1', { team_id: 'T7', enterprise_user: { enterprise_id: 'E1', teams: ['T7'] } }, false],
    [
      'of another grid',
      'E1',
      { team_id: 'T8', enterprise_user: { enterprise_id: 'E2', teams: ['T8'] } },
      true,
    ],
    ['of a connected workspace', 'E1', { team_id: 'T9' }, true],
    ['of this workspace', 'T1', { team_id: 'T1' }, false],
    [
      'whose first workspace is another one of the grid',
      'T1',
      { team_id: 'T7', enterprise_user: { enterprise_id: 'E1', teams: ['T7', 'T1'] } },
      false,
    ],
    [
      'of another workspace of the grid',
      'T1',
      { team_id: 'T7', enterprise_user: { enterprise_id: 'E1', teams: ['T7'] } },
      true,
    ],
    ['that is a bot', 'T1', { team_id: 'T1', is_bot: true }, true],
  ])('takes somebody %s for a guest or not', (_who, tenant, user, guest) => {
    expect(profileFrom(user, tenant).guest).toBe(guest);
  });
});

describe('a code typed in Slack', () => {
  it('that is wrong is told beside its field, and five of them end it for an hour', async () => {
    await stage.install('T1');
    const right = await code({ organisations: [POLICE] });
    for (let tries = 0; tries < 5; tries++) {
      const { view } = await stage.type('T1', 'anna', `koppel AAAA-BBBB-CCC${tries}`);
      expect(wordsIn(view)).toMatch(/Deze code ken ik niet/);
    }
    expect(wordsIn((await stage.type('T1', 'anna', `koppel ${right}`)).view)).toMatch(
      /te veel verkeerde codes/,
    );
    expect((await stage.type('T1', 'anna', 'kalender')).text).toMatch(/nog niet gekoppeld/);
  });

  it('works in small letters and without dashes, once', async () => {
    await stage.install('T1');
    await stage.install('T2');
    const right = (await code({ organisations: [POLICE] })).toLowerCase().replaceAll('-', '');
    expect((await stage.type('T1', 'anna', `koppel ${right}`)).text).toMatch(/Politie/);
    expect(wordsIn((await stage.type('T2', 'anna', `koppel ${right}`)).view)).toMatch(
      /Deze code ken ik niet/,
    );
    expect((await stage.type('T1', 'bram', 'kalender')).text).toMatch(/Kalender/);
  });

  it('for two organisations asks everyone for which one they work', async () => {
    await stage.link('T1', POLICE, BANKS);
    const asked = await stage.type('T1', 'bram', 'kalender');
    expect(asked.text).toMatch(/Voor welke werk jij\?/);
    const chosen = await stage.press('T1', 'bram', asked, '2. NVB');
    expect(chosen.text).toMatch(/Je doet mee als lezer voor NVB/);
    expect(await meets('bram')).toMatchObject({ organisation: BANKS, role: 'reader' });
    expect((await stage.type('T1', 'bram', 'kalender')).text).toMatch(/Kalender/);
    expect((await stage.press('T1', 'bram', asked, '1. Politie')).text).toMatch(
      /Ik weet al voor wie je werkt/,
    );
  });

  it('for a person moves the account to who was entered, with what the reader held', async () => {
    await stage.link('T1', POLICE);
    await stage.type('T1', 'bram', 'help');
    const reader = await stage.person('T1', 'bram');
    await put(
      stage.app.store,
      known('bram', { role: 'partner', identities: [] }),
      sampleCampaign('herfst'),
      sampleTask('stand', { owners: [reader.id] }),
    );
    await stage.type('T1', 'bram', `koppel ${await code({ person: 'person/bram' })}`);
    expect((await stage.person('T1', 'bram')).id).toBe('person/bram');
    expect(await stage.app.store.get(reader.id)).toMatchObject({ active: false, identities: [] });
    expect(await stage.app.store.get('task/stand')).toMatchObject({ owners: ['person/bram'] });
  });

  it('of a guest does nothing', async () => {
    await stage.install('T1');
    const right = await code({ organisations: [POLICE] });
    const { text } = await stage.type('T1', 'gast', `koppel ${right}`);
    expect(text).toMatch(/Een gast kan niet koppelen/);
    expect((await stage.type('T1', 'anna', `koppel ${right}`)).text).toMatch(/Politie/);
  });
});

describe('first contact', () => {
  beforeEach(() => stage.link('T1', POLICE));

  it('makes a reader with Slack’s name, zone and language', async () => {
    Object.assign(stage.server.person('T1', 'bram'), { tz: 'America/Curacao', locale: 'en-GB' });
    expect((await stage.type('T1', 'bram', 'calendar')).text).toMatch(/Calendar/);
    expect(await meets('bram')).toMatchObject({
      name: 'Bram Jansen',
      organisation: POLICE,
      role: 'reader',
      contact: false,
      zone: 'America/Curacao',
      locale: 'en',
    });
  });

  it('by two requests at the same moment makes one person', async () => {
    const both = await Promise.all([stage.type('T1', 'bram', 'help'), stage.type('T1', 'bram', 'kalender')]);
    expect(both.map(({ text }) => text)).not.toContain('');
    const everyone = await stage.app.store.linked(
      'person',
      'organisation',
      POLICE,
      scopeOf(PROGRAM, stage.app.now()),
    );
    expect(everyone.filter(({ name }) => name === 'Bram Jansen')).toHaveLength(1);
  });

  it('by a guest, or somebody who was switched off, makes nobody', async () => {
    stage.server.person('T1', 'bram').deleted = true;
    for (const who of ['gast', 'bram']) {
      expect((await stage.type('T1', who, 'kalender')).text).toMatch(/Je bent hier te gast/);
      expect(await meets(who)).toBeUndefined();
    }
  });

  it('by somebody of a connected workspace makes nobody', async () => {
    const { server } = stage;
    const action = { action_id: 'run:0', value: encodeAction({ command: 'kalender', args: {} }) };
    await stage.send(
      blockActions({
        team: 'T1',
        user: 'U0ELDERS',
        userTeam: 'T9',
        channel: server.channel('T1', 'algemeen'),
        ephemeral: '1795430000.000001',
        action,
        trigger: await server.newTrigger('T1', userOf('bram')),
        responseUrl: server.newResponseUrl('T1'),
      }),
    );
    expect(wordsIn(server.responses.at(-1))).toMatch(/nog niet gekoppeld/);
    for (const tenant of ['T1', 'T9'])
      expect(
        await stage.app.store.personWith({ platform: 'slack', tenant, user: 'U0ELDERS' }),
      ).toBeUndefined();
  });
});

describe('somebody whose account changes in Slack', () => {
  const changes = (who: string, more: object) =>
    happens(userChange({ id: userOf(who), team_id: 'T1', real_name: 'Nieuwe Naam', ...more }));
  beforeEach(() => stage.link('T1', POLICE));

  test.each([
    ['is switched off', { deleted: true }],
    ['becomes a guest', { is_restricted: true }],
  ])('and %s is handed over to the stand-in', async (_what, more) => {
    const anna = await partner(stage, 'T1', 'anna');
    const bram = await partner(stage, 'T1', 'bram', { standIn: anna.id });
    await put(stage.app.store, sampleCampaign('herfst'), sampleTask('stand', { owners: [bram.id] }));
    await changes('bram', more);
    expect(await stage.app.store.get(bram.id)).toMatchObject({ active: false, identities: [] });
    expect(await stage.app.store.get('task/stand')).toMatchObject({ owners: [anna.id] });
    expect(await meets('bram')).toBeUndefined();
  });

  it('in any other way is as before', async () => {
    const bram = await partner(stage, 'T1', 'bram');
    await changes('bram', { tz: 'Asia/Tokyo', deleted: false });
    expect(await stage.app.store.get(bram.id)).toEqual(bram);
  });

  it('and has a Teams account as well only loses the one in Slack', async () => {
    const teams = { platform: 'teams', tenant: 'entra', user: 'bram' } as const;
    const { id, identities } = await partner(stage, 'T1', 'bram');
    await stage.change(id, { identities: [...identities, teams] });
    await changes('bram', { deleted: true });
    expect(await stage.app.store.get(id)).toMatchObject({ active: true, identities: [teams] });
  });

  it('and is the last coordinator stays, and the log says so', async () => {
    const { id } = await partner(stage, 'T1', 'bram', { role: 'coordinator' });
    await changes('bram', { deleted: true });
    expect(await stage.app.store.get(id)).toMatchObject({ active: true, identities: [] });
    expect(stage.logged.join('\n')).toMatch(/last coordinator’s account was switched off/);
  });
});

describe('an account that Slack did not tell of', () => {
  it('is looked at again after a day, and opens nothing once it is a guest’s', async () => {
    let hours = 0;
    const later = await startStage({ monotonic: () => hours * 3_600_000 });
    await later.link('T1', POLICE);
    await later.type('T1', 'bram', 'help');
    later.server.person('T1', 'bram').guest = true;
    hours = 23;
    expect((await later.type('T1', 'bram', 'kalender')).text).toContain('Kalender');
    hours = 25;
    await later.type('T1', 'bram', 'kalender');
    await expect(later.person('T1', 'bram')).rejects.toThrow('has not met');
    expect((await later.type('T1', 'bram', 'kalender')).text).toContain('te gast');
    await later.close();
  });

  it.each([
    'user_not_visible',
    'user_not_found',
    'fatal_error',
  ])('keeps all that is theirs when Slack only answers %s', async (error) => {
    let hours = 0;
    const later = await startStage({ monotonic: () => hours * 3_600_000 });
    await later.link('T1', POLICE);
    await later.type('T1', 'bram', 'help');
    hours = 25;
    later.server.script.push({ method: 'users.info', does: { error } });
    await later.type('T1', 'bram', 'kalender');
    expect(await later.person('T1', 'bram')).toMatchObject({ active: true });
    await later.close();
  });
});
