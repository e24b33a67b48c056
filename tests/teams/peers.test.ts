import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BareTeams, startBareTeams } from './bare-app.ts';
import { message, slashMessage } from './peers/activities.ts';
import { at } from './peers/at.ts';
import { type Connector, startConnector } from './peers/connector.ts';
import { FORGERIES, THE_SDK_LETS_IN } from './peers/forgeries.ts';
import type { Json } from './peers/json.ts';
import { now, type OpenId, startOpenId } from './peers/openid-server.ts';
import { deliver, knock } from './peers/send.ts';

/** What plays Teams, driven by an app of the SDK that only echoes. */

const CLIENT_ID = '0f9b6f4e-5a52-4a0e-8f4e-1d6a8c2f7b11';
let openid: OpenId;
let connector: Connector;
let bare: BareTeams;

beforeEach(async () => {
  openid = await startOpenId(CLIENT_ID);
  connector = await startConnector({ clientId: CLIENT_ID });
  bare = await startBareTeams({
    clientId: CLIENT_ID,
    openIdMetadataUrl: openid.metadataUrl,
    loginEndpoint: openid.origin,
    token: connector.token,
    serviceUrl: connector.serviceUrl('T1'),
  });
  connector.install(connector.person('T1', 'anna').personal);
  connector.install(connector.tenant('T1').team.id);
  connector.install(connector.tenant('T1').group.id);
});

afterEach(async () => {
  await bare.stop();
  await connector.close();
  await openid.close();
});

const conversations = () => bare.app.api.conversations;
const texts = (conversation: string) => connector.shown(conversation).map(({ activity }) => activity.text);
const personal = (who = 'anna') => connector.person('T1', who).personal;
const channel = (name = 'campagnes') => connector.channel('T1', name).id;
const hello = { type: 'message', text: 'hallo' } as const;
const card = (body: Json[] = [{ type: 'TextBlock', text: 'Hallo' }]) => ({
  type: 'message' as const,
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive' as const,
      content: { type: 'AdaptiveCard' as const, version: '1.5', body } as never,
    },
  ],
});

async function statusOf(work: Promise<unknown>): Promise<number | string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    const { response, code } = error as { response?: { status: number }; code?: string };
    return response?.status ?? code ?? String(error);
  }
}

async function knocks(authorization: string | string[] | undefined): Promise<number> {
  const body = JSON.stringify(message(at(connector, 'T1'), 'hallo'));
  return (await knock(bare.base, { authorization, body })).status;
}

describe('tokens', () => {
  it('are taken by the SDK when they are right, and its answer arrives', async () => {
    const activity = message(at(connector, 'T1'), 'hallo');
    const token = openid.mint(connector.serviceUrl('T1'));
    expect((await deliver(bare.base, activity, `Bearer ${token}`)).status).toBe(200);
    expect(texts(personal())).toEqual(['echo hallo']);
    expect(connector.violations).toEqual([]);
    expect(openid.asked()).toBe(1);
  });

  it('are good until their time is over', async () => {
    const mint = (at: number) => `Bearer ${openid.mint(connector.serviceUrl('T1'), { at })}`;
    expect(await knocks(mint(now() - 3000))).toBe(200);
    expect(await knocks(mint(now() - 4000))).toBe(401);
  });

  it('follow when the keys are changed', async () => {
    const right = () => `Bearer ${openid.mint(connector.serviceUrl('T1'))}`;
    expect(await knocks(right())).toBe(200);
    openid.rotate();
    expect(await knocks(right())).toBe(200);
  });

  const stopped = Object.keys(FORGERIES).filter(
    (name) => !(THE_SDK_LETS_IN as readonly string[]).includes(name),
  );
  it.each(stopped)('are refused by the SDK: %s', async (name) => {
    expect(await knocks(FORGERIES[name]?.(openid, connector.serviceUrl('T1')))).toBe(401);
    expect(connector.calls).toEqual([]);
  });

  it.each(THE_SDK_LETS_IN)('are let in by the SDK alone, so that refusing them is ours: %s', async (name) => {
    expect(await knocks(FORGERIES[name]?.(openid, connector.serviceUrl('T1')))).toBe(200);
  });
});

describe('messages', () => {
  it('stand where they were sent, and are changed and removed in place', async () => {
    const { id } = await conversations().createActivity(personal(), hello);
    await conversations().createActivity(personal(), { type: 'message', text: 'tweede' });
    await conversations().updateActivity(personal(), id, { type: 'message', text: 'gewijzigd' });
    expect(texts(personal())).toEqual(['gewijzigd', 'tweede']);
    await conversations().deleteActivity(personal(), id);
    expect(texts(personal())).toEqual(['tweede']);
    expect(connector.calls.map(({ call, status }) => `${call} ${status}`)).toEqual([
      'create 201',
      'create 201',
      'update 200',
      'delete 200',
    ]);
    expect(connector.violations).toEqual([]);
  });

  it('of a thread stand in their channel, with the thread', async () => {
    await conversations().createActivity(`${channel()};messageid=1795430000000`, hello);
    expect(connector.shown(channel())).toMatchObject([{ thread: '1795430000000' }]);
  });

  it('that are targeted are for one, and changed without saying whom', async () => {
    const { id: bram } = connector.person('T1', 'bram');
    const recipient = { id: bram, role: 'user' as const, isTargeted: true };
    const { id } = await conversations().createTargetedActivity(channel(), { ...hello, recipient });
    expect(connector.shown(channel())).toMatchObject([{ for: bram }]);
    expect(await statusOf(conversations().updateActivity(channel(), id, hello))).toBe(404);
    await conversations().updateTargetedActivity(channel(), id, { type: 'message', text: 'anders' });
    expect(texts(channel())).toEqual(['anders']);
    expect(connector.violations).toEqual([]);
    const again = conversations().updateTargetedActivity(channel(), id, { ...hello, recipient });
    expect(await statusOf(again)).toBe(400);
    expect(connector.violations).toHaveLength(1);
  });

  it('are not targeted in a personal chat, nor at nobody', async () => {
    const recipient = { id: connector.person('T1', 'anna').id, role: 'user' as const, isTargeted: true };
    const create = (where: string, more: object) =>
      statusOf(conversations().createTargetedActivity(where, { ...hello, ...more }));
    expect(await create(personal(), { recipient })).toBe(400);
    expect(await create(channel(), {})).toBe(400);
    expect(await create(channel(), { recipient: { ...recipient, id: '29:niemand' } })).toBe(400);
    expect(await statusOf(conversations().createActivity(channel(), { ...hello, recipient }))).toBe(400);
    expect(connector.shown(channel())).toEqual([]);
    expect(connector.violations).toHaveLength(4);
  });

  it('are only taken where the bot is', async () => {
    connector.uninstall(connector.tenant('T1').group.id);
    const at = (where: string) => statusOf(conversations().createActivity(where, hello));
    expect(await at(connector.tenant('T1').group.id)).toBe(403);
    expect(await at('19:nergens@thread.tacv2')).toBe(404);
    expect(await at(connector.channel('T2', 'campagnes').id)).toBe(404);
    expect(await at(personal('bram'))).toBe('done');
    connector.uninstall(connector.tenant('T1').team.id);
    expect(await at(personal('bram'))).toBe(403);
    expect(await at(channel())).toBe(403);
  });

  it('need the bot token, and stay within the size', async () => {
    const url = `${connector.serviceUrl('T1')}v3/conversations/${personal()}/activities`;
    const post = (authorization: string, text: string) =>
      fetch(url, { method: 'POST', headers: { authorization }, body: JSON.stringify({ ...hello, text }) });
    expect((await post('Bearer een.ander.token', 'x')).status).toBe(401);
    expect((await post(`Bearer ${connector.token}`, 'x'.repeat(100_000))).status).toBe(413);
    expect((await post(`Bearer ${connector.token}`, connector.token)).status).toBe(201);
    expect(connector.violations).toEqual([
      'T1 create: comes without the bot token',
      expect.stringMatching(/^T1 create: 1000\d\d bytes$/),
      'T1 create: the bot token inside',
    ]);
  });

  it('say something', async () => {
    expect(await statusOf(conversations().createActivity(personal(), { type: 'message' }))).toBe(400);
    expect(await statusOf(conversations().createActivity(personal(), { type: 'typing' }))).toBe('done');
  });
});

describe('violations', () => {
  it('name what Teams would not show', async () => {
    await conversations().createActivity(personal(), card());
    expect(connector.violations).toEqual([]);
    await conversations().createActivity(personal(), card([{ type: 'Media' }]));
    await conversations().createActivity(personal(), card([{ type: 'TextBlock', text: 'é'.repeat(14_000) }]));
    expect(connector.violations.join('\n')).toContain('card too large');
    expect(connector.violations.length).toBeGreaterThan(1);
  });

  it('name a mention of nobody, and what is of another tenant', async () => {
    await conversations().createActivity(personal(), { type: 'message', text: '<at>Anna</at>' });
    const { personal: elsewhere } = connector.person('T2', 'anna');
    await conversations().createActivity(personal(), { type: 'message', text: `over ${elsewhere}` });
    expect(connector.violations).toEqual([
      'T1 create: mentions somebody without saying who',
      `T1 create: ${elsewhere} is of another tenant`,
    ]);
  });
});

describe('conversations', () => {
  it('with one person are always the same, and of the right tenant', async () => {
    const { id: tenantId } = connector.tenant('T1');
    const create = (id: string, named = tenantId) =>
      conversations().create({
        members: [{ id, name: '', role: 'user' }],
        tenantId: named,
        channelData: { tenant: { id: named } },
      } as never);
    const bram = connector.person('T1', 'bram');
    expect(await create(bram.id)).toEqual({ id: bram.personal });
    expect(await create(bram.aadObjectId ?? '')).toEqual({ id: bram.personal });
    expect(await statusOf(create('29:niemand'))).toBe(400);
    expect(await statusOf(create(bram.id, connector.tenant('T2').id))).toBe(403);
    connector.uninstall(connector.tenant('T1').team.id);
    expect(await statusOf(create(bram.id))).toBe(403);
  });

  it('tell who is in them', async () => {
    const gijs = connector.person('T1', 'gijs');
    const paged = await conversations().getPagedMembers(channel());
    expect(paged.members.map(({ aadObjectId }) => aadObjectId)).toContain(gijs.aadObjectId);
    expect((await conversations().getMembers(personal())).map(({ aadObjectId }) => aadObjectId)).toEqual([
      connector.person('T1', 'anna').aadObjectId,
    ]);
    const member = (id: string) => conversations().getMemberById(channel(), id);
    expect(await member(gijs.id)).toMatchObject({ userRole: 'guest', tenantId: connector.tenant('T1').id });
    expect((await member(gijs.aadObjectId ?? '')).userPrincipalName).toContain('#EXT#');
    const femke = await member(connector.person('T1', 'femke').id);
    expect(femke.tenantId).not.toBe(connector.tenant('T1').id);
    expect((await member(connector.person('T1', 'zonder').id)).aadObjectId).toBeUndefined();
    expect(await statusOf(member('29:niemand'))).toBe(404);
  });

  it('tell about their team', async () => {
    const { id, aadGroupId } = connector.tenant('T1').team;
    expect(await bare.app.api.teams.getById(id)).toMatchObject({ aadGroupId, channelCount: 3 });
    const [first, second] = await bare.app.api.teams.getConversations(id);
    expect(first).not.toHaveProperty('name');
    expect(second).toMatchObject({ name: 'campagnes' });
    connector.uninstall(id);
    expect(await statusOf(bare.app.api.teams.getById(id))).toBe(403);
  });
});

describe('what it is told to do', () => {
  it('happens once or as often as said, to the call that is meant', async () => {
    const send = () => statusOf(conversations().createActivity(personal(), hello));
    connector.script.push({ call: 'create', times: 2, does: { status: 429, retryAfter: 7 } });
    connector.script.push({ call: 'update', does: { status: 412 } });
    expect([await send(), await send(), await send()]).toEqual([429, 429, 'done']);
    expect(connector.script).toHaveLength(1);
  });

  it('carries the code and the time to wait', async () => {
    const url = `${connector.serviceUrl('T1')}v3/conversations/${personal()}/activities`;
    const headers = { authorization: `Bearer ${connector.token}` };
    const post = () => fetch(url, { method: 'POST', headers, body: JSON.stringify(hello) });
    connector.script.push({ call: '*', does: { status: 429, retryAfter: 7 } });
    expect((await post()).headers.get('retry-after')).toBe('7');
    connector.script.push({ call: '*', does: { status: 403, code: 'ConversationBlockedByUser' } });
    expect(await (await post()).json()).toMatchObject({ error: { code: 'ConversationBlockedByUser' } });
  });

  it('breaks the connection before or after Teams did it', async () => {
    const send = () => statusOf(conversations().createActivity(personal(), hello));
    connector.script.push({ call: 'create', does: { drop: 'before' } });
    expect(await send()).toBe('ECONNRESET');
    expect(texts(personal())).toEqual([]);
    connector.script.push({ call: 'create', does: { drop: 'after' } });
    expect(await send()).toBe('ECONNRESET');
    expect(texts(personal())).toEqual(['hallo']);
    expect(connector.violations).toEqual([]);
  });

  it('never answers until who asked gives up', async () => {
    const url = `${connector.serviceUrl('T1')}v3/conversations/${personal()}/activities`;
    const headers = { authorization: `Bearer ${connector.token}` };
    connector.script.push({ call: 'create', does: { hang: true } });
    const waiting = new AbortController();
    const { signal } = waiting;
    const asked = fetch(url, { method: 'POST', headers, body: JSON.stringify(hello), signal });
    const gone = asked.catch(() => 'given up');
    await expect.poll(() => connector.calls.length).toBe(1);
    waiting.abort();
    expect(await gone).toBe('given up');
    expect(texts(personal())).toEqual([]);
  });

  it('serves a tenant from elsewhere when it moves', async () => {
    connector.move('T1', 'amer');
    expect(await statusOf(conversations().createActivity(personal(), hello))).toBe(404);
    const activity = message(at(connector, 'T1'), 'verhuisd');
    const token = openid.mint(connector.serviceUrl('T1'));
    expect((await deliver(bare.base, activity, `Bearer ${token}`)).status).toBe(200);
    expect(texts(personal())).toEqual(['echo verhuisd']);
  });
});

describe('what is typed', () => {
  it('in a channel begins a thread and names the bot', () => {
    const typed = message(at(connector, 'T1', 'bram', 'channel'), 'kalender');
    expect(typed).toMatchObject({
      text: '<at>Campagneregie</at> kalender',
      conversation: { conversationType: 'channel', id: `${channel()};messageid=${typed.id}` },
      channelData: {
        team: { id: connector.tenant('T1').team.id },
        tenant: { id: connector.tenant('T1').id },
      },
    });
    expect(JSON.stringify(typed.entities)).toContain('Europe/Amsterdam');
    expect(JSON.stringify(typed.entities)).toContain(connector.botId);
  });

  it('as a slash command is for the bot alone and names nobody', () => {
    const typed = slashMessage(at(connector, 'T1', 'bram', 'group'), 'kalender');
    expect(typed).toMatchObject({ text: 'kalender', recipient: { isTargeted: true } });
    expect(typed.conversation).toMatchObject({ conversationType: 'groupChat' });
    expect(JSON.stringify(typed.entities)).not.toContain('mention');
  });
});
