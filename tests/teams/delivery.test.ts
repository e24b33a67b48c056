import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { HOME_ZONE } from '../../src/core/clock.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { setTenantOrganisations } from '../../src/domain/tenant/manage-tenant.ts';
import { sampleSubscription, sampleTask } from '../nudges/records.ts';
import { type Bringing, bringingOver } from '../support/bringing.ts';
import { sampleActor, sampleCampaign } from '../support/samples.ts';
import { put } from '../support/test-store.ts';
import { lateTask, partner } from './bringing.ts';
import { executeAction } from './peers/activities.ts';
import { at } from './peers/at.ts';
import type { Does } from './peers/script.ts';
import { buttonIn, type Json, wordsIn } from './reading.ts';
import { BANKS, POLICE, type Stage, startStage, type TenantName } from './stage.ts';

let stage: Stage;
let time = 0;
beforeEach(async () => {
  stage = await startStage({ monotonic: () => (time += 5_000) });
  await stage.link('T1', POLICE);
});
afterEach(async () => {
  expect(stage.connector.violations).toEqual([]);
  await stage.close();
});

const MONDAY = '2026-11-23T08:31';
const CHANNEL: Id<'subscription'> = 'subscription/kanaal';

const bringing = (): Promise<Bringing> => bringingOver(stage.app, ['task-overdue'], [stage.teams.platform]);

/** What stands between the bot and somebody that came by itself since this was first asked, oldest first. */
const received = (tenant: TenantName, who: string) =>
  stage.connector
    .shown(stage.connector.person(tenant, who).personal)
    .filter(({ activity }) => /Taak (stand|een|twee|taak)/.test(wordsIn(activity)));

/** Bram of the police has a task that is late: the bot will tell him on Monday morning. */
async function bramIsLate(): Promise<Bringing> {
  const bram = await partner(stage, 'T1', 'bram');
  await lateTask(stage, bram.id);
  return bringing();
}

const does = (what: Does, call: 'create' | 'conversation' = 'create', times = 1) =>
  stage.connector.script.push({ call, does: what, times });

const states = async (bot: Bringing) =>
  (await bot.deliveries()).map(({ state, reason }) => [state, reason].filter(Boolean).join(' '));

describe('what the bot sends by itself', () => {
  it('comes in the personal conversation, with a line for the notification', async () => {
    const bot = await bramIsLate();
    await bot.at(MONDAY);
    const [message, ...more] = received('T1', 'bram');
    expect(more).toEqual([]);
    expect(wordsIn(message?.activity)).toMatch(/Taak stand.*Klaar/s);
    expect(message?.activity).toMatchObject({ summary: expect.stringMatching(/\S/) });
    expect((await bot.deliveries())[0]).toMatchObject({
      state: 'sent',
      platformId: message?.id,
      attempts: 1,
    });
    expect(await bot.send()).toBe(0);
  });

  it('shows what was answered in the place of the buttons, each at its own row', async () => {
    const bram = await partner(stage, 'T1', 'bram');
    await lateTask(stage, bram.id, 'een');
    const more = ['twee', 'drie'].map((name) =>
      sampleTask(name, { owners: [bram.id], due: { date: '2026-11-20' }, title: `Taak ${name}` }),
    );
    await put(stage.app.store, ...more);
    const bot = await bringing();
    await bot.at(MONDAY);
    const message = () => received('T1', 'bram')[0];
    const press = async (label: string) => {
      const button = buttonIn(message()?.activity, label) as Json;
      const pressed = { verb: String(button.verb), title: label, data: button.data as Json };
      const from = at(stage.connector, 'T1', 'bram');
      await stage.send(executeAction(from, { ...pressed, replyToId: String(message()?.id) }));
    };
    const rows = () =>
      wordsIn(message()?.activity)
        .split(/(?=^(?:Taak: )?Taak (?:een|twee|drie))/m)
        .slice(1);
    const order = rows().map((row) => /een|twee|drie/.exec(row)?.[0]);
    for (const answered of [1, 2, 3]) {
      await press('Klaar');
      expect(rows().map((row) => row.includes('✅ Beantwoord: Klaar'))).toEqual(
        order.map((_name, index) => index < answered),
      );
      expect(rows().map((row) => /een|twee|drie/.exec(row)?.[0])).toEqual(order);
    }
    for (const name of ['een', 'twee', 'drie'] as const)
      expect(await stage.app.store.get(`task/${name}`)).toMatchObject({ done: true });
  });

  it('goes on in a new conversation where the bot was met in a channel only', async () => {
    await stage.type('T1', 'carla', 'help', { where: 'algemeen' });
    const { id } = await stage.person('T1', 'carla');
    await stage.change(id, { role: 'partner' });
    await lateTask(stage, id);
    const bot = await bringing();
    await bot.at(MONDAY);
    expect(received('T1', 'carla').length).toBeGreaterThan(0);
    expect(stage.connector.calls.filter(({ call }) => call === 'conversation')).toHaveLength(1);
  });

  it('follows the tenant to the region where it is served now', async () => {
    const bot = await bramIsLate();
    stage.connector.move('T1', 'amer');
    await stage.type('T1', 'bram', 'help');
    await bot.at(MONDAY);
    expect(await states(bot)).toEqual(['sent']);
  });

  it('may be a weekly digest in a channel', async () => {
    const address = stage.connector.channel('T1', 'campagnes').id;
    const { id: tenant } = stage.connector.tenant('T1');
    await put(
      stage.app.store,
      sampleSubscription({ id: CHANNEL, platform: 'teams', tenant, address }),
      sampleCampaign('nu', {
        period: { start: '2026-11-25', end: '2026-11-26', zone: HOME_ZONE },
        dateState: 'confirmed',
      }),
    );
    const bot = await bringing();
    await bot.at(MONDAY);
    expect(wordsIn(stage.connector.shown(address).map(({ activity }) => activity))).toContain('Campagne nu');
    expect(await states(bot)).toEqual(['sent']);
  });

  it('waits as long as Teams asks, with all of that tenant, while another goes on', async () => {
    await stage.link('T2', BANKS);
    const people = [
      await partner(stage, 'T1', 'anna'),
      await partner(stage, 'T1', 'bram'),
      await partner(stage, 'T2', 'bram'),
    ];
    for (const [index, { id }] of people.entries()) await lateTask(stage, id, `taak-${index}`);
    const bot = await bringing();
    const anna = stage.connector.person('T1', 'anna').personal;
    const bram = stage.connector.person('T1', 'bram').personal;
    for (const conversation of [anna, bram])
      stage.connector.script.push({ call: 'create', conversation, does: { status: 429, retryAfter: 30 } });
    await bot.at(MONDAY);
    expect(received('T2', 'bram')).toHaveLength(1);
    stage.connector.script.splice(0);
    bot.pass(29);
    expect(await bot.send()).toBe(0);
    bot.pass(1);
    expect(await bot.send()).toBe(2);
    expect([received('T1', 'anna').length, received('T1', 'bram').length]).toEqual([1, 1]);
  });
});

describe('a message that Teams does not take', () => {
  test.each<[string, Does]>([
    ['too many at once', { status: 429, retryAfter: 5 }],
    ['the conversation is being changed', { status: 412 }],
    ['the service is away', { status: 503 }],
  ])('for a while (%s) is sent later, once', async (_name, what) => {
    const bot = await bramIsLate();
    does(what);
    await bot.at(MONDAY);
    expect(await states(bot)).toEqual([expect.stringMatching(/^queued/)]);
    bot.pass(60);
    await bot.send();
    const [message, ...more] = received('T1', 'bram');
    expect(more).toEqual([]);
    expect(wordsIn(message?.activity)).not.toContain('al eerder');
  });

  test.each<[string, Does]>([
    ['who blocked the bot', { status: 403, code: 'ConversationBlockedByUser' }],
    ['where the bot is not', { status: 403, code: 'BotNotInConversationRoster' }],
  ])('for somebody %s ends, and coordinators see it', async (_name, what) => {
    const bot = await bramIsLate();
    does(what, 'create', 5);
    does(what, 'conversation', 5);
    await bot.at(MONDAY);
    expect(await states(bot)).toEqual([expect.stringMatching(/^dead/)]);
  });

  it('because it is too large ends as well, and is not tried again', async () => {
    const bot = await bramIsLate();
    does({ status: 413 }, 'create', 5);
    await bot.at(MONDAY);
    expect(await states(bot)).toEqual([expect.stringMatching(/^dead refused/)]);
    bot.pass(3_600);
    expect(await bot.send()).toBe(0);
  });

  test.each<[string, Does]>([
    ['the gateway gave up', { status: 504 }],
    ['the gateway found nobody', { status: 502 }],
    ['the connection broke after Teams had it', { drop: 'after' }],
  ])('perhaps (%s) is sent once more, and says that it may have come before', async (_name, what) => {
    const bot = await bramIsLate();
    does(what);
    await bot.at(MONDAY);
    expect(await states(bot)).toEqual([expect.stringMatching(/^queued unclear/)]);
    bot.pass(60);
    await bot.send();
    expect(wordsIn(received('T1', 'bram').at(-1)?.activity)).toContain('al eerder');
    expect(await states(bot)).toEqual(['sent']);
  });

  it('in a conversation that is gone goes to a new one', async () => {
    const bot = await bramIsLate();
    does({ status: 404 });
    await bot.at(MONDAY);
    expect(received('T1', 'bram')).toHaveLength(1);
    expect(await states(bot)).toEqual(['sent']);
  });

  it('and no new conversation can be begun is tried later, without saying that it may have come', async () => {
    const bot = await bramIsLate();
    does({ status: 404 });
    does({ status: 502 }, 'conversation');
    await bot.at(MONDAY);
    bot.pass(60);
    await bot.send();
    const [message, ...more] = received('T1', 'bram');
    expect(more).toEqual([]);
    expect(wordsIn(message?.activity)).not.toContain('al eerder');
  });

  it('waits with all while there is no token', async () => {
    const bot = await bramIsLate();
    does({ status: 401 });
    await bot.at(MONDAY);
    expect(await states(bot)).toEqual([expect.stringMatching(/^queued busy/)]);
    bot.pass(60);
    expect(await bot.send()).toBe(1);
  });
});

describe('nothing is sent', () => {
  it('into a tenant that became another organisation’s', async () => {
    const bot = await bramIsLate();
    const by = { actor: sampleActor({ role: 'coordinator' }), at: stage.app.now() };
    const { id } = stage.connector.tenant('T1');
    await setTenantOrganisations(stage.app.store, by, `tenant/teams~${id}`, [BANKS]);
    await bot.at(MONDAY);
    expect(received('T1', 'bram')).toEqual([]);
  });

  it('where the bot was taken out', async () => {
    const bot = await bramIsLate();
    await stage.uninstall('T1', 'personal', 'bram');
    await stage.uninstall('T1', 'algemeen');
    await bot.at(MONDAY);
    expect(received('T1', 'bram')).toEqual([]);
    expect(await states(bot)).toEqual([expect.stringMatching(/^dead/)]);
  });
});
