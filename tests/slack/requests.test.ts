import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BareApp, SECRET, startBareApp } from './peers/bare-app.ts';
import { installApp } from './peers/oauth.ts';
import {
  appHomeOpened,
  appMention,
  appUninstalled,
  blockActions,
  blockSuggestion,
  directMessage,
  eventCallback,
  globalShortcut,
  linkShared,
  memberJoinedChannel,
  messageShortcut,
  sendToApp,
  tokensRevoked,
  userChange,
  viewClosed,
  viewSubmission,
} from './peers/requests.ts';

let bare: BareApp;
const heard: unknown[] = [];

beforeAll(async () => {
  bare = await startBareApp();
  const { app, base, slack } = bare;
  await installApp(base, slack, { team: 'T1', user: slack.person('T1', 'anna').id });
  app.use(async ({ context, next }) => {
    if (context.retryNum !== undefined) heard.push(`attempt ${context.retryNum}: ${context.retryReason}`);
    await next();
  });
  app.event(/.*/, async ({ event, body }) => void heard.push(event.type, body.event_id));
  app.shortcut(/.*/, async ({ ack, shortcut }) => {
    heard.push(shortcut.type, shortcut.callback_id);
    await ack();
  });
  app.view({ callback_id: 'formulier', type: 'view_closed' }, async ({ ack, view }) => {
    heard.push('view_closed', view.id);
    await ack();
  });
  app.options('wie', async ({ ack, options }) => {
    heard.push('options', options.value);
    await ack({ options: [] });
  });
  app.action('knop', async ({ ack, body, action }) => {
    heard.push(action.type, body.team?.id, body.user.team_id);
    await ack();
  });
});

afterAll(() => bare.close());

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(value), value });
const input = (type: string, extra: object = {}) => ({
  type: 'input',
  block_id: `blok-${type}`,
  optional: true,
  label: plain(type),
  element: { type, action_id: type, ...extra },
});

const actor = { team: 'T1', user: 'U0ANNA' };
const view = { id: 'V1', callback_id: 'formulier', type: 'modal', blocks: [input('external_select')] };
const CHOICES = { options: [option('a'), option('b')] };

async function heardOf(payload: Record<string, unknown>): Promise<unknown[]> {
  heard.length = 0;
  const answer = await sendToApp(bare.base, payload, { secret: SECRET });
  expect(answer.status).toBe(200);
  await expect.poll(() => heard.length).toBeGreaterThan(1);
  return [...heard];
}

describe('an event', () => {
  it.each([
    appHomeOpened('U0ANNA', 'D1'),
    directMessage('U0ANNA', 'D1', 'toon'),
    appMention('U0ANNA', 'C1', '<@U0BOT> toon'),
    linkShared('U0ANNA', 'C1', ['https://voorbeeld.nl/a']),
    appUninstalled(),
    tokensRevoked([], ['U0BOT']),
    userChange({ id: 'U0ANNA', team_id: 'T1', tz: 'Europe/Amsterdam' }),
    memberJoinedChannel('T1', 'U0BOT', 'C1', 'U0ANNA'),
  ])('of type $type reaches the app with its id', async (event) => {
    expect(await heardOf(eventCallback({ team: 'T1', event, eventId: 'Ev7' }))).toEqual([event.type, 'Ev7']);
  });

  it('tells which attempt it is when Slack tries again', async () => {
    heard.length = 0;
    const payload = eventCallback({ team: 'T1', event: appUninstalled(), eventId: 'Ev8' });
    await sendToApp(bare.base, payload, { secret: SECRET, retry: { number: 2, reason: 'http_timeout' } });
    await expect.poll(() => heard).toEqual(['attempt 2: http_timeout', 'app_uninstalled', 'Ev8']);
  });
});

describe('what somebody clicks', () => {
  it('reaches the app as the kind it is', async () => {
    const trigger = 'geen';
    const responseUrl = bare.slack.newResponseUrl('T1');
    const message = { ts: '1795430000.000100', text: 'hoi' };
    const deel = { ...actor, channel: 'C1', message, callbackId: 'deel', trigger, responseUrl };
    expect(await heardOf(messageShortcut(deel))).toEqual(['message_action', 'deel']);
    expect(await heardOf(globalShortcut({ ...actor, callbackId: 'nieuw', trigger }))).toEqual([
      'shortcut',
      'nieuw',
    ]);
    expect(await heardOf(viewClosed({ ...actor, view }))).toEqual(['view_closed', 'V1']);
    const typed = { ...actor, view, actionId: 'wie', blockId: 'blok', value: 'an' };
    expect(await heardOf(blockSuggestion(typed))).toEqual(['options', 'an']);
    const action = { action_id: 'knop', value: 'ja' };
    const pressed = { ...actor, userTeam: 'T9', channel: 'C1', message, action, trigger, responseUrl };
    expect(await heardOf(blockActions(pressed))).toEqual(['button', 'T1', 'T9']);
    expect(await heardOf(blockActions({ ...actor, view, action, trigger }))).toEqual(['button', 'T1', 'T1']);
  });
});

describe('a form that somebody fills in', () => {
  it.each([
    [input('plain_text_input'), 'tekst', { value: 'tekst' }],
    [input('plain_text_input'), '', { value: null }],
    [input('url_text_input', { initial_value: 'https://a.nl' }), undefined, { value: 'https://a.nl' }],
    [input('number_input'), '12', { value: '12' }],
    [input('datepicker', { initial_date: '2027-01-02' }), undefined, { selected_date: '2027-01-02' }],
    [input('datepicker', { initial_date: '2027-01-02' }), null, { selected_date: null }],
    [input('timepicker', { initial_time: '08:30' }), undefined, { selected_time: '08:30' }],
    [input('timepicker'), '14:00', { selected_time: '14:00' }],
    [input('static_select', CHOICES), 'b', { selected_option: option('b') }],
    [
      input('radio_buttons', { ...CHOICES, initial_option: option('a') }),
      undefined,
      { selected_option: option('a') },
    ],
    [
      input('external_select'),
      'p-1',
      { selected_option: { text: { ...plain('p-1'), emoji: true }, value: 'p-1' } },
    ],
    [input('multi_static_select', CHOICES), ['a', 'b'], { selected_options: [option('a'), option('b')] }],
    [input('checkboxes', { ...CHOICES, initial_options: [option('a')] }), [], { selected_options: [] }],
    [input('multi_external_select'), undefined, { selected_options: [] }],
  ])('gives the state of $element.type', (block, given, state) => {
    const { type } = block.element;
    const values = given === undefined ? {} : { [type]: given };
    const sent = viewSubmission({ ...actor, view: { ...view, blocks: [block] }, values });
    expect(sent.view).toMatchObject({
      id: 'V1',
      state: { values: { [block.block_id]: { [type]: { type, ...state } } } },
    });
  });

  it('cannot have a choice that is not in the list', () => {
    const form = { ...view, blocks: [input('static_select', CHOICES)] };
    const choose = () => viewSubmission({ ...actor, view: form, values: { static_select: 'z' } });
    expect(choose).toThrow('no choice z');
  });
});
