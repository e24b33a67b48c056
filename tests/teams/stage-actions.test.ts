import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BareTeams, startBareTeams } from './bare-app.ts';
import { type Connector, startConnector } from './peers/connector.ts';
import type { Json } from './peers/json.ts';
import { type OpenId, startOpenId } from './peers/openid-server.ts';
import { inputValues } from './reading.ts';
import type { Seen } from './seeing.ts';
import { actions } from './stage-actions.ts';

/** What the tests do as people in Teams, driven by an app of the SDK that shows what it is sent. */

const CLIENT_ID = '0f9b6f4e-5a52-4a0e-8f4e-1d6a8c2f7b11';
const CARD = 'application/vnd.microsoft.card.adaptive';
let openid: OpenId;
let connector: Connector;
let bare: BareTeams;
let people: ReturnType<typeof actions>;
let heard: Json[];

const input = (more: Json) => ({ label: 'Invoer', ...more });
const cardOf = (text: string, ...actions: Json[]): Json => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }, ...(actions.length > 0 ? [{ type: 'ActionSet', actions }] : [])],
});
const BUTTONS = [
  {
    type: 'Action.Execute',
    title: 'Ververs',
    verb: 'ververs',
    data: { c: 1 },
    fallback: { type: 'Action.Submit', title: 'Ververs', data: { c: 1 } },
  },
  { type: 'Action.Submit', title: 'Open', data: { c: 2, msteams: { type: 'task/fetch' } } },
  { type: 'Action.Submit', title: 'Stuur', data: { c: 3 } },
];
const FORM: Json = {
  ...cardOf('Vul in'),
  body: [
    input({ type: 'Input.Text', id: 'titel', isRequired: true, errorMessage: 'Vul in' }),
    input({ type: 'Input.Text', id: 'extra', value: 'er al' }),
    { type: 'ActionSet', actions: [{ type: 'Action.Submit', title: 'Bewaar', data: { c: 4 } }] },
  ],
};

beforeEach(async () => {
  openid = await startOpenId(CLIENT_ID);
  connector = await startConnector({ clientId: CLIENT_ID });
  const { metadataUrl: openIdMetadataUrl } = openid;
  const { token } = connector;
  bare = await startBareTeams({
    clientId: CLIENT_ID,
    openIdMetadataUrl,
    token,
    serviceUrl: connector.serviceUrl('T1'),
    echoes: false,
  });
  heard = [];
  const attachments = [{ contentType: CARD, content: cardOf('Kies', ...BUTTONS) }];
  bare.app.on('message', async ({ send, activity }) => {
    heard.push(activity as unknown as Json);
    const recipient = activity.recipient.isTargeted ? { ...activity.from, isTargeted: true } : undefined;
    await send({ type: 'message', attachments, ...(recipient && { recipient }) } as never);
  });
  bare.app.on('card.action', async ({ activity }) => {
    heard.push(activity.value as unknown as Json);
    return { statusCode: 200, type: CARD, value: cardOf('Ververst', ...BUTTONS) } as never;
  });
  bare.app.on('dialog.open', async ({ activity }) => {
    heard.push(activity.value as unknown as Json);
    return {
      task: { type: 'continue', value: { title: 'Dialoog', card: { contentType: CARD, content: FORM } } },
    } as never;
  });
  bare.app.on('dialog.submit', async ({ activity }) => {
    heard.push(activity.value as unknown as Json);
    return { task: { type: 'message', value: 'Bewaard' } } as never;
  });
  const around = { app: {}, teams: { settled: async () => {} }, connector, openid, base: bare.base };
  people = actions(around as never);
  await people.install('T1', 'personal');
  await people.install('T1', 'algemeen');
});

afterEach(async () => {
  expect(connector.violations).toEqual([]);
  await bare.stop();
  await connector.close();
  await openid.close();
});

const typed = (more: object = {}): Promise<Seen> => people.type('T1', 'anna', 'hallo', more);

describe('somebody who types', () => {
  it('sees the cards that come of it, and their words', async () => {
    const seen = await typed();
    expect(seen.cards).toHaveLength(1);
    expect(seen.text).toBe(['Kies', 'Ververs', 'Open', 'Stuur'].join('\n'));
  });

  it('sees nothing of what is said elsewhere or to another', async () => {
    await people.install('T1', 'personal', 'bram');
    const bram = await people.type('T1', 'bram', 'hallo', { where: 'channel', targeted: true });
    expect(bram.cards).toHaveLength(1);
    const [shown] = connector.shown(connector.channel('T1', 'campagnes').id);
    expect(shown?.for).toBe(connector.person('T1', 'bram').id);
    expect((await typed()).cards).toHaveLength(1);
    await expect(people.press('T1', 'anna', bram, 'Open')).rejects.toThrow('for another');
  });
});

describe('somebody who presses', () => {
  it('gets another card in place of the pressed one, whose buttons work as well', async () => {
    const after = await people.press('T1', 'anna', await typed(), 'Ververs');
    expect(after.text).toContain('Ververst');
    expect(heard.at(-1)).toMatchObject({ trigger: 'manual', action: { verb: 'ververs', data: { c: 1 } } });
    expect((await people.press('T1', 'anna', after, 'Ververs')).cards).toHaveLength(1);
  });

  it('sends a message in the thread where the card stands, without a word', async () => {
    const seen = await typed({ where: 'channel', thread: '1795430000000' });
    await people.press('T1', 'anna', seen, 'Stuur');
    const [, pressed] = heard;
    expect(pressed).toMatchObject({ value: { c: 3 }, replyToId: connector.shown(channel())[0]?.id });
    // Teams sends no text; the SDK makes it an empty one.
    expect(pressed?.text).toBe('');
    expect((pressed?.conversation as Json).id).toBe(`${channel()};messageid=1795430000000`);
  });

  it('opens a dialog, fills it in and sends it', async () => {
    const opened = await people.press('T1', 'anna', await typed(), 'Open');
    expect(opened.text).toContain('Dialoog');
    expect(opened.text).toContain('er al');
    const dialog = opened.dialog as Json;
    await expect(people.press('T1', 'anna', opened, 'Bewaar')).rejects.toThrow('must be filled in');
    const sent = await people.submit('T1', 'anna', dialog, { titel: 'Nieuw', extra: null });
    expect(sent).toMatchObject({ dialog: undefined, texts: ['Bewaard'] });
    expect(heard.at(-1)).toMatchObject({ data: { c: 4, titel: 'Nieuw' } });
    expect((heard.at(-1)?.data as Json).extra).toBeUndefined();
  });

  it('cannot press what is not there', async () => {
    await expect(people.press('T1', 'anna', await typed(), 'Weg')).rejects.toThrow('Ververs, Open, Stuur');
  });
});

const channel = () => connector.channel('T1', 'campagnes').id;

describe('what inputs hold', () => {
  const one = (more: Json) => ({ body: [{ id: 'een', ...more }] });
  const choices = [{ value: 'a' }, { value: 'b' }];

  it('is text, with several choices in one and nothing of what is empty', () => {
    const several = one({ type: 'Input.ChoiceSet', isMultiSelect: true, choices });
    expect(inputValues(several, { een: ['a', 'b'] })).toEqual({ een: 'a,b' });
    expect(inputValues(several, { een: [] })).toEqual({});
    expect(inputValues(one({ type: 'Input.Number', value: 12 }))).toEqual({ een: '12' });
  });

  it('is only what a person could fill in', () => {
    const wrong: [Json, string | string[]][] = [
      [{ type: 'Input.ChoiceSet', choices }, 'c'],
      [{ type: 'Input.ChoiceSet', choices }, ['a', 'b']],
      [{ type: 'Input.Date' }, '11 oktober'],
      [{ type: 'Input.Time' }, '25:00'],
      [{ type: 'Input.Toggle' }, 'ja'],
      [{ type: 'Input.Text', isRequired: true }, ''],
    ];
    for (const [more, value] of wrong) expect(() => inputValues(one(more), { een: value })).toThrow();
    expect(() => inputValues(one({ type: 'Input.Text' }), { twee: 'x' })).toThrow('no input twee');
  });
});
