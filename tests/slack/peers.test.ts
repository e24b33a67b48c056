import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BareApp, SECRET, startBareApp } from './peers/bare-app.ts';
import { installApp } from './peers/oauth.ts';
import {
  appHomeOpened,
  blockActions,
  eventCallback,
  sendToApp,
  slashCommand,
  urlVerification,
  viewSubmission,
} from './peers/requests.ts';
import { modal } from './peers/sample-view.ts';

let bare: BareApp;

beforeEach(async () => {
  bare = await startBareApp();
});

afterEach(() => bare.close());

async function command(text: string, trigger: string, responseUrl: string, signature?: string) {
  const { base, slack } = bare;
  const user = slack.person('T1', 'anna').id;
  const channel = slack.channel('T1', 'campagnes');
  const payload = slashCommand({
    team: 'T1',
    user,
    channel,
    command: '/campagne',
    text,
    trigger,
    responseUrl,
  });
  return sendToApp(base, payload, { secret: SECRET, ...(signature === undefined ? {} : { signature }) });
}

describe('installing', () => {
  it('gives the app a token of its own in each of two workspaces', async () => {
    const one = await (await bare.install('T1')).auth.test();
    const two = await (await bare.install('T2')).auth.test();
    expect([one.team_id, two.team_id]).toEqual(['T1', 'T2']);
    const { installed, slack } = bare;
    expect(one.user_id).toBe(slack.bot('T1'));
    expect(installed.get('T1')?.bot?.token).not.toBe(installed.get('T2')?.bot?.token);
    expect(slack.violations).toEqual([]);
  });

  it('can be cancelled by who was to allow it', async () => {
    const { base, slack, installed } = bare;
    const user = slack.person('T1', 'anna').id;
    const answer = await installApp(base, slack, { team: 'T1', user, cancels: true });
    expect(answer.status).toBe(500);
    expect(installed.size).toBe(0);
  });
});

describe('what Slack sends', () => {
  it('reaches the app with the right signature and not with another', async () => {
    await bare.install('T1');
    const { app, slack, base } = bare;
    app.command('/campagne', ({ ack, command: { text } }) => ack(`gehoord: ${text}`));
    const right = await command('toon', 'geen', slack.newResponseUrl('T1'));
    expect(await right.text()).toBe('gehoord: toon');
    const wrong = await command('toon', 'geen', slack.newResponseUrl('T1'), 'v0=onzin');
    expect(wrong.status).toBe(401);
    const old = await sendToApp(base, urlVerification('hallo'), { secret: SECRET, at: 1_795_000_000 });
    expect(old.status).toBe(401);
    const verified = await sendToApp(base, urlVerification('hallo'), { secret: SECRET });
    expect(await verified.json()).toEqual({ challenge: 'hallo' });
  });

  it('opens a modal from a command and sends in what was filled in', async () => {
    await bare.install('T1');
    const { app, slack, base } = bare;
    const user = slack.person('T1', 'anna').id;
    app.command('/campagne', async ({ ack, client, command: { trigger_id } }) => {
      await ack();
      await client.views.open({ trigger_id, view: modal('Naam') });
    });
    const filledIn: unknown[] = [];
    app.view('formulier', async ({ ack, view }) => {
      filledIn.push(view.state.values);
      await ack();
    });
    const trigger = await slack.newTrigger('T1', user);
    await command('nieuw', trigger, slack.newResponseUrl('T1'));
    await expect.poll(() => slack.opened('T1').length).toBe(1);
    const view = slack.opened('T1')[0] ?? {};
    for (const values of [{ naam: 'Nieuw' }, {}]) {
      await sendToApp(base, viewSubmission({ team: 'T1', user, view, values }), { secret: SECRET });
    }
    expect(filledIn).toEqual([
      { naam: { naam: { type: 'plain_text_input', value: 'Nieuw' } } },
      { naam: { naam: { type: 'plain_text_input', value: 'Oud' } } },
    ]);
    expect(() => viewSubmission({ team: 'T1', user, view, values: { naam: null } })).toThrow('filled in');
    expect(() => viewSubmission({ team: 'T1', user, view, values: { ander: 'x' } })).toThrow('0 inputs');
    expect(slack.violations).toEqual([]);
  });

  it('shows the Home tab that the app publishes when somebody opens it', async () => {
    await bare.install('T2');
    const { app, slack, base } = bare;
    const user = slack.person('T2', 'bram').id;
    app.event('app_home_opened', async ({ client, event }) => {
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'divider' }] },
      });
    });
    const event = appHomeOpened(user, 'D0BRAM');
    await sendToApp(base, eventCallback({ team: 'T2', event, eventId: 'Ev1' }), { secret: SECRET });
    await expect.poll(() => slack.home('T2', user)?.type).toBe('home');
    expect(slack.violations).toEqual([]);
  });

  it('takes five answers to a button over its response URL', async () => {
    await bare.install('T1');
    const { app, slack, base } = bare;
    const outcomes: string[] = [];
    app.action('knop', async ({ ack, respond }) => {
      await ack();
      const answered = respond({ text: 'Bedankt.', replace_original: true });
      outcomes.push(
        await answered.then(
          () => 'taken',
          () => 'refused',
        ),
      );
    });
    const pressed = blockActions({
      team: 'T1',
      user: slack.person('T1', 'gast').id,
      channel: slack.channel('T1', 'campagnes'),
      ephemeral: '1795430000.000100',
      action: { action_id: 'knop', value: 'ja' },
      trigger: 'geen',
      responseUrl: slack.newResponseUrl('T1'),
    });
    for (let count = 0; count < 6; count++) await sendToApp(base, pressed, { secret: SECRET });
    await expect.poll(() => outcomes.length).toBe(6);
    expect(outcomes.filter((each) => each === 'taken')).toHaveLength(5);
    expect(slack.responses).toHaveLength(5);
    expect(slack.responses[0]).toEqual({ id: 'T1-1', body: { text: 'Bedankt.', replace_original: true } });
  });
});
