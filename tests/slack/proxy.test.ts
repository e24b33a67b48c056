import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BareApp, startBareApp } from './peers/bare-app.ts';
import { modal } from './peers/sample-view.ts';

let bare: BareApp;

beforeEach(async () => {
  bare = await startBareApp();
});

afterEach(() => bare.close());

describe('the proxy', () => {
  it('keeps the workspaces apart and tells when a token reaches into the other', async () => {
    const one = await bare.install('T1');
    await bare.install('T2');
    const { slack } = bare;
    const other = slack.person('T2', 'anna').id;
    await expect(one.users.info({ user: other })).rejects.toThrow('user_not_found');
    const channel = slack.channel('T2', 'algemeen');
    await expect(one.chat.postMessage({ channel, text: 'hoi' })).rejects.toThrow('channel_not_found');
    const text = `Vraag het <@${other}>`;
    await one.chat.postMessage({ channel: slack.person('T1', 'anna').id, text });
    expect(slack.violations).toEqual([
      `T1 users.info: ${other} is of another workspace`,
      `T1 chat.postMessage: ${channel} is of another workspace`,
      `T1 chat.postMessage: ${other} is of another workspace`,
    ]);
    expect(await slack.messages('T2', channel)).toEqual([]);
  });

  it('tells of blocks that Slack would refuse', async () => {
    const client = await bare.install('T1');
    const { slack } = bare;
    const text = { type: 'plain_text' as const, text: 'x'.repeat(151) };
    const channel = slack.person('T1', 'anna').id;
    await client.chat.postMessage({ channel, text: 'kop', blocks: [{ type: 'header', text }] });
    await client.chat.postMessage({ channel, text: '', blocks: [{ type: 'divider' }] });
    const trigger = await slack.newTrigger('T1', channel);
    await client.views.open({ trigger_id: trigger, view: { ...modal('x'), title: { ...text } } });
    expect(slack.violations).toEqual([
      'T1 chat.postMessage: header has 151 characters',
      'T1 chat.postMessage: no text beside the blocks',
      'T1 views.open: view title has 151 characters',
    ]);
  });

  it('answers as it is told: busy, broken, gone, and with an expired trigger', async () => {
    const client = await bare.install('T1');
    const { slack } = bare;
    const channel = slack.person('T1', 'anna').id;
    const post = () => client.chat.postMessage({ channel, text: 'hoi' });
    slack.script.push(
      { method: 'chat.postMessage', team: 'T2', does: { error: 'nooit' } },
      { method: 'chat.postMessage', does: { status: 429, retryAfter: 30 } },
      { method: /^chat\./, does: { status: 500 } },
      { method: '*', times: 2, does: { error: 'account_inactive' } },
      { method: '*', does: { drop: 'before' } },
    );
    await expect(post()).rejects.toMatchObject({ retryAfter: 30 });
    await expect(post()).rejects.toMatchObject({ statusCode: 500 });
    await expect(post()).rejects.toThrow('account_inactive');
    await expect(post()).rejects.toThrow('account_inactive');
    await expect(post()).rejects.toThrow();
    expect(await slack.messages('T1', channel)).toEqual([]);
    await post();
    expect(await slack.messages('T1', channel)).toHaveLength(1);
    const trigger_id = await slack.newTrigger('T1', channel, { expired: true });
    await expect(client.views.open({ trigger_id, view: modal('Naam') })).rejects.toThrow(
      'expired_trigger_id',
    );
    expect(slack.script).toHaveLength(1);
  });

  it('holds a call up until the test lets it go, or for good', async () => {
    const client = await bare.install('T1');
    const { slack } = bare;
    const user = slack.person('T1', 'anna').id;
    const gate = Promise.withResolvers<void>();
    slack.script.push(
      { method: 'chat.postMessage', does: { when: gate.promise } },
      { method: 'chat.update', does: { hang: true } },
    );
    const posting = client.chat.postMessage({ channel: user, text: 'hoi' });
    await expect.poll(() => slack.calls.at(-1)?.method).toBe('chat.postMessage');
    expect(await slack.messages('T1', user)).toEqual([]);
    gate.resolve();
    const { channel = '', ts = '' } = await posting;
    const changing = client.chat.update({ channel, ts, text: 'dag' }).then(String, () => 'broken off');
    await expect.poll(() => slack.calls.at(-1)?.method).toBe('chat.update');
    expect(await slack.messages('T1', user)).toMatchObject([{ text: 'hoi' }]);
    await slack.close();
    expect(await changing).toBe('broken off');
  });

  it('puts a modal on another, changes it, and unfurls a link', async () => {
    const client = await bare.install('T1');
    const { slack } = bare;
    const user = slack.person('T1', 'bram').id;
    const opened = await client.views.open({
      trigger_id: await slack.newTrigger('T1', user),
      view: modal('Een'),
    });
    const below = opened.view?.id ?? '';
    const trigger_id = await slack.newTrigger('T1', user, { view: below });
    const pushed = await client.views.push({ trigger_id, view: modal('Twee') });
    expect(pushed.view?.previous_view_id).toBe(below);
    await client.views.update({ view_id: below, view: modal('Drie') });
    expect(slack.view(below)?.blocks).toMatchObject([{ label: { text: 'Drie' } }]);
    expect(slack.opened('T1').map(({ id }) => id)).toEqual([below, pushed.view?.id]);
    const unfurls = { 'https://voorbeeld.nl/a': { blocks: [{ type: 'divider' as const }] } };
    const channel = slack.channel('T1', 'campagnes');
    await client.chat.unfurl({ channel, ts: '1795430000.000400', unfurls });
    expect(slack.calls.at(-1)).toMatchObject({
      method: 'chat.unfurl',
      team: 'T1',
      body: { channel, unfurls },
    });
    expect(slack.violations).toEqual([]);
  });

  it('leaves a message in the history, with its metadata, when the answer to it is lost', async () => {
    const client = await bare.install('T1');
    const { slack } = bare;
    const user = slack.person('T1', 'anna').id;
    const metadata = { event_type: 'bericht', event_payload: { bericht: 'b-1' } };
    slack.script.push({ method: 'chat.postMessage', does: { drop: 'after' } });
    await expect(client.chat.postMessage({ channel: user, text: 'hoi', metadata })).rejects.toThrow();
    expect(await slack.messages('T1', user)).toMatchObject([{ text: 'hoi', metadata }]);
    const { channel } = await client.conversations.open({ users: user });
    const read = { channel: channel?.id ?? '', oldest: '0' };
    const short = await client.conversations.history(read);
    expect(short.messages?.[0]?.metadata).toEqual({ event_type: 'bericht' });
    const full = await client.conversations.history({ ...read, include_all_metadata: true });
    expect(full.messages?.[0]?.metadata).toEqual(metadata);
    const later = await client.conversations.history({ ...read, oldest: full.messages?.[0]?.ts ?? '' });
    expect(later.messages).toEqual([]);
    expect(slack.violations).toEqual([]);
  });

  it('lets the app into a channel only when somebody took it in, and knows zones and guests', async () => {
    const client = await bare.install('T1');
    const { slack } = bare;
    const [open, closed] = [slack.channel('T1', 'campagnes'), slack.channel('T1', 'besloten')];
    const post = (channel: string) => client.chat.postMessage({ channel, text: 'hoi' });
    await expect(post(open)).rejects.toThrow('not_in_channel');
    await expect(post(closed)).rejects.toThrow('channel_not_found');
    await slack.invite('T1', open);
    await slack.invite('T1', closed);
    await post(open);
    await post(closed);
    expect(await slack.messages('T1', closed)).toHaveLength(1);
    slack.person('T1', 'gast').tz = 'America/Curacao';
    const { user } = await client.users.info({ user: slack.person('T1', 'gast').id });
    expect(user).toMatchObject({ tz: 'America/Curacao', is_restricted: true, team_id: 'T1' });
    await expect(client.conversations.list()).rejects.toThrow('missing_scope');
    await expect(client.users.conversations({})).rejects.toThrow('unknown_method');
    expect(slack.violations).toEqual(['T1: no method users.conversations here']);
  });
});
