import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { OPTIONAL_SCOPES } from '../../src/adapters/slack/connect/scopes.ts';
import { HOME_ZONE } from '../../src/core/clock.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { setTenantOrganisations } from '../../src/domain/tenant/manage-tenant.ts';
import { scripted } from '../delivery/sending.ts';
import { sampleParticipation, sampleSubscription, sampleTask } from '../nudges/records.ts';
import { sampleActor, sampleCampaign } from '../support/samples.ts';
import { put } from '../support/test-store.ts';
import { type Bringing, bringing, lateTask, partner, received } from './bringing.ts';
import { installApp } from './peers/oauth.ts';
import type { Does } from './peers/script.ts';
import { wordsIn } from './reading.ts';
import { BANKS, POLICE, type Stage, startStage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
  await stage.link('T1', POLICE);
});
afterEach(async () => {
  expect(stage.server.violations).toEqual([]);
  await stage.close();
});

const MONDAY = '2026-11-23T08:31';
const CHANNEL: Id<'subscription'> = 'subscription/kanaal';

const posts = (team = 'T1') =>
  stage.server.calls.filter((call) => call.method === 'chat.postMessage' && call.team === team);

/** Bram of the police has a task that is late: the bot will tell him on Monday morning. */
async function bramIsLate(...roads: Parameters<typeof bringing>[2][]): Promise<Bringing> {
  const bram = await partner(stage, 'T1', 'bram', { email: 'bram@example.org' });
  await lateTask(stage, bram.id);
  return bringing(stage, ['task-overdue'], ...roads);
}

/** A public channel that gets the digest. */
async function channelWantsDigest({ invited = true } = {}): Promise<string> {
  const address = stage.server.channel('T1', 'campagnes');
  if (invited) await stage.server.invite('T1', address);
  await put(
    stage.app.store,
    sampleSubscription({ id: CHANNEL, address }),
    sampleCampaign('nu', {
      period: { start: '2026-11-25', end: '2026-11-26', zone: HOME_ZONE },
      dateState: 'confirmed',
    }),
  );
  return address;
}

const bring = (does: Does, times = 1, method = 'chat.postMessage') =>
  stage.server.script.push({ method, team: 'T1', times, does });

const state = async (bot: Bringing, recipient?: Id<'person' | 'subscription'>) =>
  (await bot.deliveries(recipient)).map(({ state, reason }) => [state, reason].filter(Boolean).join(' '));

describe('what the bot sends by itself', () => {
  it('comes as a direct message that carries its delivery', async () => {
    const bot = await bramIsLate();
    await bot.at(MONDAY);
    const [message, ...more] = await received(stage, 'T1', 'bram');
    const [delivery] = await bot.deliveries();
    expect(more).toEqual([]);
    expect(wordsIn(message)).toMatch(/Taak stand.*Klaar/s);
    expect(message).toMatchObject({
      metadata: { event_type: 'campagneregie_delivery', event_payload: { delivery: delivery?.id } },
    });
    expect(delivery).toMatchObject({ state: 'sent', platformId: message?.ts, attempts: 1 });
    expect(await bot.send()).toBe(0);
  });

  it('keeps within Slack’s limits, however much waits', async () => {
    const bram = await partner(stage, 'T1', 'bram', {
      digest: { weekday: 1, time: '08:30', off: false, quietLine: false },
    });
    await lateTask(stage, bram.id);
    const tasks = Array.from({ length: 30 }, (_, count) =>
      sampleTask(`lang-${count}`, {
        owners: [bram.id],
        due: { date: '2026-11-20' },
        title: `${count} ${'<&> ördentlich lang '.repeat(9)}`,
      }),
    );
    await put(stage.app.store, ...tasks);
    const bot = await bringing(stage, ['task-overdue']);
    await bot.at(MONDAY);
    const [message, ...more] = await received(stage, 'T1', 'bram');
    expect(more).toEqual([]);
    expect((message?.blocks as unknown[]).length).toBeGreaterThan(16);
    expect(stage.server.violations).toEqual([]);
  });

  it('may be a weekly digest, to a person and to a channel that the bot is in', async () => {
    const bram = await partner(stage, 'T1', 'bram', {
      digest: { weekday: 1, time: '08:30', off: false, quietLine: true },
    });
    await lateTask(stage, bram.id);
    const channel = await channelWantsDigest();
    const bot = await bringing(stage, ['task-overdue']);
    await bot.at(MONDAY);
    const [own] = await received(stage, 'T1', 'bram');
    const [shared] = await stage.server.messages('T1', channel);
    expect(wordsIn(own)).toMatch(/Taak stand/);
    expect(wordsIn(shared)).toMatch(/Campagne nu/);
    expect(wordsIn(shared)).not.toMatch(/Taak stand/);
    expect(shared).toMatchObject({ metadata: { event_type: 'campagneregie_delivery' } });
    expect(await state(bot)).toEqual(['sent', 'sent']);
  });

  it('waits as long as Slack asks, with all of that workspace, while another goes on', async () => {
    await stage.link('T2', BANKS);
    const people = [
      await partner(stage, 'T1', 'anna'),
      await partner(stage, 'T1', 'bram'),
      await partner(stage, 'T2', 'bram'),
    ];
    for (const [index, { id }] of people.entries()) await lateTask(stage, id, `taak-${index}`);
    const bot = await bringing(stage, ['task-overdue']);
    bring({ status: 429, retryAfter: 30 });
    await bot.at(MONDAY);
    expect([posts('T1').length, posts('T2').length]).toEqual([1, 1]);
    bot.pass(29);
    expect(await bot.send()).toBe(0);
    expect(posts('T1')).toHaveLength(1);
    bot.pass(1);
    expect(await bot.send()).toBe(2);
    expect(await received(stage, 'T1', 'anna')).toHaveLength(1);
    expect(await received(stage, 'T1', 'bram')).toHaveLength(1);
  });

  it('does not hold up a form that must open, while Slack makes the bot wait', async () => {
    const bot = await bramIsLate();
    bring({ status: 429, retryAfter: 30 });
    await bot.at(MONDAY);
    const { view } = await stage.type('T1', 'bram', 'nieuw');
    expect(view).toMatchObject({ type: 'modal' });
    expect(await received(stage, 'T1', 'bram')).toEqual([]);
  });
});

describe('a message of which nobody knows whether it arrived', () => {
  test.each<[string, Does]>([
    ['that Slack answered with an error of its own', { status: 500 }],
    ['whose connection broke before Slack had it', { drop: 'before' }],
  ])('%s is looked for and sent again, and arrives once', async (_name, does) => {
    const bot = await bramIsLate();
    bring(does);
    await bot.at(MONDAY);
    expect(await state(bot)).toEqual([expect.stringMatching(/^queued unclear/)]);
    bot.pass(60);
    expect(await bot.send()).toBe(1);
    const [message, ...more] = await received(stage, 'T1', 'bram');
    expect(more).toEqual([]);
    expect(wordsIn(message)).not.toMatch(/al eerder/);
  });

  it('whose answer was lost is found in the direct message, and not sent again', async () => {
    const bot = await bramIsLate();
    bring({ drop: 'after' });
    await bot.at(MONDAY);
    bot.pass(60);
    expect(await bot.send()).toBe(1);
    const messages = await received(stage, 'T1', 'bram');
    expect(messages).toHaveLength(1);
    expect(posts()).toHaveLength(1);
    expect((await bot.deliveries())[0]).toMatchObject({ state: 'sent', platformId: messages[0]?.ts });
  });

  it('waits while Slack cannot be asked', async () => {
    const bot = await bramIsLate();
    bring({ drop: 'after' });
    bring({ status: 503 }, 2, 'conversations.history');
    await bot.at(MONDAY);
    for (let tries = 0; tries < 2; tries++) {
      bot.pass(900);
      expect(await bot.send()).toBe(0);
    }
    bot.pass(900);
    expect(await bot.send()).toBe(1);
    expect(await received(stage, 'T1', 'bram')).toHaveLength(1);
  });

  it('is looked for further on each time when Slack allows one page at a time', async () => {
    const bot = await bramIsLate();
    bring({ drop: 'after' });
    await bot.at(MONDAY);
    const token = posts()[0]?.token;
    const client = new WebClient(token, { slackApiUrl: stage.server.apiUrl });
    const channel = stage.server.person('T1', 'bram').id;
    for (let count = 0; count < 250; count++) await client.chat.postMessage({ channel, text: `${count}` });
    for (let page = 0; page < 2; page++) {
      bring({ when: Promise.resolve() }, 1, 'conversations.history');
      bring({ status: 429, retryAfter: 60 }, 1, 'conversations.history');
      bot.pass(900);
      expect(await bot.send()).toBe(0);
    }
    bot.pass(900);
    expect(await bot.send()).toBe(1);
    expect(await received(stage, 'T1', 'bram')).toHaveLength(251);
  });

  it('is looked for in a channel where the workspace lets the bot read', async () => {
    const channel = await channelWantsDigest();
    const bot = await bringing(stage, []);
    bring({ drop: 'after' });
    await bot.at(MONDAY);
    bot.pass(60);
    expect(await bot.send()).toBe(1);
    expect(await stage.server.messages('T1', channel)).toHaveLength(1);
  });

  // Without channels:history nobody can ever tell. Waiting would lose the digest, so it goes once more, and says so.
  it('goes once more in a channel that the bot cannot read, and says that it may have come before', async () => {
    const user = stage.server.person('T1', 'anna').id;
    await installApp(stage.base, stage.server, { team: 'T1', user, leavesOut: OPTIONAL_SCOPES });
    const channel = await channelWantsDigest();
    const bot = await bringing(stage, []);
    bring({ drop: 'after' });
    await bot.at(MONDAY);
    bot.pass(60);
    expect(await bot.send()).toBe(1);
    const [first, second, ...more] = (await stage.server.messages('T1', channel)).map(wordsIn);
    expect(more).toEqual([]);
    expect(first).not.toMatch(/al eerder/);
    expect(second).toMatch(/Het kan zijn dat je dit bericht al eerder kreeg/);
    expect(await state(bot)).toEqual(['sent']);
  });
});

describe('a workspace that is closed to the bot', () => {
  test.each([
    'account_inactive',
    'token_revoked',
    'invalid_auth',
  ])('by %s shows as gone, and what was on its way takes the next road', async (error) => {
    const mail = scripted('email');
    const bot = await bramIsLate(mail);
    bring({ error });
    await bot.at(MONDAY);
    expect(mail.handed.map(({ road }) => road.address)).toEqual(['bram@example.org']);
    expect(await state(bot)).toEqual(['sent']);
    await stage.link('T2', BANKS);
    await partner(stage, 'T2', 'anna', { role: 'coordinator' });
    expect((await stage.type('T2', 'anna', 'werkruimte lijst')).text).toMatch(
      /Werkruimte T1, Slack, verwijderd op 23 november/,
    );
  });

  it('while a message is looked up, shows as gone as well', async () => {
    const mail = scripted('email');
    const bot = await bramIsLate(mail);
    bring({ drop: 'before' });
    bring({ error: 'account_inactive' }, 5, 'conversations.open');
    await bot.at(MONDAY);
    bot.pass(60);
    expect(await bot.send()).toBe(1);
    expect(mail.handed).toHaveLength(1);
    expect((await stage.app.store.get('tenant/slack~t1'))?.goneAt).toBeDefined();
  });

  it('gets nothing while it is linked to nobody', async () => {
    const mail = scripted('email');
    const bot = await bramIsLate(mail);
    const by = { actor: sampleActor({ role: 'coordinator' }), at: stage.app.now() };
    await setTenantOrganisations(stage.app.store, by, 'tenant/slack~t1', []);
    await bot.at(MONDAY);
    expect(posts()).toEqual([]);
    expect(mail.handed).toHaveLength(1);
  });
});

describe('a road that leads nowhere', () => {
  test.each([
    'user_not_found',
    'channel_not_found',
    'is_archived',
    'messages_tab_disabled',
  ])('is closed by %s, and the next one is taken', async (error) => {
    const mail = scripted('email');
    const bot = await bramIsLate(mail);
    bring({ error });
    await bot.at(MONDAY);
    expect(mail.handed).toHaveLength(1);
    expect((await bot.deliveries())[0]?.closedRoads).toEqual([expect.stringMatching(/^slack T1 U/)]);
    expect((await stage.app.store.get('tenant/slack~t1'))?.goneAt).toBeUndefined();
  });

  it('and without another the message ends where a coordinator sees it', async () => {
    await channelWantsDigest({ invited: false });
    const bot = await bringing(stage, []);
    await bot.at(MONDAY);
    expect(await state(bot)).toEqual(['dead roads-closed: not_in_channel']);
  });
});

describe('a campaign that is moved on short notice', () => {
  /** Bram was reminded of a campaign that begins tomorrow, and then Anna moves it. */
  async function movedAfterReminder(): Promise<{ bot: Bringing; reminder: unknown }> {
    const bram = await partner(stage, 'T1', 'bram', { contact: true });
    await partner(stage, 'T1', 'anna', { role: 'coordinator' });
    const soon = sampleCampaign('snel', {
      period: { start: '2026-11-24', end: '2026-11-25', zone: HOME_ZONE },
      dateState: 'confirmed',
      leads: [{ organisation: POLICE, contact: bram.id }],
    });
    const joined = sampleParticipation(soon.id, POLICE, { answer: 'joins', contact: bram.id });
    await put(stage.app.store, soon, joined);
    const bot = await bringing(stage, ['preparation', 'moved']);
    await bot.at(MONDAY);
    const [reminder] = await received(stage, 'T1', 'bram');
    expect(wordsIn(reminder)).toMatch(/Campagne snel/);
    await stage.type('T1', 'anna', 'verzet snel periode:"25 november 2026" --akkoord');
    return { bot, reminder: reminder?.ts };
  }

  it('is told in the thread of the reminder about it that still waits for an answer, and in the conversation', async () => {
    const { bot, reminder } = await movedAfterReminder();
    await bot.at('2026-11-23T11:01');
    expect(posts().at(-1)?.body).toMatchObject({ thread_ts: reminder, reply_broadcast: 'true' });
    expect(await state(bot)).toEqual(['sent', 'sent']);
  });

  it('is told in the conversation when that reminder is gone', async () => {
    const { bot } = await movedAfterReminder();
    bring({ error: 'cannot_reply_to_message' });
    await bot.at('2026-11-23T11:01');
    expect(posts().at(-1)?.body).not.toHaveProperty('thread_ts');
    expect(wordsIn((await received(stage, 'T1', 'bram')).at(-1))).toMatch(/25 november/);
    expect(await state(bot)).toEqual(['sent', 'sent']);
  });
});

describe('a workspace that is of another organisation by now', () => {
  it('gets nothing of what was for who worked there before', async () => {
    const bot = await bramIsLate(scripted('email'));
    const by = { actor: sampleActor({ role: 'coordinator' }), at: stage.app.now() };
    await setTenantOrganisations(stage.app.store, by, 'tenant/slack~t1', [BANKS]);
    await bot.at(MONDAY);
    expect(posts()).toEqual([]);
  });
});

it('one closed workspace of a grid does not close the others', async () => {
  const bot = await bramIsLate();
  bring({ error: 'team_access_not_granted' });
  await bot.at(MONDAY);
  expect((await stage.app.store.get('tenant/slack~t1'))?.goneAt).toBeUndefined();
});
