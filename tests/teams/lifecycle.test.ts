import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { scopeOf } from '../../src/domain/access/visibility.ts';
import { makeLinkCode } from '../../src/domain/tenant/link-code.ts';
import { channelChanged, installationUpdate, membersChanged, teamChanged } from './peers/activities.ts';
import { at } from './peers/at.ts';
import { BANKS, POLICE, type Stage, startStage, type TenantName } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(async () => {
  expect(stage.connector.violations).toEqual([]);
  await stage.close();
});

const tenantOf = (tenant: TenantName) =>
  stage.app.store.get(`tenant/teams~${stage.connector.tenant(tenant).id}`);

async function codeFor(...organisations: (typeof POLICE)[]): Promise<string> {
  const by = { actor: PROGRAM, at: stage.app.now() };
  return (await makeLinkCode(stage.app.store, by, { organisations })).code;
}

/** A channel of the police that gets the weekly digest. */
async function channelIsSubscribed(): Promise<{ id: string; name: string }> {
  await stage.link('T1', POLICE);
  await stage.type('T1', 'anna', 'help');
  await stage.change((await stage.person('T1', 'anna')).id, { role: 'coordinator' });
  await stage.type('T1', 'anna', 'kanaal aan', { where: 'campagnes' });
  return stage.connector.channel('T1', 'campagnes');
}

async function subscriptions() {
  return stage.app.store.list('subscription', scopeOf(PROGRAM, stage.app.now()));
}

describe('installing', () => {
  it('for a person enters the tenant, and says what to do first', async () => {
    await stage.install('T1', 'personal', 'anna');
    expect(await tenantOf('T1')).toMatchObject({ name: 'politie.example', organisations: [] });
    const [hello] = stage.connector.shown(stage.connector.person('T1', 'anna').personal);
    expect(JSON.stringify(hello?.activity)).toContain('koppel');
  });

  it('in a team greets it once, without telling anything, and knows all its channels', async () => {
    await stage.link('T1', POLICE);
    const hello = stage.connector
      .shown(stage.connector.channel('T1', 'algemeen').id)
      .filter(({ for: only }) => only === undefined);
    expect(hello).toHaveLength(1);
    const { id: tenant, team } = stage.connector.tenant('T1');
    const known = await stage.app.references.ofTeam(tenant, team.id);
    expect(known.map(({ name }) => name)).toEqual(
      expect.arrayContaining([team.name, 'campagnes', 'gedeeld']),
    );
  });

  it('anew holds what the tenant was linked to before', async () => {
    await stage.link('T1', POLICE);
    await stage.uninstall('T1', 'personal', 'anna');
    await stage.uninstall('T1', 'algemeen');
    expect((await tenantOf('T1'))?.goneAt).toBeDefined();
    await stage.install('T1', 'personal', 'anna');
    expect(await tenantOf('T1')).toMatchObject({ organisations: [POLICE] });
    expect((await tenantOf('T1'))?.goneAt).toBeUndefined();
    expect((await stage.type('T1', 'anna', 'kalender')).text).toContain('Money Mule');
  });

  it('of a newer package changes nothing', async () => {
    await stage.link('T1', POLICE);
    await stage.type('T1', 'anna', 'help');
    const before = await stage.app.store.revision();
    expect(
      (await stage.send(installationUpdate(at(stage.connector, 'T1', 'anna'), 'add-upgrade'))).status,
    ).toBe(200);
    expect(await stage.app.store.revision()).toBe(before);
  });
});

describe('removing', () => {
  it('forgets the conversation, also when Teams does not say who removed it', async () => {
    await stage.install('T1', 'personal', 'bram');
    const { id: tenant } = stage.connector.tenant('T1');
    const { aadObjectId, personal } = stage.connector.person('T1', 'bram');
    expect((await stage.app.references.find(tenant, String(aadObjectId)))?.conversation).toBe(personal);
    const removal = installationUpdate(at(stage.connector, 'T1', 'bram'), 'remove');
    const { aadObjectId: _unsaid, ...from } = removal.from as Record<string, unknown>;
    await stage.send({ ...removal, from });
    expect(await stage.app.references.find(tenant, String(aadObjectId))).toBeUndefined();
  });

  it('right after installing leaves nothing behind, however slow Teams is to say who did', async () => {
    const gate = Promise.withResolvers<void>();
    const heard = Promise.withResolvers<void>();
    stage.connector.install(stage.connector.person('T1', 'bram').personal);
    stage.connector.script.push({ call: 'member', does: { when: gate.promise, heard: heard.resolve } });
    const from = at(stage.connector, 'T1', 'bram');
    const added = stage.send(installationUpdate(from, 'add'));
    await heard.promise;
    const removed = stage.send(installationUpdate(from, 'remove'));
    // A whole other request goes by, so that the removal has come in while the installation is still held.
    await stage.send(installationUpdate(from, 'add'), { token: 'geen' });
    gate.resolve();
    await Promise.all([added, removed]);
    const { id: tenant } = stage.connector.tenant('T1');
    const { aadObjectId } = stage.connector.person('T1', 'bram');
    expect(await stage.app.references.find(tenant, String(aadObjectId))).toBeUndefined();
  });

  it('of whoever belongs to nobody here is made good each night', async () => {
    await stage.link('T1', POLICE);
    await stage.install('T2', 'group');
    await stage.type('T2', 'anna', 'kalender', { where: 'group' });
    const [police, bank] = [stage.connector.tenant('T1').id, stage.connector.tenant('T2').id];
    expect(await stage.app.references.anyOf(bank)).toBeDefined();
    await stage.app.references.removeStrangers([police]);
    expect(await stage.app.references.anyOf(bank)).toBeUndefined();
    expect(
      await stage.app.references.find(police, stage.connector.channel('T1', 'campagnes').id),
    ).toBeDefined();
  });
});

describe('linking', () => {
  it('opens the tenant for everyone in it, with a code that works once', async () => {
    await stage.install('T1', 'personal', 'anna');
    await stage.install('T2', 'personal', 'anna');
    const code = await codeFor(POLICE);
    expect((await stage.type('T1', 'anna', `koppel ${code}`)).text).toContain('Politie');
    await stage.install('T1', 'personal', 'bram');
    expect((await stage.type('T1', 'bram', 'kalender')).text).toContain('Money Mule');
    expect((await stage.type('T2', 'anna', `koppel ${code}`)).text).toContain('code');
    expect((await tenantOf('T2'))?.organisations).toEqual([]);
  });

  it('works by the form behind the button as well', async () => {
    await stage.install('T1', 'personal', 'anna');
    const told = await stage.type('T1', 'anna', 'kalender');
    const form = await stage.press('T1', 'anna', told, 'Vul de code in');
    const code = await codeFor(POLICE);
    const linked = await stage.submit('T1', 'anna', form.dialog as never, { 'arg:code': code });
    expect(linked.text).toContain('Politie');
  });

  it('of a tenant that several share asks for whom one works, first', async () => {
    await stage.install('T1', 'personal', 'anna');
    await stage.type('T1', 'anna', `koppel ${await codeFor(POLICE, BANKS)}`);
    const asked = await stage.type('T1', 'anna', 'kalender');
    expect(asked.text).not.toContain('Money Mule');
    await stage.press('T1', 'anna', asked, '1. Politie');
    expect((await stage.type('T1', 'anna', 'kalender')).text).toContain('Money Mule');
    expect((await stage.person('T1', 'anna')).organisation).toBe(POLICE);
  });

  it('is open to a tenant of which the installation was missed', async () => {
    stage.connector.install(stage.connector.person('T1', 'anna').personal);
    expect((await stage.type('T1', 'anna', `koppel ${await codeFor(POLICE)}`)).text).toContain('Politie');
  });
});

describe('unlinking', () => {
  it('warns a coordinator whose own tenant it is', async () => {
    await stage.link('T1', POLICE);
    await stage.type('T1', 'anna', 'help');
    await stage.change((await stage.person('T1', 'anna')).id, { role: 'coordinator' });
    const { id } = (await tenantOf('T1')) as { id: string };
    const asked = await stage.type('T1', 'anna', `werkruimte ontkoppel ${id}`);
    expect(asked.text).toContain('waarin je nu werkt');
    expect((await tenantOf('T1'))?.organisations).toEqual([POLICE]);
  });
});

describe('a channel with a digest', () => {
  it('is named as Teams names it', async () => {
    await channelIsSubscribed();
    expect(await subscriptions()).toMatchObject([{ name: 'campagnes', platform: 'teams', active: true }]);
  });

  it('follows the name of the channel, unless it was given one of its own', async () => {
    const channel = await channelIsSubscribed();
    channel.name = 'acties';
    await stage.send(
      channelChanged(at(stage.connector, 'T1', 'anna', 'algemeen'), 'channelRenamed', channel),
    );
    expect(await subscriptions()).toMatchObject([{ name: 'acties' }]);
  });

  it('gets none any more when the channel is deleted', async () => {
    const channel = await channelIsSubscribed();
    await stage.send(
      channelChanged(at(stage.connector, 'T1', 'anna', 'algemeen'), 'channelDeleted', channel),
    );
    expect(await subscriptions()).toMatchObject([{ active: false }]);
  });

  it.each([
    'teamDeleted',
    'teamHardDeleted',
    'teamArchived',
  ] as const)('gets none any more after %s', async (event) => {
    await channelIsSubscribed();
    await stage.send(teamChanged(at(stage.connector, 'T1', 'anna', 'algemeen'), event));
    expect(await subscriptions()).toMatchObject([{ active: false }]);
  });

  it('gets none any more when the bot is taken out of the team, whichever way Teams tells it', async () => {
    await channelIsSubscribed();
    await stage.send(membersChanged(at(stage.connector, 'T1', 'anna', 'algemeen'), 'removed', 'bot'));
    expect(await subscriptions()).toMatchObject([{ active: false }]);
    expect((await tenantOf('T1'))?.goneAt).toBeUndefined();
  });

  it('goes on when people leave the team', async () => {
    await channelIsSubscribed();
    const people = [stage.connector.person('T1', 'bram')];
    await stage.send(membersChanged(at(stage.connector, 'T1', 'anna', 'algemeen'), 'removed', people));
    expect(await subscriptions()).toMatchObject([{ active: true }]);
  });
});
