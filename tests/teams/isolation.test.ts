import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { setTenantOrganisations } from '../../src/domain/tenant/manage-tenant.ts';
import { tenantId } from '../../src/domain/tenant/tenant.ts';
import { keptLog } from '../support/log-lines.ts';
import { sampleCampaign } from '../support/samples.ts';
import { nowhere, OWN_WORDS, SECRET_WORDS, secretRecords } from '../support/secret-records.ts';
import { put } from '../support/test-store.ts';
import { message } from './peers/activities.ts';
import { at } from './peers/at.ts';
import type { Person } from './peers/places.ts';
import {
  type By,
  type Doings,
  doingsOf,
  elsewhere,
  sampled,
  sendable,
  toldDuring,
  tryEverything,
  typeAll,
  withoutWords,
} from './probing.ts';
import { type Json, wordsIn } from './reading.ts';
import { BANKS, POLICE, type Stage, startStage } from './stage.ts';

/** What the police see and do, tried by everyone who is not of the police: nothing of it gets to them. */

const { log, lines } = keptLog();
// Every command, button and form is tried by each of them: more than a test usually does.
vi.setConfig({ testTimeout: 60_000 });

let stage: Stage;
let doings: Doings;
let seenByPolice: Json[];
let versions: number[];
let time = 0;
const anna: By = { tenant: 'T1', who: 'anna' };
const revision = () => stage.app.store.revision();
const belongTo = (...organisations: (typeof POLICE)[]) =>
  setTenantOrganisations(
    stage.app.store,
    { actor: PROGRAM, at: stage.app.now() },
    tenantId('teams', stage.connector.tenant('T2').id),
    organisations,
  );

/** Anna of T2, while that is of the police, sees what theirs is. */
async function seesIt(): Promise<void> {
  await belongTo(POLICE);
  await stage.type('T2', 'anna', 'help');
  await stage.change((await stage.person('T2', 'anna')).id, { role: 'partner' });
  expect((await stage.type('T2', 'anna', 'toon zonnewende')).text).toContain('Klaproosdoel');
}

beforeAll(async () => {
  // A clock on which enough time passes between two presses that they are no double click.
  stage = await startStage({ log, monotonic: () => (time += 5_000) });
  // And one that everyone may see, but for who may see nothing here.
  await put(stage.app.store, ...secretRecords, sampleCampaign('openbaar', { title: 'Openbaar' }));
  await stage.link('T1', POLICE);
  await stage.type('T1', 'anna', 'help');
  await stage.type('T1', 'bram', 'help');
  for (const where of ['personal', 'algemeen', 'group'] as const) await stage.install('T2', where);
  await stage.install('T1', 'group');
  const { id } = await stage.person('T1', 'anna');
  await stage.change(id, { role: 'partner', contact: true });
  await stage.app.drafts.save({
    person: id,
    command: 'nieuw',
    subject: undefined,
    args: { titel: 'Conceptkoraal' },
    updatedAt: stage.app.now(),
  });
  seenByPolice = await toldDuring(stage, async () => {
    await typeAll(stage, anna);
    return elsewhere(stage, anna);
  });
  seenByPolice.push(
    ...(await toldDuring(stage, async () => {
      doings = await doingsOf(stage, anna, seenByPolice);
      return doings.submitted;
    })),
  );
  // One of the examples is to have everything in English.
  await stage.change(id, { locale: 'nl' });
  const asked = await questionOf();
  seenByPolice.push(asked);
  doings.submitted.push(...sendable(asked));
  versions = [...secretRecords.map(() => 1), (await stage.person('T1', 'anna')).version];
});
afterAll(() => stage.close());

/** A question in a dialog: what was filled in is kept as a draft, and the dialog holds only its id. */
async function questionOf(): Promise<Json> {
  const { dialog } = await stage.press('T1', 'anna', await stage.type('T1', 'anna', 'nieuw'), 'Formulier');
  const { dialog: asked } = await stage.submit('T1', 'anna', dialog as Json, {
    'arg:titel': 'Conceptkoraal',
    'arg:periode': '11 t/m 17 okt 2027',
    'arg:doelgroep:lijst': ['audience/senioren'],
  });
  if (!asked || !JSON.stringify(asked).includes('"mark"')) throw new Error('it did not ask');
  return asked;
}

function expectNo(words: readonly string[], told: readonly Json[]): void {
  const texts = told.map((one) => JSON.stringify(one));
  for (const word of words) {
    const found = texts.filter((text) => text.includes(word)).map((text) => text.slice(0, 600));
    expect(found, word).toEqual([]);
  }
}

/** Tries everything as a partner of another organisation; without the words that they would only hear repeated. */
function tryAsBank(by: By, each = 1): Promise<Json[]> {
  const theirs = withoutWords(sampled(doings, each), OWN_WORDS);
  return toldDuring(stage, () => tryEverything(stage, by, theirs));
}

/** A dialog names the message that it was opened from; in a conversation of others there is no such message. */
const NOT_THEIRS = 'a card could not be drawn anew {"reason":"answered 404 ActivityNotFoundInConversation"}';

/** Nothing of the police was touched, and nothing went wrong. */
async function expectKept(): Promise<void> {
  const ids = [...secretRecords.map(({ id }) => id), (await stage.person('T1', 'anna')).id];
  const kept = await stage.app.store.getMany(ids as never);
  expect(ids.map((id) => kept.get(id as never)?.version)).toEqual(versions);
  expect(stage.connector.violations).toEqual([]);
  expect(stage.logged.splice(0).filter((line) => line !== NOT_THEIRS)).toEqual([]);
}

/** Every word that a person gets to see, also in notifications and in clients that do not draw cards. */
function heardIn(told: readonly Json[]): string[] {
  const lines = told.flatMap((one) => {
    const { value, task } = one as { value?: unknown; task?: { value?: unknown } };
    const said = [value, task?.value].filter((text): text is string => typeof text === 'string');
    return [...said, wordsIn(one), ...hiddenIn(one)];
  });
  return [...new Set(lines.flatMap((line) => line.split('\n')))].filter((line) => line !== '');
}

function hiddenIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    ['summary', 'fallbackText', 'errorMessage', 'placeholder'].includes(key)
      ? [String(value)]
      : hiddenIn(value),
  );
}

/** Where the police's things are kept: not even that they exist is told to who may nothing. */
const SECRET_IDS = ['zonnewende', 'campaign/voorstel', 'campaign/embargo', 'task/kwarts', 'quirina'];

/** Tries one in so many as somebody who may nothing: hears these texts and no others, and changes nothing. */
async function expectStranger(by: By, texts: readonly string[], each = 1): Promise<void> {
  const before = await revision();
  const told = await toldDuring(stage, () => tryEverything(stage, by, sampled(doings, each)));
  expect(heardIn(told).toSorted()).toEqual([...texts].toSorted());
  expectNo([...SECRET_WORDS, ...SECRET_IDS, (await stage.person('T1', 'anna')).id], told);
  expect(await revision()).toBe(before);
  await expectKept();
}

const IN_CHAT = 'Het antwoord staat in het gesprek.';
const UNLINKED = [
  'Nog niet gekoppeld',
  'Jouw organisatie is hier nog niet gekoppeld. Vraag de coördinator van het samenwerkingsverband om een code, en typ daarna: koppel, met de code erachter. Daarna kun je me alles vragen.',
  'Vul de code in',
  IN_CHAT,
];
const guestTexts = () => [
  'Alleen voor de organisatie zelf',
  `Je bent hier te gast. Ik antwoord alleen mensen van de organisatie zelf. De openbare kalender vind je op ${stage.base}`,
  IN_CHAT,
];
const INACTIVE = [
  'Je bent afgemeld',
  'Je bent bij mij afgemeld. Klopt dat niet? Vraag het de coördinator.',
  IN_CHAT,
];

describe('what the police see', () => {
  it('holds every secret, so that there is something to keep', async () => {
    for (const word of SECRET_WORDS)
      expect.soft(JSON.stringify([seenByPolice, doings]).includes(word), word).toBe(true);
    expect(doings.pressed.length).toBeGreaterThan(300);
    expect(doings.opened.length).toBeGreaterThan(50);
    expect(doings.submitted.length).toBeGreaterThan(50);
    expect(doings.datasets.length).toBeGreaterThan(5);
    await expectKept();
  });
});

describe('nothing but the way in is told to', () => {
  it('people of a tenant that is not linked', async () => {
    await belongTo();
    await expectStranger({ tenant: 'T2', who: 'anna' }, UNLINKED);
  });

  it('a guest in the tenant of the police, whichever sign there is of that', async () => {
    const gijs = stage.connector.person('T1', 'gijs');
    const { userRole, userPrincipalName } = gijs;
    await expectStranger({ tenant: 'T1', who: 'gijs' }, guestTexts());
    gijs.userRole = 'user';
    await expectStranger({ tenant: 'T1', who: 'gijs' }, guestTexts(), 10);
    Object.assign(gijs, { userRole, userPrincipalName: 'gijs@politie.example' });
    await expectStranger({ tenant: 'T1', who: 'gijs' }, guestTexts(), 10);
    gijs.userPrincipalName = userPrincipalName;
  });

  it('a guest in the tenant of the banks', async () => {
    await belongTo(BANKS);
    await expectStranger({ tenant: 'T2', who: 'gijs' }, guestTexts(), 10);
  });

  it('somebody of another tenant in a shared channel of the police', async () => {
    const femke = stage.connector.person('T1', 'femke');
    const { tenantId: home } = femke;
    await expectStranger({ tenant: 'T1', who: 'femke', where: 'gedeeld' }, guestTexts());
    // Also when that tenant is one whose people are known.
    femke.tenantId = stage.connector.tenant('T2').id.toUpperCase();
    await expectStranger({ tenant: 'T1', who: 'femke', where: 'gedeeld' }, guestTexts(), 10);
    femke.tenantId = home;
  });

  it('somebody without an account', async () => {
    await expectStranger({ tenant: 'T1', who: 'zonder', where: 'algemeen' }, guestTexts());
    await expectStranger({ tenant: 'T1', who: 'zonder' }, guestTexts(), 10);
  });

  it('somebody of whom the roster tells nothing', async () => {
    const { people } = stage.connector.tenant('T1');
    const carla = people.findIndex(({ name }) => name === 'carla');
    const from = { ...at(stage.connector, 'T1', 'carla') };
    const [gone] = people.splice(carla, 1);
    const told = await toldDuring(stage, async () => {
      for (const line of ['kalender', 'toon zonnewende', 'overzicht']) await stage.send(message(from, line));
      return undefined;
    });
    people.push(gone as Person);
    expectNo([...SECRET_WORDS, ...SECRET_IDS, 'Money Mule'], told);
    stage.logged.length = 0;
  });

  it('somebody of the police who was signed off', async () => {
    const { id } = await stage.person('T1', 'bram');
    await stage.change(id, { active: false });
    await expectStranger({ tenant: 'T1', who: 'bram' }, INACTIVE);
    await stage.change(id, { active: true });
  });

  it('people of a tenant that is not linked any more', async () => {
    await seesIt();
    await belongTo();
    await expectStranger({ tenant: 'T2', who: 'anna' }, UNLINKED);
  });
});

describe('partners of another organisation', () => {
  const banks: By = { tenant: 'T2', who: 'bram' };
  beforeAll(async () => {
    await belongTo(BANKS);
    await stage.type('T2', 'bram', 'help');
    await stage.change((await stage.person('T2', 'bram')).id, { role: 'partner', contact: true });
  });

  it('get nothing of the police’s own, whatever they try', async () => {
    const told = await tryAsBank(banks);
    expectNo(OWN_WORDS, told);
    expect(JSON.stringify(told)).toContain('Reigerdoel');
    await expectKept();
  });

  it('are told the same of what is not theirs to see as of what does not exist', async () => {
    const hidden = async (line: string, word: string) => {
      const told = await toldDuring(stage, () => typeAll(stage, banks, [line]));
      return JSON.stringify(told).replaceAll(new RegExp(RegExp.escape(word), 'gi'), '…');
    };
    for (const word of OWN_WORDS)
      for (const command of ['', 'zoek ', 'toon ', 'wijzig ', 'meedoen ']) {
        const nothing = nowhere(word);
        expect(await hidden(command + word, word), command + word).toBe(
          await hidden(command + nothing, nothing),
        );
      }
    await expectKept();
  });
});

describe('somebody with the same object id in another tenant', () => {
  it('is somebody else', async () => {
    const carla = stage.connector.person('T2', 'carla');
    const own = carla.aadObjectId;
    carla.aadObjectId = stage.connector.person('T1', 'anna').aadObjectId;
    await belongTo();
    await expectStranger({ tenant: 'T2', who: 'carla' }, UNLINKED, 10);
    await belongTo(BANKS);
    const told = await tryAsBank({ tenant: 'T2', who: 'carla' }, 5);
    expectNo(OWN_WORDS, told);
    const [here, there] = [await stage.person('T1', 'anna'), await stage.person('T2', 'carla')];
    expect(there.id).not.toBe(here.id);
    expect([here.organisation, there.organisation]).toEqual([POLICE, BANKS]);
    await expectKept();
    await stage.uninstall('T2', 'personal', 'carla');
    carla.aadObjectId = own;
    stage.logged.length = 0;
  });
});

describe('a tenant from which the bot was removed', () => {
  it('is not written to any more, whoever asked', async () => {
    await seesIt();
    for (const who of ['anna', 'bram', 'carla', 'gijs']) await stage.uninstall('T2', 'personal', who);
    for (const where of ['algemeen', 'group'] as const) await stage.uninstall('T2', where);
    const { people, team, group } = stage.connector.tenant('T2');
    const homes = [...people.map(({ personal }) => personal), group.id, ...team.channels.map(({ id }) => id)];
    const shown = () => homes.map((home) => stage.connector.shown(home).length);
    const before = shown();
    const { calls } = stage.connector;
    const begun = calls.length;
    const outgoing = {
      road: { platform: 'teams', tenant: stage.connector.tenant('T2').id, address: 'iemand' },
      recipient: (await stage.person('T2', 'anna')).id,
      message: { type: 'message', title: 'Zonnewende', audience: 'private', sections: [] },
      locale: 'nl',
    };
    expect(await stage.teams.platform.send(outgoing as never, AbortSignal.timeout(5_000))).toEqual({
      type: 'closed',
      reason: 'the tenant is not linked',
    });
    expect(calls.length).toBe(begun);
    await typeAll(stage, { tenant: 'T2', who: 'anna' });
    expect(shown()).toEqual(before);
    expect(new Set(calls.slice(begun).map(({ status }) => status))).toEqual(new Set([403]));
  });
});

describe('the log', () => {
  it('holds nothing of what was told, asked or sent', () => {
    expect(lines.length).toBeGreaterThan(100);
    const written = lines.join('');
    for (const secret of [...SECRET_WORDS, stage.connector.token])
      expect(written.includes(secret), secret).toBe(false);
  });
});
