import { expect, it } from 'vitest';
import { OUTSIDER, PROGRAM } from '../../src/domain/access/actor.ts';
import { publicScope, scopeOf } from '../../src/domain/access/visibility.ts';
import { createCampaign } from '../../src/domain/campaign/create-campaign.ts';
import { approveCampaign, cancelCampaign } from '../../src/domain/campaign/decide-campaign.ts';
import { editCampaign } from '../../src/domain/campaign/edit-campaign.ts';
import { handOver } from '../../src/domain/person/hand-over.ts';
import { editPerson } from '../../src/domain/person/manage-person.ts';
import { person } from '../../src/domain/person/person.ts';
import { retireDemoPeople } from '../../src/domain/person/retire-demo-people.ts';
import type { Store } from '../../src/domain/ports.ts';
import { addTask } from '../../src/domain/task/change-task.ts';
import { decideImport } from '../../src/import/import-records.ts';
import { actionsOf, ask, wordsOf } from '../support/ask.ts';
import {
  BANKS,
  POLICE,
  sampleActor,
  sampleCampaign,
  sampleOrganisation,
  seniors,
} from '../support/samples.ts';
import { NOW, testStore } from '../support/test-store.ts';

const police = { actor: sampleActor({ person: 'person/agent' }), at: NOW };
const boss = { actor: sampleActor({ role: 'coordinator' as const, person: 'person/baas' }), at: NOW };
const ids = () => 'x1';

async function shelf(...more: Parameters<typeof testStore>): Promise<Store> {
  const people = [
    person.parse({ id: 'person/agent', name: 'Agent', organisation: POLICE, role: 'partner', contact: true }),
    person.parse({ id: 'person/bank', name: 'Bank', organisation: BANKS, role: 'partner', contact: true }),
    person.parse({ id: 'person/baas', name: 'Baas', organisation: BANKS, role: 'coordinator' }),
  ];
  return testStore(seniors, sampleOrganisation(POLICE), sampleOrganisation(BANKS), ...people, ...more);
}

it('keeps a proposal that was withdrawn before approval from the public, and shows one that was approved', async () => {
  const store = await shelf();
  const made = await createCampaign(store, police, ids, {
    title: 'Zebra',
    period: null,
    audiences: [seniors.id],
  });
  await cancelCampaign(store, police, made.id, 'afgekeurd');
  expect(await store.list('campaign', publicScope(NOW))).toEqual([]);
  expect(wordsOf(await ask(store, OUTSIDER, 'toon Zebra'))).not.toContain('afgekeurd');
  const other = await createCampaign(store, police, () => 'x2', {
    title: 'Giraf',
    period: null,
    audiences: [seniors.id],
  });
  await approveCampaign(store, boss, other.id);
  await cancelCampaign(store, police, other.id, 'geen geld');
  expect((await store.list('campaign', publicScope(NOW))).map(({ id }) => id)).toEqual([other.id]);
});

it('lets no import undo what a hand-over changed', async () => {
  const file = sampleCampaign('a', {
    origin: 'calendars/a.yaml',
    leads: [{ organisation: POLICE, contact: 'person/agent' }],
  });
  const store = await shelf(file);
  await handOver(store, boss, 'person/agent', 'person/bank');
  const stored = await store.get('campaign/a');
  expect(stored?.origin).toBe('person');
  const decision = decideImport([file], new Map([['campaign/a', stored!]]));
  expect(decision.put).toEqual([]);
});

it('lets an organisation see what it leads, whoever brought it in and however private it is', async () => {
  const store = await shelf(
    sampleCampaign('a', { owner: BANKS, visibility: 'organisation', leads: [{ organisation: POLICE }] }),
  );
  expect(await store.list('campaign', scopeOf(police.actor, NOW))).toHaveLength(1);
  expect((await editCampaign(store, police, 'campaign/a', { message: 'Hallo' })).message).toBe('Hallo');
});

it('takes the tasks along when a campaign becomes private', async () => {
  const store = await shelf(sampleCampaign('a', { owner: POLICE, leads: [{ organisation: POLICE }] }));
  const task = await addTask(store, police, ids, {
    campaign: 'campaign/a',
    title: 'Geheim',
    due: { date: '2027-01-01' },
    owners: [],
  });
  await editCampaign(store, police, 'campaign/a', { visibility: 'organisation' });
  const bank = sampleActor({ person: 'person/bank', organisations: [BANKS] });
  expect(await store.list('task', scopeOf(bank, NOW))).toEqual([]);
  expect((await store.get(task.id))?.visibility).toBe('organisation');
});

it('tells nothing of what someone of another organisation holds', async () => {
  const store = await shelf();
  const bank = sampleActor({ person: 'person/bank', organisations: [BANKS] });
  const reply = await ask(store, bank, 'draag-over person/agent');
  expect(actionsOf(reply).map(({ command }) => command)).toEqual(['help']);
  expect(wordsOf(reply)).toMatch(/eigen organisatie/);
});

it('keeps the last coordinator', async () => {
  const store = await shelf();
  await expect(handOver(store, boss, 'person/baas', undefined)).rejects.toMatchObject({
    code: 'last-coordinator',
  });
  await expect(editPerson(store, boss, 'person/baas', { role: 'partner' })).rejects.toMatchObject({
    code: 'last-coordinator',
  });
  await editPerson(store, boss, 'person/agent', { role: 'coordinator' });
  await handOver(store, boss, 'person/baas', undefined);
  expect((await store.get('person/baas'))?.active).toBe(false);
});

it('lets only the person take mail again that they stopped, by giving an address', async () => {
  const agent = person.parse({
    id: 'person/gestopt',
    name: 'Gestopt',
    organisation: POLICE,
    role: 'partner',
    emailOff: true,
  });
  const store = await shelf(agent);
  const email = 'gestopt@politie.example';
  await editPerson(store, boss, agent.id, { email });
  expect(await store.get(agent.id)).toMatchObject({ email, emailOff: true });
  const self = { actor: sampleActor({ person: agent.id }), at: NOW };
  await editPerson(store, self, agent.id, { email });
  expect((await store.get(agent.id))?.emailOff).toBeUndefined();
});

it('ends made-up people where real work begins', async () => {
  const demo = person.parse({
    id: 'person/nep',
    name: 'Nep (demo)',
    organisation: POLICE,
    role: 'coordinator',
    demo: true,
  });
  const store = await shelf(demo);
  await retireDemoPeople(store, NOW);
  expect((await store.get('person/nep'))?.active).toBe(false);
  expect((await store.get('person/agent'))?.active).toBe(true);
});

it('loses neither of two edits that were typed at once', async () => {
  const store = await shelf(sampleCampaign('a', { owner: POLICE, leads: [{ organisation: POLICE }] }));
  const line = (name: string) =>
    ask(store, police.actor, `wijzig campaign/a materiaal:https://example.org/${name}`);
  const replies = await Promise.all([line('een'), line('twee')]);
  const stored = (await store.get('campaign/a'))?.materials.length ?? 0;
  const conflicts = replies.filter(({ type }) => type === 'confirm').length;
  expect(stored + conflicts).toBe(2);
});

it('stops personal data in shared text, and gives it back hidden', async () => {
  const store = await shelf(sampleCampaign('a', { owner: POLICE, leads: [{ organisation: POLICE }] }));
  const reply = await ask(
    store,
    police.actor,
    'wijzig campaign/a boodschap:"Stuur het naar NL91 ABNA 0417 1643 00"',
  );
  expect(reply.type).toBe('form');
  expect(wordsOf(reply)).not.toContain('0417');
  expect(wordsOf(reply)).toMatch(/persoonsgegevens/);
  expect((await store.get('campaign/a'))?.version).toBe(1);
});

it('answers an id of the wrong kind with a form, not with a fault', async () => {
  const store = await shelf();
  const reply = await ask(store, police.actor, 'wijzig campagne:organisation/politie titel:x');
  expect(reply.type).toBe('form');
});

it('lets nobody learn from a conflict what they may not change', async () => {
  const store = await shelf();
  const bank = sampleActor({ person: 'person/bank', organisations: [BANKS] });
  const reply = await ask(store, bank, 'persoon wijzig person/agent naam:Foo versie:7');
  expect(reply.type).not.toBe('confirm');
  expect(wordsOf(reply)).toMatch(/eigen organisatie/);
});

it('does not claim that an old answer still holds', async () => {
  const store = await shelf(sampleCampaign('a', { owner: POLICE, leads: [{ organisation: POLICE }] }));
  const say = (answer: string, key: string) =>
    ask(store, police.actor, `meedoen campaign/a antwoord:${answer}`, { key });
  await say('ja', 'p1');
  await say('nee', 'p2');
  expect(wordsOf(await say('ja', 'p1'))).toMatch(/daarna is het weer gewijzigd/);
  expect((await store.get('participation/a~politie'))?.answer).toBe('declines');
});

it('writes no record twice in one change', async () => {
  const store = await shelf();
  const twice = store.change({
    actor: PROGRAM,
    action: 'test',
    at: NOW,
    ids: [],
    decide: () => ({ put: [sampleCampaign('a'), sampleCampaign('a')], result: null }),
  });
  await expect(twice).rejects.toThrow(/twice/);
});
