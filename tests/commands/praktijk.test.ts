import { beforeEach, describe, expect, it } from 'vitest';
import { keepDraft } from '../../src/command/keep-draft.ts';
import { OUTSIDER, PROGRAM } from '../../src/domain/access/actor.ts';
import { scopeOf } from '../../src/domain/access/visibility.ts';
import { evaluation } from '../../src/domain/evaluation/evaluation.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { Practice } from '../../src/domain/practice/practice.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { actionsOf, ask, button, contextOf, press, seededStore, send, wordsOf } from '../support/ask.ts';
import { NOW, put } from '../support/test-store.ts';

const POLICE = 'politie-demo';
const BANKS = 'nvb-demo';
const BOSS = 'coordinator-demo';
const TITLE = 'Wegwijskraai';
const PROPOSE = `praktijk ${TITLE} advies:"Oefen het gesprek aan de deur" bewijs:D bron:"Ervaring https://politie.example/a" vorm:bankhelpdeskfraude doelgroep:senioren`;
const ALL = scopeOf(PROGRAM, NOW);

let store: Store;
beforeEach(async () => {
  store = await seededStore();
});

const practices = async () => store.list('practice', ALL);
async function found(state: Practice['state'], title = TITLE): Promise<Practice> {
  const one = (await practices()).find((practice) => practice.state === state && practice.title.nl === title);
  if (!one) throw new Error(`no practice ${title} is ${state}`);
  return one;
}
const said = async (who: string, line: string) => wordsOf(await ask(store, who, line));
async function publish(): Promise<Practice> {
  await ask(store, POLICE, PROPOSE);
  await ask(store, BOSS, `beoordeel ${TITLE} goedkeuren`);
  return found('published');
}
const labels = (reply: Reply) => actionsOf(reply).map(({ label }) => label);

describe('a proposed practice', () => {
  it('goes from proposal to use: reviewed, published, used, and told what came of it', async () => {
    expect(await said(POLICE, PROPOSE)).toContain('wordt nagekeken');
    const waiting = await ask(store, BOSS, 'beoordeel');
    const page = await press(store, BOSS, button(waiting, 'Beoordelen'));
    expect(wordsOf(page)).toContain('Oefen het gesprek aan de deur');
    const done = await press(store, BOSS, button(page, 'Goedkeuren'));
    expect(wordsOf(done)).toContain('BP-21 Wegwijskraai');
    expect(wordsOf(await ask(store, OUTSIDER, 'wat-werkt vorm:bankhelpdeskfraude'))).toContain(TITLE);
    expect(await found('published')).toMatchObject({
      key: 'BP-21',
      visibility: 'public',
      owner: 'organisation/politie',
      publishedOn: '2026-11-23',
      reviewedOn: '2026-11-23',
      sources: [{ text: 'Ervaring', checkedOn: '2026-11-23' }],
    });
    await ask(store, BOSS, 'gebruik bp-21 "week van de veiligheid 2027"');
    expect(await said(POLICE, 'toon week van de veiligheid 2027')).toContain('BP-21 Wegwijskraai');
    await put(
      store,
      evaluation.parse({
        id: 'evaluation/e1',
        campaign: 'campaign/week-van-de-veiligheid-2027',
        about: 'Week van de Veiligheid 2027',
        organisation: 'organisation/politie',
        by: 'person/politie-demo',
        at: NOW.toString(),
        reached: '300 mensen',
        behaviour: 'Meer mensen hingen op',
        again: 'changed',
      }),
    );
    const card = await said(BANKS, 'toon bp-21');
    expect(card).toMatch(/Politie: zou dit weer doen, maar anders\. Meer mensen hingen op/);
    const outside = wordsOf(await ask(store, OUTSIDER, 'toon bp-21'));
    expect(outside).toContain('Week van de Veiligheid 2027');
    expect(outside).not.toContain('Meer mensen hingen op');
  });

  it('is improved when changes were asked, and its proposer reads why', async () => {
    await ask(store, POLICE, PROPOSE);
    const asks = await ask(store, BOSS, `beoordeel ${TITLE} aanpassen`);
    expect(asks.type).toBe('form');
    await ask(store, BOSS, `beoordeel ${TITLE} aanpassen reden:"Noem ook de duur"`);
    expect(await said(POLICE, 'overzicht')).toContain('Noem ook de duur');
    const mine = await ask(store, POLICE, 'praktijken');
    expect(wordsOf(mine)).toContain('Noem ook de duur');
    const form = await press(store, POLICE, button(mine, 'Verbeteren'));
    if (form.type !== 'form') throw new Error('a form was expected');
    const filled = Object.fromEntries(form.fields.map(({ name, value }) => [name, value ?? '']));
    expect(filled).toMatchObject({ titel: TITLE, bewijs: 'D', bron: 'Ervaring https://politie.example/a' });
    await send(store, POLICE, {
      command: 'herzie',
      args: { ...filled, advies: 'Oefen het gesprek tien minuten' },
      ...(form.version === undefined ? {} : { version: form.version }),
    });
    expect(await found('in-review')).toMatchObject({
      advice: { nl: 'Oefen het gesprek tien minuten', en: 'Oefen het gesprek tien minuten' },
    });
    expect(await said(POLICE, 'praktijken')).toContain(
      'Opmerking van de coördinator bij de vorige ronde: Noem ook de duur',
    );
    await ask(store, BOSS, `beoordeel ${TITLE} afwijzen reden:"Er is al een aanpak hiervoor"`);
    expect(await said(POLICE, 'praktijken')).toContain('Er is al een aanpak hiervoor');
    expect(await said(POLICE, `herzie practice/${(await found('declined')).id.slice(9)} advies:X`)).toContain(
      'al afgehandeld',
    );
  });

  it('is nobody else’s to see: not in lists, counts, search, choices, numbers or names', async () => {
    await ask(store, POLICE, PROPOSE);
    const { id } = await found('in-review');
    const readers = [BANKS, OUTSIDER] as const;
    for (const who of readers)
      for (const line of [
        'wat-werkt',
        'wat-werkt vorm:bankhelpdeskfraude',
        `zoek ${TITLE}`,
        `toon ${TITLE}`,
        `toon ${id}`,
        `versies ${id}`,
        'praktijken',
        'overzicht',
        `herzie ${id}`,
        `intrekken ${id} reden:zomaar`,
        `beoordeel ${id}`,
        `gebruik ${id} "week van de veiligheid 2027"`,
      ]) {
        const words = wordsOf(await ask(store, who, line)).replaceAll(line.split(' ').slice(1).join(' '), '');
        expect(words, line).not.toContain(TITLE);
        expect(words, line).not.toContain('gesprek aan de deur');
      }
    expect(wordsOf(await ask(store, BANKS, 'wat-werkt'))).toContain('20 aanpakken');
    const form = await send(store, BANKS, { command: 'gebruik', args: {}, opensForm: true });
    expect(wordsOf(form)).not.toContain(TITLE);
    expect(wordsOf(await ask(store, POLICE, 'wat-werkt', { audience: 'channel' }))).not.toContain(TITLE);
    await ask(store, BANKS, 'praktijk Bankkraai advies:Iets bewijs:C bron:Wij');
    await ask(store, BOSS, 'beoordeel Bankkraai goedkeuren');
    expect(await found('published', 'Bankkraai')).toMatchObject({ key: 'BP-21' });
  });

  it('is decided once, also when two coordinators press at the same moment', async () => {
    await ask(store, POLICE, PROPOSE);
    const page = await ask(store, BOSS, `beoordeel ${TITLE}`);
    const [first, second] = await Promise.all([
      press(store, BOSS, button(page, 'Goedkeuren')),
      send(store, BOSS, {
        ...button(page, 'Afwijzen'),
        args: { ...button(page, 'Afwijzen').args, reden: 'Nee' },
        opensForm: false,
      }),
    ]);
    const answers = [wordsOf(first), wordsOf(second)];
    expect(answers.filter((words) => words.includes('al beslist'))).toHaveLength(1);
    const decided = (await practices()).find(({ title }) => title.nl === TITLE);
    expect([decided?.version, decided?.state]).toEqual([2, expect.stringMatching(/published|declined/)]);
  });

  it('is made once for a form that is sent twice, and says all that is wrong in one go', async () => {
    await ask(store, POLICE, PROPOSE, { key: 'k1' });
    await ask(store, POLICE, PROPOSE, { key: 'k1' });
    expect(await practices()).toHaveLength(21);
    const wrong = await ask(store, POLICE, 'praktijk Titel bewijs:Z advies:"Bel 06-12345678"');
    if (wrong.type !== 'form') throw new Error('a form was expected');
    expect(wrong.fields.filter(({ error }) => error).map(({ name }) => name)).toEqual([
      'advies',
      'bewijs',
      'bron',
    ]);
    expect(wordsOf(await ask(store, POLICE, 'praktijk T advies:A bewijs:D bron:"Iets https://"'))).toContain(
      'link klopt niet',
    );
  });

  it('is not for readers or outsiders to bring in, nor for partners to decide on', async () => {
    await ask(store, OUTSIDER, PROPOSE);
    expect(await practices()).toHaveLength(20);
    await ask(store, POLICE, PROPOSE);
    await ask(store, POLICE, `beoordeel ${TITLE} goedkeuren`);
    await expect(found('published')).rejects.toThrow();
  });
});

describe('a new version', () => {
  const NEW = 'herzie bp-21 advies:"Oefen het gesprek aan de telefoon"';

  it('leaves what is published as it is until it is approved, and shows what it changes', async () => {
    const { id } = await publish();
    await ask(store, BANKS, NEW);
    expect((await store.get(id))?.advice.nl).toBe('Oefen het gesprek aan de deur');
    const proposal = await found('in-review');
    const page = await ask(store, BOSS, `beoordeel ${proposal.id}`);
    expect(wordsOf(page)).toMatch(/\[weg: deur\][\s\S]*\[erbij: telefoon\]/);
    await press(store, BOSS, button(page, 'Goedkeuren'));
    expect(await store.get(id)).toMatchObject({
      key: 'BP-21',
      owner: 'organisation/politie',
      advice: { nl: 'Oefen het gesprek aan de telefoon' },
    });
    expect((await store.get(proposal.id))?.state).toBe('merged');
    expect(
      wordsOf(await ask(store, OUTSIDER, 'wat-werkt vorm:bankhelpdeskfraude')).split(TITLE),
    ).toHaveLength(2);
  });

  it('is kept with who and when; outsiders see neither names nor what was not public', async () => {
    await publish();
    await ask(store, BANKS, NEW);
    await ask(store, BOSS, `beoordeel ${(await found('in-review')).id} goedkeuren`);
    const mine = await said(POLICE, 'versies bp-21');
    expect(mine).toContain('3 versies');
    expect(mine).toMatch(/door Noor Voorbeeld \(demo\), voorgesteld door Nadia Denkbeeld \(demo\)/);
    expect(mine).toMatch(/\[weg: deur\][\s\S]*\[erbij: telefoon\]/);
    const outside = wordsOf(await ask(store, OUTSIDER, 'versies bp-21'));
    expect(outside).toContain('2 versies');
    expect(outside.match(/Versie \d+/g)).toEqual(['Versie 2', 'Versie 1']);
    expect(outside).not.toMatch(/Noor|Nadia|wordt nagekeken/);
    const channel = wordsOf(await ask(store, POLICE, 'versies bp-21', { audience: 'channel' }));
    expect(channel).not.toMatch(/Noor|Nadia|wordt nagekeken/);
  });

  it('does not undo what changed since it was written', async () => {
    const { id } = await publish();
    await ask(store, BANKS, NEW);
    const theirs = await found('in-review');
    await ask(store, POLICE, 'herzie bp-21 advies:"Iets anders"');
    const mine = (await practices()).find(
      ({ owner, state }) => owner === 'organisation/politie' && state === 'in-review',
    );
    await ask(store, BOSS, `beoordeel ${mine?.id} goedkeuren`);
    const refused = await ask(store, BOSS, `beoordeel ${theirs.id} goedkeuren`);
    expect(wordsOf(refused)).toContain('is veranderd nadat');
    const asks = await press(store, BOSS, button(refused, 'Aanpassing vragen'));
    expect(asks).toMatchObject({ type: 'form', command: 'beoordeel' });
    expect((await store.get(id))?.advice.nl).toBe('Iets anders');
    await ask(store, BANKS, `herzie ${theirs.id} advies:"Oefen aan de telefoon en de deur"`);
    await ask(store, BOSS, `beoordeel ${theirs.id} goedkeuren`);
    expect((await store.get(id))?.advice.nl).toBe('Oefen aan de telefoon en de deur');
  });

  it('that is improved after others changed the practice keeps their change and its own', async () => {
    const { id } = await publish();
    await ask(store, BANKS, `${NEW} bron:"Eigen ervaring" bewijs:C`);
    const theirs = await found('in-review');
    await ask(store, POLICE, 'herzie bp-21 advies:"Iets anders"');
    const mine = (await practices()).find(
      ({ owner, state }) => owner === 'organisation/politie' && state === 'in-review',
    );
    await ask(store, BOSS, `beoordeel ${mine?.id} goedkeuren`);
    expect(await said(BOSS, `beoordeel ${theirs.id} goedkeuren`)).toContain('is veranderd nadat');
    await ask(store, BANKS, `herzie ${theirs.id} titel:Raadkraai`);
    expect(await store.get(theirs.id)).toMatchObject({ advice: { nl: 'Iets anders' }, evidence: ['C'] });
    await ask(store, BOSS, `beoordeel ${theirs.id} goedkeuren`);
    expect(await store.get(id)).toMatchObject({
      title: { nl: 'Raadkraai' },
      advice: { nl: 'Iets anders' },
      evidence: ['C'],
      sources: [{ text: 'Eigen ervaring' }],
    });
  });

  it('that is improved without anything of its own left is refused, and stays as it was', async () => {
    await publish();
    await ask(store, BANKS, NEW);
    const theirs = await found('in-review');
    await ask(store, POLICE, 'herzie bp-21 advies:"Iets anders"');
    const mine = (await practices()).find(({ state, id }) => state === 'in-review' && id !== theirs.id);
    await ask(store, BOSS, `beoordeel ${mine?.id} goedkeuren`);
    expect(await said(BANKS, `herzie ${theirs.id} bewijs:D`)).toContain('niets veranderd');
    expect(await store.get(theirs.id)).toEqual(theirs);
  });

  it('that was handled is listed as such, and no longer found by the name of the practice', async () => {
    await publish();
    await ask(store, BANKS, NEW);
    expect(wordsOf(await ask(store, BOSS, `beoordeel ${TITLE}`))).toContain('[erbij: telefoon]');
    await ask(store, BOSS, `beoordeel ${(await found('in-review')).id} goedkeuren`);
    const listed = await said(BANKS, 'praktijken');
    expect(listed).toContain('Je organisatie heeft 1 aanpak voorgesteld.');
    expect(listed).toContain('(verwerkt in de nieuwe versie)');
    expect((await ask(store, BANKS, 'versies wegwijs')).type).toBe('message');
    await ask(store, BANKS, 'herzie bp-21 advies:"Weer anders"');
    await ask(store, BOSS, `beoordeel ${(await found('in-review')).id} afwijzen reden:Nee`);
    expect((await ask(store, BANKS, 'versies wegwijs')).type).toBe('message');
  });

  it('says the same, or comes twice from one organisation, is refused', async () => {
    await publish();
    expect(await said(BANKS, 'herzie bp-21 bewijs:D')).toContain('niets veranderd');
    await ask(store, BANKS, NEW);
    expect(await said(BANKS, NEW)).toContain('al een nieuwe versie');
  });

  it('keeps English that was looked at, and falls back to Dutch for what was not', async () => {
    await ask(store, BANKS, 'herzie bp-08 advies:"Hang altijd op"');
    const title = (await store.get('practice/bp-08'))?.title;
    const one = (await practices()).find(({ revises }) => revises === 'practice/bp-08');
    expect(one).toMatchObject({ title, advice: { nl: 'Hang altijd op', en: 'Hang altijd op' } });
  });
});

describe('a proposal that was taken back', () => {
  it('was never published, and cannot be brought back as if it had been', async () => {
    await ask(store, POLICE, `${PROPOSE} zichtbaar:partners`);
    await ask(store, POLICE, `intrekken ${TITLE} reden:"Toch niet"`);
    const { id, version } = await found('withdrawn');
    expect(labels(await ask(store, POLICE, `toon ${id}`))).not.toContain('Nieuwe versie voorstellen');
    expect(await said(POLICE, `herzie ${id} advies:Weer`)).toContain('al afgehandeld');
    expect(await store.get(id)).toMatchObject({ state: 'withdrawn', visibility: 'organisation', version });
    expect(await practices()).toHaveLength(21);
  });

  it('is no practice either when it was a new version of one', async () => {
    await ask(store, POLICE, 'herzie bp-08 advies:"Hang altijd op"');
    const own = (await practices()).find(({ revises }) => revises === 'practice/bp-08');
    await ask(store, POLICE, `intrekken ${own?.id} reden:"Toch niet"`);
    expect(await said(POLICE, `herzie ${own?.id} advies:Weer`)).toContain('al afgehandeld');
    expect((await practices()).filter(({ state }) => state === 'in-review')).toEqual([]);
  });
});

describe('a practice that is withdrawn', () => {
  it('can be brought back by a new version, also one that came from the calendar files', async () => {
    await ask(store, BOSS, 'intrekken bp-08 reden:"Even niet"');
    await ask(store, BANKS, 'herzie bp-08 advies:"Hang altijd op"');
    const again = (await practices()).find(({ revises }) => revises === 'practice/bp-08');
    await ask(store, BOSS, `beoordeel ${again?.id} goedkeuren`);
    expect(await store.get('practice/bp-08')).toMatchObject({ key: 'BP-08', state: 'published' });
  });

  it('is gone from the lists, and says why to who may still open it', async () => {
    await publish();
    expect(await said(BANKS, 'intrekken bp-21 reden:"Werkt niet"')).toContain('Alleen de organisatie');
    await ask(store, BOSS, 'gebruik bp-21 "week van de veiligheid 2027"');
    await ask(store, POLICE, 'intrekken bp-21 reden:"Het onderzoek is ingetrokken"');
    expect(await said(BANKS, 'toon "week van de veiligheid 2027"')).toContain(`${TITLE} (ingetrokken)`);
    expect(wordsOf(await ask(store, OUTSIDER, 'wat-werkt'))).not.toContain(TITLE);
    expect(wordsOf(await ask(store, OUTSIDER, 'toon bp-21'))).not.toContain(TITLE);
    expect(await said(BANKS, 'toon bp-21')).toContain('Reden: Het onderzoek is ingetrokken');
    expect(await said(BANKS, 'gebruik bp-21 "week van de veiligheid 2027"')).not.toContain('Genoteerd');
  });
});

describe('a warning', () => {
  it('is never used as advice, and offers no such button', async () => {
    const card = await ask(store, BOSS, 'toon bp-18');
    expect(labels(card)).not.toContain('Gebruik bij een campagne');
    expect(wordsOf(card)).toContain('geen advies');
    expect(await said(BOSS, 'gebruik bp-18 "week van de veiligheid 2027"')).toContain('is een waarschuwing');
    expect(await said(BOSS, 'wijzig "week van de veiligheid 2027" praktijk:bp-18')).toContain(
      'is een waarschuwing',
    );
  });
});

describe('a warning that is named', () => {
  it('is marked in every list to choose from, and in a campaign that used it before it was one', async () => {
    for (const command of ['maatregel', 'nieuw', 'gebruik']) {
      const form = await send(store, BOSS, { command, args: {}, opensForm: true });
      if (form.type !== 'form') throw new Error('a form was expected');
      const options = form.fields.find(({ name }) => name === 'praktijk')?.options ?? [];
      const marked = options.filter(({ label }) => label.startsWith('Let op: BP-'));
      expect(
        marked.map(({ value }) => value),
        command,
      ).toEqual(['practice/bp-14', 'practice/bp-18']);
    }
    await ask(store, BOSS, 'gebruik bp-08 "week van de veiligheid 2027"');
    const before = await said(BOSS, 'toon week van de veiligheid 2027');
    expect(before).not.toContain('Let op: BP-08');
    await ask(store, POLICE, 'herzie bp-08 bewijs:X');
    const own = (await practices()).find(({ revises }) => revises === 'practice/bp-08');
    await ask(store, BOSS, `beoordeel ${own?.id} goedkeuren`);
    expect(await said(BOSS, 'toon week van de veiligheid 2027')).toContain('Let op: BP-08');
  });
});

describe('a message that was kept as a practice', () => {
  it('goes on as the form of the proposal, beside what was filled in already', async () => {
    const context = await contextOf(store, POLICE);
    await keepDraft(context, 'praktijk', { titel: TITLE });
    await keepDraft(context, 'praktijk', { titel: TITLE, advies: 'Oefen het, mail piet@voorbeeld.nl' });
    const list = await ask(store, POLICE, 'concept');
    const form = await press(store, POLICE, button(list, 'Verder'));
    expect(form).toMatchObject({ type: 'form', command: 'praktijk' });
    expect(wordsOf(form)).toContain(TITLE);
    expect(wordsOf(form)).toContain('Oefen het, mail');
    expect(wordsOf(form)).not.toContain('piet@voorbeeld.nl');
  });
});

describe('a practice that grew out of an evaluation', () => {
  it('keeps where it comes from, for who may see that', async () => {
    const own = evaluation.parse({
      id: 'evaluation/e2',
      campaign: 'campaign/week-van-de-veiligheid-2027',
      about: 'Week van de Veiligheid 2027',
      organisation: 'organisation/politie',
      owner: 'organisation/politie',
      visibility: 'organisation',
      by: 'person/politie-demo',
      at: NOW.toString(),
      reached: '300 mensen',
      again: 'yes',
    });
    await put(store, own);
    const args = { titel: TITLE, advies: 'Oefen', bewijs: 'C', bron: 'Onze evaluatie', evaluatie: own.id };
    const form = await send(store, POLICE, { command: 'praktijk', args, opensForm: true });
    expect(form).toMatchObject({ type: 'form', fields: expect.any(Array) });
    await send(store, BANKS, { command: 'praktijk', args });
    expect(await practices()).toHaveLength(20);
    await send(store, POLICE, { command: 'praktijk', args });
    expect(await found('in-review')).toMatchObject({ evaluation: own.id });
  });
});

describe('a campaign', () => {
  it('takes the practices that it uses in its form', async () => {
    await ask(store, BOSS, 'wijzig "week van de veiligheid 2027" praktijk:bp-08,bp-02');
    expect((await store.get('campaign/week-van-de-veiligheid-2027'))?.practices).toEqual([
      'practice/bp-08',
      'practice/bp-02',
    ]);
    await ask(store, BOSS, 'gebruik bp-04 "week van de veiligheid 2027"');
    expect((await store.get('campaign/week-van-de-veiligheid-2027'))?.practices).toHaveLength(3);
    expect(await said(POLICE, 'toon bp-04')).toContain('Week van de Veiligheid 2027');
  });
});
