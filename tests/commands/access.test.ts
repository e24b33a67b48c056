import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { type Actor, OUTSIDER } from '../../src/domain/access/actor.ts';
import { group } from '../../src/domain/organisation/organisation.ts';
import { person } from '../../src/domain/person/person.ts';
import type { Store } from '../../src/domain/ports.ts';
import { ask, wordsOf } from '../support/ask.ts';
import {
  BANKS,
  POLICE,
  sampleActor,
  sampleCampaign,
  sampleOrganisation,
  seniors,
} from '../support/samples.ts';
import { NOW, testStore } from '../support/test-store.ts';

/**
 * Walks every command with every kind of actor: who is refused as such, and what nobody may learn. The
 * arguments fit the shelf below; the names in SECRETS stand only in records that some may not see.
 */
const ACTORS = {
  outsider: OUTSIDER,
  reader: sampleActor({ role: 'reader', person: 'person/lezer' }),
  stranger: sampleActor({ person: 'person/bank', organisations: [BANKS] }),
  member: sampleActor({ person: 'person/bank', organisations: [BANKS], groups: ['group/kring'] }),
  lead: sampleActor({ person: 'person/agent' }),
  coordinator: sampleActor({ role: 'coordinator', person: 'person/baas' }),
} satisfies Record<string, Actor>;
type Who = keyof typeof ACTORS;

const SECRETS = {
  Eigenzaak: ['lead', 'coordinator'],
  Kringzaak: ['member', 'lead', 'coordinator'],
  Partnerzaak: ['reader', 'stranger', 'member', 'lead', 'coordinator'],
  Embargozaak: ['reader', 'stranger', 'member', 'lead', 'coordinator'],
  Voorstelzaak: ['reader', 'stranger', 'member', 'lead', 'coordinator'],
} satisfies Record<string, Who[]>;

async function shelf(): Promise<Store> {
  const people = [
    ['lezer', 'reader', POLICE],
    ['bank', 'partner', BANKS],
    ['agent', 'partner', POLICE],
    ['baas', 'coordinator', POLICE],
  ] as const;
  const led = { owner: POLICE, leads: [{ organisation: POLICE }], audiences: [seniors.id] };
  return testStore(
    seniors,
    sampleOrganisation(POLICE),
    sampleOrganisation(BANKS),
    group.parse({ id: 'group/kring', name: 'Kring', visibility: 'public', members: [BANKS] }),
    ...people.map(([id, role, organisation]) =>
      person.parse({ id: `person/${id}`, name: `Mens ${id}`, role, organisation }),
    ),
    sampleCampaign('open', { ...led, title: 'Openzaak' }),
    sampleCampaign('eigen', { ...led, title: 'Eigenzaak', visibility: 'organisation' }),
    sampleCampaign('kring', { ...led, title: 'Kringzaak', visibility: 'group/kring' }),
    sampleCampaign('partner', { ...led, title: 'Partnerzaak', visibility: 'partners' }),
    sampleCampaign('embargo', { ...led, title: 'Embargozaak', embargoUntil: '2027-01-01T00:00:00Z' }),
    sampleCampaign('voorstel', { ...led, title: 'Voorstelzaak', progress: 'proposed' }),
  );
}

let store: Store;
beforeEach(async () => {
  store = await shelf();
});

const allowed: Record<string, readonly Who[]> = {
  anyone: ['outsider', 'reader', 'stranger', 'member', 'lead', 'coordinator'],
  reader: ['reader', 'stranger', 'member', 'lead', 'coordinator'],
  partner: ['stranger', 'member', 'lead', 'coordinator'],
  coordinator: ['coordinator'],
};

describe.each(commands.map((command) => [command.name, command] as const))('%s', (name, command) => {
  it.each(Object.keys(ACTORS) as Who[])('is open to %s only as far as its access says', async (who) => {
    const words = wordsOf(await ask(store, ACTORS[who], name));
    const refused = /alleen voor coördinatoren|is voor partners|Koppel eerst/.test(words);
    expect(refused).toBe(!allowed[command.access]?.includes(who));
  });
});

/** Questions that go through lists, counts, search, cards, names and overlaps. */
const QUESTIONS = [
  'kalender 2027',
  'kalender okt 2027 senioren',
  'zoek zaak',
  'zoek Eigenzaak',
  'toon Eigenzaak',
  'toon campaign/eigen',
  'toon campaign/kring',
  'toon campaign/partner',
  'toon campaign/embargo',
  'toon campaign/voorstel',
  'toon open',
  'toon zaak',
  'overlap open',
  'rustige-weken okt 2027 doelgroep:senioren',
  'nieuw "Nieuw" periode:"11 okt 2027" doelgroep:senioren',
  'taak lijst eigen',
  'toon organisation/politie',
  'wijzig campaign/eigen',
  'verzet campaign/kring --versie:99 periode:"1 nov 2027" --akkoord',
  'wijzig campaign/eigen --versie:0 titel:X',
];

describe.each(Object.keys(ACTORS) as Who[])('what %s is told', (who) => {
  it.each(QUESTIONS)('holds nothing that is not theirs: %s', async (line) => {
    const words = wordsOf(await ask(store, ACTORS[who], line)).replaceAll(
      line.split(' ').slice(1).join(' '),
      '',
    );
    for (const [secret, readers] of Object.entries(SECRETS))
      if (!(readers as string[]).includes(who)) expect(words).not.toContain(secret);
  });

  it('counts only what they may see', async () => {
    const words = wordsOf(await ask(store, ACTORS[who], 'kalender okt 2027'));
    const visible =
      1 + Object.values(SECRETS).filter((readers) => (readers as string[]).includes(who)).length;
    expect(words).toContain(visible === 1 ? '1 moment' : `${visible} momenten`);
  });

  it('is the same for all in a channel', async () => {
    const words = wordsOf(await ask(store, ACTORS[who], 'kalender okt 2027', { audience: 'channel' }));
    for (const secret of Object.keys(SECRETS)) expect(words).not.toContain(secret);
  });
});

describe.each([
  ['verzet campaign/open periode:"1 nov 2027" --akkoord', 'campaign/open'],
  ['wijzig campaign/open titel:Gekaapt', 'campaign/open'],
  ['vervalt campaign/open reden:zomaar', 'campaign/open'],
  ['bevestig-datum campaign/open bron:zomaar', 'campaign/open'],
  ['goedkeuren campaign/voorstel', 'campaign/voorstel'],
  ['taak toevoegen campaign/open Iets termijn:-5', 'campaign/open'],
] as const)('%s', (line, id) => {
  it.each(['outsider', 'reader', 'stranger', 'member'] as const)('changes nothing for %s', async (who) => {
    await ask(store, ACTORS[who], line);
    expect((await store.get(id))?.version).toBe(1);
    expect(
      await store.list('task', {
        everything: true,
        partners: true,
        organisations: [],
        groups: [],
        at: NOW.toString(),
      }),
    ).toEqual([]);
  });
});

describe('an organisation’s own affairs', () => {
  it.each(['outsider', 'reader', 'stranger'] as const)('cannot be answered for by %s', async (who) => {
    await ask(store, ACTORS[who], 'meedoen campaign/open organisatie:politie');
    expect(await store.get('participation/open~politie')).toBeUndefined();
  });

  it.each([
    'outsider',
    'reader',
    'stranger',
    'lead',
  ] as const)('%s makes nobody a coordinator', async (who) => {
    await ask(store, ACTORS[who], 'persoon wijzig person/bank rol:coordinator');
    expect((await store.get('person/bank'))?.role).toBe('partner');
  });

  it.each(['outsider', 'reader', 'stranger', 'lead'] as const)('%s hands nobody else over', async (who) => {
    await ask(store, ACTORS[who], 'draag-over person/lezer --akkoord');
    expect((await store.get('person/lezer'))?.active).toBe(true);
  });
});

describe('every change', () => {
  it('leaves a row with who, what, before and after', async () => {
    await ask(store, ACTORS.lead, 'wijzig campaign/open titel:Nieuwe-naam');
    const row = (await store.history('campaign/open')).at(-1);
    expect(row).toMatchObject({
      person: 'person/agent',
      action: 'campaign.edit',
      before: { title: 'Openzaak' },
      after: { title: 'Nieuwe-naam' },
    });
  });
});
