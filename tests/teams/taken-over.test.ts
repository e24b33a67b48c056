import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SHARE } from '../../src/adapters/chat/ways.ts';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { scopeOf } from '../../src/domain/access/visibility.ts';
import { encodeAction } from '../../src/render/action-value.ts';
import { LINES, masked, SECRET_WORDS, secretRecords } from '../support/secret-records.ts';
import { put } from '../support/test-store.ts';
import { executeAction, message, submitInMessage, taskFetch, taskSubmit } from './peers/activities.ts';
import { type At, at } from './peers/at.ts';
import { answerTo, type By, toldDuring, typeAll } from './probing.ts';
import { buttonsIn, type Json, wordsIn } from './reading.ts';
import { BANKS, POLICE, type Stage, startStage, type TenantName } from './stage.ts';

/** What one person was given, sent by another: nothing of it is theirs. And what others read along holds no secret. */

let stage: Stage;
let time = 0;
const others: By[] = [
  { tenant: 'T1', who: 'bram' },
  { tenant: 'T2', who: 'bram' },
];

beforeAll(async () => {
  // A clock on which enough time passes between two presses that they are no double click.
  stage = await startStage({ monotonic: () => (time += 5_000) });
  await put(stage.app.store, ...secretRecords);
  await stage.link('T1', POLICE);
  await stage.link('T2', BANKS);
  await stage.install('T1', 'group');
  for (const { tenant, who } of [...others, { tenant: 'T1', who: 'anna' } as By]) {
    await stage.type(tenant, who, 'help');
    await stage.change((await stage.person(tenant, who)).id, { role: 'partner', contact: true });
  }
});
beforeEach(() => {
  stage.logged.length = 0;
});
afterAll(async () => {
  expect(stage.connector.violations).toEqual([]);
  await stage.close();
});

const inOwnChat = ({ tenant, who }: By): At => at(stage.connector, tenant, who);
const shownIn = (name: string) => stage.connector.shown(stage.connector.channel('T1', name).id);
const forAll = (name: string) => shownIn(name).filter((one) => one.for === undefined);

async function formOf(tenant: TenantName, who: string, line: string): Promise<Json> {
  const { dialog } = await stage.press(tenant, who, await stage.type(tenant, who, line), 'Formulier');
  return dialog as Json;
}

/** Anna is asked whether she is sure; gives the dialog. */
async function asked(titel: string): Promise<Json> {
  const { dialog } = await stage.submit('T1', 'anna', await formOf('T1', 'anna', 'nieuw'), {
    'arg:titel': titel,
    'arg:periode': '11 t/m 17 okt 2027',
    'arg:doelgroep:lijst': ['audience/senioren'],
  });
  return dialog as Json;
}

const agreeing = (dialog: Json): Json =>
  buttonsIn(dialog)
    .map(({ data }) => data as Json)
    .find(({ mark }) => mark !== undefined) as Json;

async function titled(title: string) {
  const scope = scopeOf(PROGRAM, stage.app.now());
  const { campaigns } = await stage.app.store.entries({
    scope,
    from: '2027-01-01',
    until: '2027-12-31',
    limit: 1_000,
  });
  return campaigns.filter((one) => one.title === title);
}

describe.each(others)('what $who of $tenant takes over of Anna', (by) => {
  it('of a form that she is asked about is neither shown nor saved', async () => {
    const dialog = await asked('Conceptkoraal');
    const data = agreeing(dialog);
    const sent = [
      data,
      { ...data, mark: undefined },
      { ...data, pages: '3' },
      { ...data, pages: '3', page: '1' },
      { ...data, mark: undefined, pages: '1', page: '0', cr: '{"c":"nieuw"}' },
    ];
    const told = await toldDuring(stage, async () => {
      const answers: Json[] = [];
      for (const one of sent) answers.push(await answerTo(stage, taskSubmit(inOwnChat(by), one)));
      for (const one of sent)
        answers.push(await answerTo(stage, taskFetch(inOwnChat(by), one, '1795430000001')));
      return answers;
    });
    expect(JSON.stringify(told)).not.toContain('Conceptkoraal');
    expect(await titled('Conceptkoraal')).toEqual([]);
    // She herself still can agree.
    await answerTo(stage, taskSubmit(inOwnChat({ tenant: 'T1', who: 'anna' }), data));
    const [made, ...more] = await titled('Conceptkoraal');
    expect(more).toEqual([]);
    await stage.type('T1', 'anna', `wijzig ${made?.id} titel:Bewaard`);
  });

  it('of her drafts stays hers', async () => {
    await asked('Conceptkoraal');
    const drafts = await stage.type('T1', 'anna', 'concept');
    expect(drafts.text).toContain('Conceptkoraal');
    const told = await toldDuring(stage, async () => {
      const answers: Json[] = [];
      // A button may hold the title itself: that is no more than what they send.
      for (const { data } of masked(buttonsIn(drafts.cards), ['Conceptkoraal'])) {
        const from = inOwnChat(by);
        const press = { verb: 'concept', data, replyToId: '1795430000001' };
        answers.push(await answerTo(stage, executeAction(from, press)));
        answers.push(await answerTo(stage, taskFetch(from, data, '1795430000001')));
        await stage.send(submitInMessage(from, data as Json, '1795430000001'));
      }
      return answers;
    });
    expect(JSON.stringify(told)).not.toContain('Conceptkoraal');
    expect((await stage.type('T1', 'anna', 'concept')).text).toContain('Conceptkoraal');
  });

  it('of a dialog that she sent is done anew, as their own', async () => {
    const title = `Zelf ingevuld ${by.tenant}`;
    const form = await formOf('T1', 'anna', 'nieuw');
    const data = { ...(buttonsIn(form)[0]?.data as Json) };
    const filled = {
      'arg:titel': title,
      'arg:periode': '3 mei 2027',
      'arg:doelgroep:lijst': 'audience/senioren',
    };
    for (const each of [{ tenant: 'T1', who: 'anna' } as By, by]) {
      const answer = await answerTo(stage, taskSubmit(inOwnChat(each), { ...data, ...filled }));
      const again = buttonsIn(answer).length > 0 ? agreeing(answer) : undefined;
      if (again) await answerTo(stage, taskSubmit(inOwnChat(each), again));
    }
    const owners = (await titled(title)).map(({ owner }) => owner);
    expect(owners).toEqual([POLICE, by.tenant === 'T1' ? POLICE : BANKS]);
  });

  it('of a message with rows that the bot sent her leaves it unanswered', async () => {
    const { id: recipient } = await stage.person('T1', 'anna');
    const { id: tenant } = stage.connector.tenant('T1');
    const { aadObjectId: address, personal } = stage.connector.person('T1', 'anna');
    const action = { label: 'Help', command: 'help', args: {} };
    const outgoing = {
      road: { platform: 'teams', tenant, address },
      recipient,
      kind: 'nudges',
      locale: 'nl',
      message: {
        type: 'message',
        title: 'Kwartsklus',
        audience: 'private',
        sections: [{ type: 'actions', actions: [action] }],
      },
    };
    await stage.teams.platform.send(outgoing as never, AbortSignal.timeout(5_000));
    const sent = stage.connector.shown(personal).at(-1);
    const before = JSON.stringify(sent?.activity);
    const data = buttonsIn(sent?.activity)[0]?.data as Json;
    const told = await toldDuring(stage, async () => [
      await answerTo(
        stage,
        executeAction(inOwnChat(by), { verb: 'help', data, replyToId: String(sent?.id) }),
      ),
    ]);
    expect(JSON.stringify(told)).not.toContain('Kwartsklus');
    expect(JSON.stringify(stage.connector.shown(personal).find(({ id }) => id === sent?.id)?.activity)).toBe(
      before,
    );
  });
});

describe('a private message in a channel', () => {
  it('is replaced by nobody but who it is for', async () => {
    await stage.type('T1', 'anna', 'toon zonnewende', { where: 'algemeen' });
    const hers = shownIn('algemeen').at(-1);
    expect(hers?.for).toBe(stage.connector.person('T1', 'anna').id);
    const before = JSON.stringify(hers?.activity);
    const form = await stage.press(
      'T1',
      'bram',
      await stage.type('T1', 'bram', 'nieuw', { where: 'algemeen' }),
      'Formulier',
    );
    const from = at(stage.connector, 'T1', 'bram', 'algemeen');
    const by = '{"c":"kalender"}';
    const cr = '{"c":"kalender","a":{"periode":"2027"}}';
    const replyToId = String(hers?.id);
    for (const more of [{ x: '1' }, { by }, { row: '0' }]) {
      await stage.send(executeAction(from, { verb: 'kalender', data: { cr, ...more }, replyToId }));
      await stage.send(submitInMessage(from, { cr, ...more }, replyToId));
    }
    const data = { ...(buttonsIn(form.dialog)[0]?.data as Json), by, from: replyToId };
    const filled = {
      'arg:titel': 'Van Bram',
      'arg:periode': '5 mei 2027',
      'arg:doelgroep:lijst': 'audience/senioren',
    };
    await stage.send(taskSubmit(from, { ...data, ...filled }));
    const now = shownIn('algemeen').find(({ id }) => id === hers?.id);
    expect(JSON.stringify(now?.activity)).toBe(before);
  });

  it('is replaced by what follows for who it is for', async () => {
    const list = await stage.type('T1', 'anna', 'kalender 2027', { where: 'algemeen' });
    const hers = shownIn('algemeen').at(-1);
    const next = await stage.press('T1', 'anna', list, 'Volgende');
    const now = shownIn('algemeen').find(({ id }) => id === hers?.id);
    expect(wordsIn(now?.activity)).toBe(wordsIn(next.cards.at(-1)));
    expect(now?.for).toBe(hers?.for);
  });
});

describe('what others read along', () => {
  it('holds no more than that the answer is elsewhere, where Teams takes no private message', async () => {
    const before = forAll('campagnes').length;
    const { id } = stage.connector.channel('T1', 'campagnes');
    for (const text of LINES) {
      stage.connector.script.push({ call: 'create', conversation: id, does: { status: 400 } });
      await stage.send(message(at(stage.connector, 'T1', 'anna', 'campagnes'), text));
      stage.connector.script.length = 0;
    }
    const said = forAll('campagnes')
      .slice(before)
      .map(({ activity }) => activity);
    expect(said.length).toBeGreaterThanOrEqual(LINES.length);
    expect([...new Set(said.map(({ text }) => text))].toSorted()).toEqual([
      'Mijn antwoord staat in ons eigen gesprek: hier kan iedereen meelezen.',
      'My answer is in our own conversation: everyone can read along here.',
    ]);
    expect(said.filter(({ attachments, summary }) => attachments ?? summary)).toEqual([]);
  });

  it('holds of what is shared only what anyone may see', async () => {
    const before = forAll('algemeen').length;
    const by: By = { tenant: 'T1', who: 'anna', where: 'algemeen' };
    const told = await toldDuring(stage, () => typeAll(stage, by));
    // What she searched for herself would only be repeated.
    const buttons = masked(buttonsIn(told), SECRET_WORDS);
    const targets = new Set(buttons.map(({ data }) => String((data as Json).cr)));
    const offered = [...targets].filter((cr) => JSON.parse(cr).c === SHARE);
    const forged = [...targets].map((wat) => encodeAction({ command: SHARE, args: { wat } }));
    const secret = secretRecords.map(({ id }) =>
      encodeAction({ command: SHARE, args: { wat: encodeAction({ command: 'toon', args: { wat: id } }) } }),
    );
    expect(offered.length).toBeGreaterThan(10);
    const replyToId = String(shownIn('algemeen').at(-1)?.id);
    const from = at(stage.connector, 'T1', 'anna', 'algemeen');
    for (const cr of [...offered, ...forged, ...secret])
      await stage.send(executeAction(from, { verb: SHARE, data: { cr }, replyToId }));
    await stage.teams.refreshCards();
    const posted = forAll('algemeen').slice(before);
    expect(posted.length).toBeGreaterThanOrEqual(offered.length);
    const text = JSON.stringify(posted);
    for (const word of [...SECRET_WORDS, 'zonnewende', 'Rietzanger'])
      expect(text.includes(word), word).toBe(false);
  });

  it('is no other after somebody presses in it', async () => {
    const [posted] = forAll('algemeen').filter(({ activity }) => buttonsIn(activity).length > 0);
    const before = JSON.stringify(posted?.activity);
    const from = at(stage.connector, 'T1', 'anna', 'algemeen');
    const replyToId = String(posted?.id);
    for (const { data } of buttonsIn(posted?.activity))
      for (const more of [{}, { x: '1' }, { by: '{"c":"overzicht"}' }, { row: '0' }])
        await stage.send(executeAction(from, { verb: 'x', data: { ...(data as Json), ...more }, replyToId }));
    expect(JSON.stringify(forAll('algemeen').find(({ id }) => id === posted?.id)?.activity)).toBe(before);
  });
});

describe('what names two tenants', () => {
  const [here, there] = [{ id: '' }, { id: '' }];
  beforeAll(() => {
    here.id = stage.connector.tenant('T1').id;
    there.id = stage.connector.tenant('T2').id;
  });

  /** As it comes from Anna of the police, with these tenants in the two places. */
  const naming = (activity: Json, inConversation: string, inChannel: string): Json => ({
    ...activity,
    conversation: { ...(activity.conversation as Json), tenantId: inConversation },
    channelData: { ...(activity.channelData as Json), tenant: { id: inChannel } },
  });

  it('is nobody’s', async () => {
    const anna = at(stage.connector, 'T1', 'anna');
    const revision = await stage.app.store.revision();
    const { calls } = stage.connector;
    const before = calls.length;
    for (const [one, other] of [
      [here.id, there.id],
      [there.id, here.id],
      [here.id, 'onbekend'],
    ] as const) {
      await stage.send(naming(message(anna, 'toon zonnewende'), one, other));
      const cr = '{"c":"toon","a":{"wat":"campaign/zonnewende"}}';
      const press = naming(executeAction(anna, { verb: 'toon', data: { cr }, replyToId: '1' }), one, other);
      const answer = await stage.send(press);
      expect(answer.status).toBe(400);
      expect(await answer.text()).not.toContain('Zonnewende');
    }
    expect(calls.length).toBe(before);
    expect(await stage.app.store.revision()).toBe(revision);
  });

  it('is one when they differ in capitals only', async () => {
    const { calls } = stage.connector;
    const anna = at(stage.connector, 'T1', 'anna');
    await stage.send(naming(message(anna, 'toon zonnewende'), here.id.toUpperCase(), here.id));
    expect(JSON.stringify(calls.at(-1)?.body)).toContain('Klaproosdoel');
  });
});
