import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plainMessage } from '../../src/adapters/teams/hear/plain-message.ts';
import { typedText } from '../../src/adapters/teams/hear/typed-text.ts';
import { message, messageReaction, typing } from './peers/activities.ts';
import { at } from './peers/at.ts';
import { wordsIn } from './reading.ts';
import { POLICE, type Stage, startStage } from './stage.ts';

let stage: Stage;
let hours = 0;
beforeAll(async () => {
  stage = await startStage({ monotonic: () => hours * 3_600_000 + performance.now() });
  await stage.link('T1', POLICE);
  await stage.install('T1', 'group');
});
beforeEach(() => stage.connector.calls.splice(0));
afterAll(async () => {
  expect(stage.connector.violations).toEqual([]);
  await stage.close();
});

const posts = () => stage.connector.calls.filter(({ call }) => call === 'create');

describe('what is typed to the bot', () => {
  it.each<[string, object]>([
    ['in the own conversation', {}],
    ['with a mention in a channel', { where: 'algemeen' }],
    ['with a mention in a group chat', { where: 'group' }],
    ['with a slash, for the bot alone', { where: 'algemeen', targeted: true }],
  ])('is answered %s', async (_name, more) => {
    const seen = await stage.type('T1', 'anna', 'kalender oktober', more);
    expect(seen.text).toContain('Kalender: oktober 2027');
    expect(posts()).toHaveLength(1);
  });

  it('with nothing but a mention is answered with what there is to ask', async () => {
    expect((await stage.type('T1', 'anna', '', { where: 'algemeen' })).text).toContain('Wat je kunt vragen');
  });

  it('that is not understood is answered with the nearest commands, never with silence', async () => {
    expect((await stage.type('T1', 'anna', 'kalnder')).text).toContain('kalender');
    expect((await stage.type('T1', 'anna', 'wat gebeurt er in oktober?')).text).not.toBe('');
    expect((await stage.type('T1', 'anna', '🙂')).text).not.toBe('');
  });

  it('in a thread is answered in that thread', async () => {
    await stage.type('T1', 'anna', 'kalender', { where: 'algemeen', thread: '1795430000001' });
    expect(posts()[0]?.thread).toBe('1795430000001');
  });

  it('tells the notification what it is about', async () => {
    await stage.type('T1', 'anna', 'kalender oktober');
    expect(posts()[0]?.body).toMatchObject({ summary: expect.stringContaining('Kalender') });
  });

  it('is answered once when Teams delivers it twice', async () => {
    const activity = message(at(stage.connector, 'T1', 'anna'), 'kalender');
    await stage.send(activity);
    await stage.send(activity);
    expect(posts()).toHaveLength(1);
  });

  it('is answered after a moment when Teams is busy', async () => {
    stage.connector.script.push({ call: 'create', does: { status: 429, retryAfter: 1 } });
    expect((await stage.type('T1', 'anna', 'kalender')).text).toContain('Kalender');
  });

  it('is told when the program itself fails', async () => {
    const { entries } = stage.app.store;
    stage.app.store.entries = async () => {
      throw new Error('the disk is gone');
    };
    const seen = await stage.type('T1', 'anna', 'kalender');
    stage.app.store.entries = entries;
    expect(seen.text).toContain('Er ging iets mis bij mij');
    expect(seen.text).not.toContain('disk');
  });

  it('leaves a reaction and typing alone', async () => {
    await stage.send(typing(at(stage.connector, 'T1', 'anna')));
    await stage.send(messageReaction(at(stage.connector, 'T1', 'anna'), '1'));
    expect(posts()).toEqual([]);
  });
});

describe('someone who is met for the first time', () => {
  it('becomes a reader of the organisation, with the language and zone of Teams', async () => {
    await stage.type('T1', 'carla', 'help');
    const carla = await stage.person('T1', 'carla');
    expect(carla).toMatchObject({
      name: 'Carla Peters',
      organisation: POLICE,
      role: 'reader',
      locale: 'nl',
      zone: 'Europe/Amsterdam',
    });
    const { aadObjectId } = stage.connector.person('T1', 'carla');
    expect(carla.identities).toEqual([
      { platform: 'teams', tenant: stage.connector.tenant('T1').id, user: aadObjectId },
    ]);
  });

  it.each([
    'gijs',
    'femke',
    'zonder',
  ])('gets no rights as %s: a guest, of another tenant, or nobody', async (who) => {
    const seen = await stage.type('T1', who, 'kalender', { where: 'algemeen' });
    expect(wordsIn(seen.cards)).not.toContain('Money Mule');
    await expect(stage.person('T1', who)).rejects.toThrow('has not met');
  });

  it('is nobody when their id is only written in the place of a name, or they come by another channel', async () => {
    await stage.type('T1', 'carla', 'help');
    const guid = String(stage.connector.person('T1', 'carla').aadObjectId);
    const activity = message(at(stage.connector, 'T1', 'carla'), 'mijn-gegevens');
    const forged = { ...activity, from: { id: guid, name: 'Carla Peters' } };
    await stage.send({ ...forged, id: 'forged 1' });
    const told = wordsIn(posts().map(({ body }) => body));
    expect(told).not.toContain('werktijden');
    expect(told).toContain('te gast');
    const { id: tenant } = stage.connector.tenant('T1');
    const known = await stage.app.references.find(tenant, guid);
    expect(known?.conversation).toBe(stage.connector.person('T1', 'carla').personal);
    const elsewhere = await stage.send({ ...activity, id: 'forged 2', channelId: 'directline' });
    expect(elsewhere.status).toBe(400);
  });

  it('who became a guest later loses everything', async () => {
    await stage.type('T1', 'bram', 'help');
    stage.connector.person('T1', 'bram').userRole = 'guest';
    // Accounts are looked at again the next day.
    hours += 25;
    await stage.type('T1', 'bram', 'kalender');
    expect((await stage.type('T1', 'bram', 'kalender')).text).not.toContain('Money Mule');
    stage.connector.person('T1', 'bram').userRole = 'user';
  });
});

describe('typed text', () => {
  const text = (words: string, entities: object[] = []) =>
    typedText({ text: words, entities, recipient: { id: '28:bot' } } as never);
  const bot = { type: 'mention', text: '<at>Campagneregie</at>', mentioned: { id: '28:bot' } };

  it.each([
    ['<at>Campagneregie</at> kalender oktober\n', 'kalender oktober'],
    ['<at>Campagneregie</at>&nbsp;/kalender', 'kalender'],
    ['kalender <at>Campagneregie</at>', 'kalender'],
    ['/kalender  oktober', 'kalender oktober'],
    ['kalender\u00a0oktober', 'kalender oktober'],
  ])('"%s" means "%s"', (typed, meant) => {
    expect(text(typed, [bot]).replaceAll(/ +/g, ' ')).toBe(meant);
  });

  it('is read in no time, whatever is in it', () => {
    const long = '<at'.repeat(60_000);
    expect(text(long).length).toBeLessThanOrEqual(30_000);
    const odd = { type: 'mention', text: 'X', mentioned: { id: '29:x', name: '$`$`$&' } };
    expect(text('toon X nu', [odd])).toBe('toon @$`$`$& nu');
    expect(plainMessage('<br '.repeat(60_000)).length).toBeLessThanOrEqual(100_000);
  });

  it('names other people as they are called, and cannot smuggle a mention in', () => {
    const anna = {
      type: 'mention',
      text: '<at>Anna</at>',
      mentioned: { id: '29:anna', name: 'Anna de Vries' },
    };
    expect(text('persoon toon <at>Anna</at>', [anna])).toBe('persoon toon @Anna de Vries');
    expect(text('<at>niemand</at> kalender')).toBe('niemand kalender');
  });
});
