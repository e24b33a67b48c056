import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { OUTSIDER } from '../../src/domain/access/actor.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { ListItem, Reply } from '../../src/reply/reply.ts';
import { plainText } from '../../src/reply/reply.ts';
import { CALENDARS } from '../import/calendars.ts';
import { actionsOf, ask, button, press, seededStore, send, wordsOf } from '../support/ask.ts';

let store: Store;
beforeAll(async () => {
  store = await seededStore();
});

function items(reply: Reply): ListItem[] {
  if (reply.type !== 'message') throw new Error(`a message was expected, not ${reply.type}`);
  return reply.sections.flatMap((section) => (section.type === 'list' ? section.items : []));
}
const keys = (reply: Reply) => items(reply).map(({ title }) => plainText(title).split(' ')[0]);
const coordinator = (line: string) => ask(store, 'coordinator-demo', line);

describe('actieplan', () => {
  it('lists the actions under their theme and goal, with planning, lead and state', async () => {
    const reply = await coordinator('actieplan thema:5');
    expect(keys(reply)).toHaveLength(6);
    const words = wordsOf(reply);
    expect(words).toContain('5. Weerbaarheid/preventie (bewustwording)');
    expect(words).toContain('Doel: Brede aandacht voor het thema');
    expect(words).toContain('1e kwartaal 2024; trekker Veiliginternetten.nl; stand onbekend');
    expect(words).toContain('doorlopend; trekker Veiliginternetten.nl');
  });

  it('says that the plan is over, and what to do with its open actions', async () => {
    expect(wordsOf(await coordinator('actieplan'))).toContain(
      'Dit plan is afgelopen op 31 december 2025. 45 openstaande acties: regel ze één voor één',
    );
  });

  it('shows which actions have no lead, and which have no year', async () => {
    const words = wordsOf(await coordinator('actieplan formulering juridische'));
    expect(words).toContain('Q1 en Q2 (jaar niet genoemd); nog geen trekker');
  });

  it('pages by ten until all 45 were shown once', async () => {
    let reply = await coordinator('actieplan');
    const seen = keys(reply);
    while (reply.type === 'message' && reply.next) {
      reply = await press(store, 'coordinator-demo', reply.next);
      seen.push(...keys(reply));
    }
    expect(new Set(seen).size).toBe(45);
    expect(seen).toHaveLength(45);
  });

  it.each([
    ['actieplan kennisagenda', 10],
    ['actieplan thema:hulp', 10],
    ['actieplan politie', 7],
    ['actieplan trekker:JenV', 10],
    ['actieplan kwartaal:"3e kwartaal 2024"', 8],
    ['actieplan Q2 2025', 1],
    ['actieplan stand:klaar', 0],
    ['actieplan campagnekalender', 1],
    ['actions lead:CCV quarter:"Q4 2024"', 2],
  ])('%s', async (line, count) => {
    expect(keys(await coordinator(line))).toHaveLength(count);
  });

  it('names the themes when it does not know one', async () => {
    expect(wordsOf(await coordinator('actieplan thema:9'))).toContain('1. Kennisagenda, 2. Gegevensdeling');
    expect(wordsOf(await coordinator('actieplan kwartaal:zomer'))).toContain(
      '"zomer" lees ik niet als kwartaal',
    );
  });

  it('tells outsiders and channels no state, also not by counting', async () => {
    for (const reply of [
      await ask(store, OUTSIDER, 'actieplan thema:5'),
      await ask(store, 'coordinator-demo', 'actieplan thema:5', { audience: 'channel' }),
    ]) {
      expect(keys(reply)).toHaveLength(6);
      expect(wordsOf(reply)).not.toMatch(/onbekend|openstaande/);
      expect(actionsOf(reply).some(({ command }) => command === 'voortgang')).toBe(false);
    }
    expect(wordsOf(await ask(store, OUTSIDER, 'actieplan stand:laat'))).toContain('alleen partners');
  });

  it('speaks English to who reads English', async () => {
    const words = wordsOf(await ask(store, 'fin-demo', 'action-plan theme:5'));
    expect(words).toContain('Q1 2024; lead Veiliginternetten.nl; state unknown');
  });
});

const TABLE = [
  'Thema\tDoel\tResultaten\tPlanning\tTrekker(s)\tPartners',
  '5. Weerbaarheid\tAfstemmen\tSamenwerking bij en afstemming van campagnes.\tDoorlopend\tVeiliginternetten.nl\tKerngroep',
  '\t\tPreventie- en weerbaarheidsstrategie voor de integrale aanpak uitvoeren\tQ1-Q3 2026\tVNG\t',
  '\t\tNieuwe podcast\tnader te bepalen\tBureau Onbekend\t',
].join('\n');
const form = (tekst: string, more = {}) => ({
  command: 'actieplan-nieuw',
  args: { titel: 'Actieplan 2026', sleutel: 'AP26', tekst, ...more },
});

describe('a new plan', () => {
  it('begins with a form, for coordinators only', async () => {
    expect(await coordinator('actieplan nieuw sleutel:AP26')).toMatchObject({
      type: 'form',
      command: 'actieplan-nieuw',
    });
    expect(wordsOf(await ask(store, 'jenv-demo', 'actieplan nieuw'))).toContain('coördinator');
    expect(wordsOf(await send(store, 'jenv-demo', form(TABLE)))).toContain('alleen voor coördinatoren');
  });

  it('is shown with its doubts and its links before anything is saved', async () => {
    const fresh = await seededStore();
    const preview = await send(fresh, 'coordinator-demo', form(TABLE));
    if (preview.type !== 'confirm') throw new Error(`a preview was expected, not ${preview.type}`);
    const words = wordsOf(preview);
    expect(words).toContain(
      'Je tekst staat klaar als concept; alleen coördinatoren zien hem. 2 rijen noemen',
    );
    expect(words).toContain('1 thema, 1 doel, 3 acties');
    expect(words).toContain('planning niet begrepen: "nader te bepalen"');
    expect(words).toContain('trekker niet bekend: "Bureau Onbekend"');
    expect(words).toContain('Gaat door: AP26-5.01');
    expect(words).toContain('was AP24-5.02');
    const all = [words];
    let more = preview as Reply;
    while (actionsOf(more).some(({ label }) => label.startsWith('Meer hiervan'))) {
      more = await press(fresh, 'coordinator-demo', button(more, 'Meer hiervan'));
      all.push(wordsOf(more));
    }
    expect(all.join()).toContain('43 open acties hebben geen opvolger');
    expect(all.join()).toContain('AP24-6.10');
    expect(await fresh.get('action/ap26-5.01')).toBeUndefined();
    expect(wordsOf(await ask(fresh, 'coordinator-demo', 'actieplan'))).toContain('Actieplan 2024: acties');
    expect(JSON.stringify(preview.confirm.args).length).toBeLessThan(500);
  });

  it('is saved by the button, with its predecessors, and leaves the old plan alone', async () => {
    const fresh = await seededStore();
    const preview = await send(fresh, 'coordinator-demo', form(TABLE));
    const save = button(preview, 'Plan opslaan');
    expect(wordsOf(await press(fresh, 'coordinator-demo', save))).toContain('Het plan is opgeslagen.');
    expect(await fresh.get('plan/ap26')).toMatchObject({ visibility: 'partners', end: '2026-12-31' });
    expect(await fresh.get('plan/ap26')).not.toHaveProperty('draft');
    expect(await fresh.get('action/ap26-5.02')).toMatchObject({
      predecessor: { action: 'action/ap24-5.02', relation: 'changed' },
      planning: { quarters: ['2026-Q1', '2026-Q2', '2026-Q3'] },
      state: 'unknown',
    });
    expect(await fresh.get('action/ap24-1.01')).toMatchObject({ state: 'unknown', version: 1 });
    expect(wordsOf(await ask(fresh, 'jenv-demo', 'actieplan'))).toContain('Actieplan 2026: acties');
    expect(wordsOf(await ask(fresh, OUTSIDER, 'actieplan'))).toContain('Actieplan 2024: acties');
    expect(wordsOf(await ask(fresh, 'jenv-demo', 'toon AP24-5.02'))).toContain('Opvolger (gewijzigd)');
    expect(wordsOf(await ask(fresh, 'jenv-demo', 'toon 5.02'))).toContain('AP26-5.02');
    const other = button(await ask(fresh, 'jenv-demo', 'actieplan'), 'Actieplan 2024: 45 openstaande acties');
    expect(wordsOf(await press(fresh, 'jenv-demo', other))).toContain('AP24-1.01');
    const again = await press(fresh, 'coordinator-demo', save);
    expect(wordsOf(again)).toContain('Dit plan is al opgeslagen.');
    expect(wordsOf(await send(fresh, 'coordinator-demo', form(TABLE)))).toContain('AP26 bestaat al');
  });

  it('that is only a draft can be gone on with, or be discarded after asking', async () => {
    const fresh = await seededStore();
    await send(fresh, 'coordinator-demo', form(TABLE));
    const shown = await ask(fresh, 'coordinator-demo', 'actieplan plan:ap26');
    expect(wordsOf(shown)).toContain('Actieplan 2026: concept');
    const goOn = await press(fresh, 'coordinator-demo', button(shown, 'Verder met het concept'));
    expect(wordsOf(goOn)).toContain('3 acties');
    const question = await press(fresh, 'coordinator-demo', button(shown, 'Concept weggooien'));
    expect(question.type).toBe('confirm');
    expect((await fresh.get('plan/ap26'))?.draft?.text).toContain('Nieuwe podcast');
    const gone = await press(fresh, 'coordinator-demo', button(question, 'Concept weggooien'));
    expect(wordsOf(gone)).toContain('Het concept is weggegooid.');
    expect((await fresh.get('plan/ap26'))?.draft?.text).toBe('');
    expect((await fresh.history('plan/ap26')).map(({ action }) => action)).toContain('plan.discard');
    expect(wordsOf(await ask(fresh, 'coordinator-demo', 'actieplan plan:ap26'))).toContain(
      'Plak hem opnieuw',
    );
    expect((await send(fresh, 'coordinator-demo', form(TABLE))).type).toBe('confirm');
  });

  it('shows a draft to nobody but coordinators, also not in their own organisation', async () => {
    const fresh = await seededStore();
    await send(fresh, 'coordinator-demo', form(TABLE));
    for (const name of ['jenv-demo', 'politie-demo']) {
      const words = wordsOf(await ask(fresh, name, 'actieplan plan:ap26'));
      expect(words).toContain('Ik vind niets met de naam "ap26"');
      expect(words).not.toContain('Actieplan 2026');
    }
  });

  it('can be changed before it is saved, and be pasted in parts', async () => {
    const fresh = await seededStore();
    const preview = await send(fresh, 'coordinator-demo', form(TABLE));
    const opened = await press(fresh, 'coordinator-demo', button(preview, 'Tekst aanpassen'));
    expect(wordsOf(opened)).toContain('Nieuwe podcast');
    const grown = await send(
      fresh,
      'coordinator-demo',
      form('\tNog een doel\tNog een actie\tQ4 2026\tJenV\tOM', { erbij: 'ja' }),
    );
    expect(wordsOf(grown)).toContain('1 thema, 2 doelen, 4 acties');
    const stale = await press(fresh, 'coordinator-demo', button(preview, 'Plan opslaan'));
    expect(wordsOf(stale)).toContain('Iemand was je voor');
  });

  it('takes 200,000 characters and refuses more, with what was filled in kept', async () => {
    const fresh = await seededStore();
    const header = 'Resultaten\tPlanning\n';
    const row = (count: number) => `${'lang '.repeat(count)}\tQ1 2026\n`;
    const big = header + row(900).repeat(44);
    expect(big.length).toBeGreaterThan(195_000);
    expect((await send(fresh, 'coordinator-demo', form(big))).type).toBe('confirm');
    const reply = await send(fresh, 'coordinator-demo', form(header + row(900).repeat(50)));
    expect(reply).toMatchObject({ type: 'form' });
    expect(wordsOf(reply)).toContain('hoogstens 200000');
  });

  it('may be the whole document, whose sender below the table is not kept', async () => {
    const fresh = await seededStore();
    const document = readFileSync(join(CALENDARS, 'plans/source/actieplan-2024.md'), 'utf8');
    const preview = await send(fresh, 'coordinator-demo', form(document));
    expect(wordsOf(preview)).toContain('6 thema’s, 19 doelen, 45 acties');
    expect(wordsOf(preview)).not.toContain('Gewijzigd');
    expect(JSON.stringify(await fresh.get('plan/ap26'))).not.toContain('@minjenv');
  });

  it('refuses personal data without repeating them', async () => {
    const reply = await send(
      store,
      'coordinator-demo',
      form(`${TABLE}\n\t\tBel jan@voorbeeld.nl\tQ1 2026\tOM\t`),
    );
    const errors = reply.type === 'form' ? reply.fields.map(({ error }) => error ?? '').join() : '';
    expect(errors).toContain('persoonsgegevens');
    expect(errors).not.toContain('jan@');
    expect(await store.get('plan/ap26')).toBeUndefined();
  });
});

describe('a plan that is over', () => {
  it('is extended by a coordinator from the notice, and then runs again', async () => {
    const fresh = await seededStore();
    const over = await ask(fresh, 'coordinator-demo', 'actieplan');
    const asked = await press(fresh, 'coordinator-demo', button(over, 'Plan verlengen'));
    expect(asked).toMatchObject({ type: 'form', command: 'actieplan-verleng' });
    const done = await send(fresh, 'coordinator-demo', {
      command: 'actieplan-verleng',
      args: { plan: 'plan/ap24', tot: 'Q2 2027' },
    });
    expect(wordsOf(done)).toContain('Het plan loopt nu tot en met 30 juni 2027.');
    expect(wordsOf(done)).not.toContain('Dit plan is afgelopen');
    expect(await fresh.get('plan/ap24')).toMatchObject({ end: '2025-12-31', extendedUntil: '2027-06-30' });
  });

  it('is extended by typing as well; what cannot be comes back as a form', async () => {
    const fresh = await seededStore();
    expect(
      wordsOf(await ask(fresh, 'coordinator-demo', 'actieplan verleng tot:"31 december 2027"')),
    ).toContain('tot en met 31 december 2027');
    expect(await ask(fresh, 'coordinator-demo', 'actieplan verleng')).toMatchObject({ type: 'form' });
    const past = await ask(fresh, 'coordinator-demo', 'actieplan verleng Q1 2026');
    expect(wordsOf(past)).toContain('Deze dag is al voorbij');
    expect(wordsOf(await ask(fresh, 'jenv-demo', 'actieplan verleng Q2 2027'))).toContain('coördinator');
    expect(actionsOf(await ask(fresh, 'jenv-demo', 'actieplan')).map(({ command }) => command)).not.toContain(
      'actieplan-verleng',
    );
  });
});
