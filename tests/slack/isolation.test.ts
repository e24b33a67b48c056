import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { setTenantOrganisations } from '../../src/domain/tenant/manage-tenant.ts';
import { tenantId } from '../../src/domain/tenant/tenant.ts';
import { nowhere, OWN_WORDS, SECRET_WORDS, secretRecords } from '../support/secret-records.ts';
import { put } from '../support/test-store.ts';
import type { Actor } from './peers/actor.ts';
import { appUninstalled, eventCallback } from './peers/requests.ts';
import {
  conversation,
  type Doings,
  doingsIn,
  elsewhere,
  pressAll,
  searchAll,
  submitAll,
  toldDuring,
  typeAll,
  withoutWords,
} from './probing.ts';
import { type Json, wordsIn } from './reading.ts';
import { BANKS, POLICE, type Stage, startStage, type Team } from './stage.ts';

/** What the police see and do, tried by everyone who is not of the police: nothing of it gets to them. */

// Every command, button and form is tried by each of them: more than a test usually does.
vi.setConfig({ testTimeout: 60_000 });

let stage: Stage;
let doings: Doings;
let seenByPolice: Json[];
let versions: number[];
const police = () => who('T1', 'anna');
const who = (team: Team, name: string): Actor => ({ team, user: stage.server.person(team, name).id });
const revision = () => stage.app.store.revision();
const belongTo = (...organisations: (typeof POLICE)[]) =>
  setTenantOrganisations(
    stage.app.store,
    { actor: PROGRAM, at: stage.app.now() },
    tenantId('slack', 'T2'),
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
  stage = await startStage();
  await put(stage.app.store, ...secretRecords);
  await stage.link('T1', POLICE);
  await stage.type('T1', 'anna', 'help');
  await stage.type('T1', 'bram', 'help');
  await stage.install('T2');
  for (const team of ['T1', 'T2']) await stage.server.invite(team, stage.server.channel(team, 'algemeen'));
  const anna = await stage.person('T1', 'anna');
  await stage.change(anna.id, { role: 'partner', contact: true });
  await stage.app.drafts.save({
    person: anna.id,
    command: 'nieuw',
    subject: undefined,
    args: { titel: 'Conceptkoraal' },
    updatedAt: stage.app.now(),
  });
  const direct = await conversation(stage, 'T1', police().user);
  seenByPolice = await toldDuring(stage, async () => {
    await typeAll(stage, police());
    await elsewhere(stage, police(), direct);
  });
  doings = doingsIn(stage, seenByPolice);
  versions = [...secretRecords.map(() => 1), (await stage.person('T1', 'anna')).version];
});
afterAll(() => stage.close());

/** Tries everything as somebody; gives all that the app told meanwhile. `without`: words that they do not type. */
async function tryAll(
  by: Actor,
  { without = [], direct }: { without?: readonly string[]; direct?: string } = {},
): Promise<Json[]> {
  const { lines, buttons, views } = withoutWords(doings, without);
  // Who is of a connected workspace cannot type our commands, and writes to the bot of their own.
  const isHere = by.userTeam === undefined;
  const dm = isHere ? (direct ?? (await conversation(stage, by.team, by.user))) : '';
  // A response URL takes five answers: here everybody begins anew.
  stage.server.responses.length = 0;
  return toldDuring(stage, async () => {
    if (isHere) await typeAll(stage, by, lines);
    await pressAll(stage, by, buttons);
    const answers = await submitAll(stage, by, views);
    answers.push(...(await searchAll(stage, by, views)));
    if (isHere) await elsewhere(stage, by, dm);
    return answers;
  });
}

function expectNo(words: readonly string[], told: readonly Json[]): void {
  for (const word of words) {
    const found = told.filter(({ body }) => JSON.stringify(body).includes(word));
    expect(
      found.map((one) => JSON.stringify(one).slice(0, 600)),
      word,
    ).toEqual([]);
  }
}

const UNLINKED = [
  'Nog niet gekoppeld',
  'Jouw organisatie is hier nog niet gekoppeld. Vraag de coördinator van het samenwerkingsverband om een code, en typ daarna: /campagne koppel, met de code erachter. Daarna kun je me alles vragen.',
  'Vul de code in',
];
const guestTexts = ({ view = true } = {}) => [
  'Alleen voor de organisatie zelf',
  // As the title of a view, which Slack opens only for who is in the workspace.
  ...(view ? ['Alleen voor de…'] : []),
  `Je bent hier te gast. Ik antwoord alleen mensen van de organisatie zelf. De openbare kalender vind je op ${stage.base}`,
];
const INACTIVE = ['Je bent afgemeld', 'Je bent bij mij afgemeld. Klopt dat niet? Vraag het de coördinator.'];
/** The sign before a refusal, and the button that closes a view. */
const AROUND = ['❌ Lukt niet: ', 'ℹ️ ', 'Sluiten'];

/** Tries everything as somebody who may nothing: hears these texts and no others, and changes nothing. */
async function expectStranger(by: Actor, texts: readonly string[]): Promise<void> {
  const before = await revision();
  const told = await tryAll(by);
  const heard = new Set(wordsIn(told).split('\n'));
  expect([...heard].filter((text) => !AROUND.includes(text)).toSorted()).toEqual([...texts].toSorted());
  expectNo(SECRET_WORDS, told);
  expect(await revision()).toBe(before);
  await expectKept();
}

/** Nothing of the police was touched, and nothing went wrong. */
async function expectKept(): Promise<void> {
  const ids = [...secretRecords.map(({ id }) => id), (await stage.person('T1', 'anna')).id];
  const kept = await stage.app.store.getMany(ids as never);
  expect(ids.map((id) => kept.get(id as never)?.version)).toEqual(versions);
  expect(stage.server.violations).toEqual([]);
  expect(stage.logged.filter((line) => !line.startsWith('an answer was shared'))).toEqual([]);
}

describe('what the police see', () => {
  it('holds every secret, so that there is something to keep', async () => {
    for (const word of SECRET_WORDS)
      expect.soft(JSON.stringify([seenByPolice, doings]).includes(word), word).toBe(true);
    expect(doings.buttons.length).toBeGreaterThan(200);
    expect(doings.views.length).toBeGreaterThan(15);
    await expectKept();
  });
});

describe('nothing but the way in is told to', () => {
  it('people of a workspace that is not linked', async () => {
    await belongTo();
    await expectStranger(who('T2', 'anna'), UNLINKED);
  });

  it('a guest in the workspace of the police', async () => {
    await expectStranger(who('T1', 'gast'), guestTexts());
  });

  it('a guest in the workspace of the banks', async () => {
    await belongTo(BANKS);
    await expectStranger(who('T2', 'gast'), guestTexts());
  });

  it('somebody of a connected workspace who presses along in a channel of the police', async () => {
    await belongTo(BANKS);
    // Of a workspace that we know nothing of, and of one whose people are their own organisation's.
    await expectStranger({ team: 'T1', user: 'U0VREEMDE1', userTeam: 'T9' }, UNLINKED);
    await expectStranger({ team: 'T1', user: 'U0VREEMDE2', userTeam: 'T2' }, guestTexts({ view: false }));
  });

  it('somebody of the police who was signed off', async () => {
    const { id } = await stage.person('T1', 'bram');
    await stage.change(id, { active: false });
    await expectStranger(who('T1', 'bram'), INACTIVE);
    await stage.change(id, { active: true });
  });

  it('people of a workspace that is not linked any more', async () => {
    await seesIt();
    await belongTo();
    await expectStranger(who('T2', 'anna'), UNLINKED);
  });
});

describe('partners of another organisation', () => {
  const banks = () => who('T2', 'bram');
  beforeAll(async () => {
    await belongTo(BANKS);
    await stage.type('T2', 'bram', 'help');
    await stage.change((await stage.person('T2', 'bram')).id, { role: 'partner', contact: true });
  });

  it('get nothing of the police’s own, whatever they try', async () => {
    const told = await tryAll(banks(), { without: OWN_WORDS });
    expectNo(OWN_WORDS, told);
    expect(JSON.stringify(told)).toContain('Reigerdoel');
    await expectKept();
  });

  it('are told the same of what is not theirs to see as of what does not exist', async () => {
    const masked = async (line: string, word: string) => {
      const told = await toldDuring(stage, () => typeAll(stage, banks(), [line]));
      const text = JSON.stringify(told).replaceAll(/"trigger_id":"[^"]*"|response\/T2-\d+/g, '');
      return text.replaceAll(new RegExp(RegExp.escape(word), 'gi'), '…');
    };
    for (const word of OWN_WORDS)
      for (const command of ['', 'zoek ', 'toon ', 'wijzig ', 'meedoen ']) {
        const nothing = nowhere(word);
        expect(await masked(command + word, word), command + word).toBe(
          await masked(command + nothing, nothing),
        );
      }
    await expectKept();
  });
});

describe('a workspace that removed the app', () => {
  it('is told how to have it again, and nothing else', async () => {
    await seesIt();
    const direct = await conversation(stage, 'T2', who('T2', 'anna').user);
    await stage.send(eventCallback({ team: 'T2', event: appUninstalled(), eventId: 'Ev-weg' }));
    const before = await revision();
    const told = await tryAll(who('T2', 'anna'), { direct });
    expect(told.filter(({ method }) => !['response', 'answer'].includes(String(method)))).toEqual([]);
    const heard = new Set(wordsIn(told).split('\n'));
    expect([...heard].filter((text) => !AROUND.includes(text))).toEqual([
      'Campagneregie',
      `Ik kan niet meer bij deze werkruimte. Een beheerder van Slack kan mij opnieuw installeren via ${stage.base}/slack/install`,
    ]);
    expect(await revision()).toBe(before);
    expect(stage.server.violations).toEqual([]);
    await stage.install('T2');
    stage.logged.length = 0;
  });
});
