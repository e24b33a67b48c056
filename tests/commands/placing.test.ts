import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/domain/ports.ts';
import { confirmActions } from '../../src/render/shared/confirm-actions.ts';
import type { Confirm, FormReply, Message, Reply } from '../../src/reply/reply.ts';
import { actionsOf, ask, button, press, seededStore, wordsOf } from '../support/ask.ts';

const CROWDED = 'nieuw "Praatje" periode:"11 t/m 17 oktober 2027" doelgroep:senioren vorm:bankhelpdeskfraude';

let store: Store;
beforeAll(async () => {
  store = await seededStore();
});

const preview = async (line: string, asker = 'politie-demo') => (await ask(store, asker, line)) as Confirm;

/** The lines of one entry of a list, by its title. */
function linesOf(reply: Message | Confirm, title: string): string {
  const sections = reply.type === 'confirm' ? reply.warnings : reply.sections;
  const items = sections.flatMap((section) => (section.type === 'list' ? section.items : []));
  return wordsOf((items.find((item) => JSON.stringify(item.title).includes(title))?.lines ?? []) as never);
}

function draftOf({ draft }: Confirm): Record<string, string> {
  return Object.fromEntries(draft.map(({ label, value }) => [label, wordsOf(value as never)]));
}

describe('days that are over', () => {
  it('are asked about before anything is saved, with nothing advised', async () => {
    const asked = await preview('nieuw "Te laat" periode:"3 maart 2020" doelgroep:senioren');
    expect(asked.type).toBe('confirm');
    expect(wordsOf(asked)).toContain('Deze dagen zijn al voorbij.');
    expect(asked.alternatives).toHaveLength(1);
    expect(wordsOf(await preview(CROWDED))).not.toContain('voorbij');
  });
});

describe('a date that is not known', () => {
  it.each([
    ['European Money Mule Action', 'verwacht tussen september en november 2027'],
    ['Week tegen Eenzaamheid', 'verwacht in september of oktober 2027'],
    ['Echt niet vandaag', 'verwacht in april, mei, september of oktober 2027'],
  ])('is told with all its months: %s', async (title, text) => {
    expect(wordsOf(await ask(store, 'lezer-demo', `toon "${title} 2027"`))).toContain(
      `datum onbekend, ${text}`,
    );
  });

  it('stands in each of its months and in no other, under the month that was asked for', async () => {
    const months = ['april', 'mei', 'september', 'oktober'];
    for (const month of [...months, 'juni', 'juli', 'augustus']) {
      const reply = (await ask(store, 'lezer-demo', `kalender ${month} 2027`)) as Message;
      const listed = wordsOf(reply).includes('Echt niet vandaag 2027');
      expect([month, listed]).toEqual([month, months.includes(month)]);
      const headings = reply.sections.flatMap((section) =>
        section.type === 'heading' ? [section.text] : [],
      );
      expect(headings.every((text) => text.toLowerCase() === `${month} 2027`)).toBe(true);
    }
  });

  it('makes every overlap a perhaps, also when it is the asked one that has none', async () => {
    const reply = (await ask(store, 'politie-demo', 'overlap "week tegen eenzaamheid 2027"')) as Message;
    expect(wordsOf(reply)).not.toMatch(/samen op/);
    const line = linesOf(reply, 'Week van de Veiligheid 2027');
    expect(line).toMatch(/misschien in dezelfde tijd/);
    expect(line).toMatch(/de gevraagde is een inhaakmoment: geen botsing/);
    expect(linesOf(reply, '50PlusBeurs')).not.toMatch(/(^|; )inhaakmoment, geen botsing/);
  });

  it('may overlap in all its months, also the later ones', async () => {
    const november = 'nieuw "Jong" periode:"15 t/m 21 november 2027" doelgroep:jongvolwassenen';
    expect(linesOf(await preview(november), 'European Money Mule Action')).toMatch(
      /misschien in dezelfde tijd/,
    );
  });
});

describe('the question before saving', () => {
  it('says plainly how crowded it is, and with what', async () => {
    const words = wordsOf(await preview(CROWDED));
    expect(words).toMatch(/Dit is een drukke periode\. Week 41 heeft 2 momenten, waarvan 2 voor dezelfde/);
    expect(words).toMatch(/Misschien ook, want de datum is nog onbekend: .*Echt niet vandaag 2027/);
    expect(words).not.toMatch(/lopen al .*Echt niet vandaag/);
  });

  it('does not call a quiet period crowded', async () => {
    const words = wordsOf(await preview('nieuw "Stil" periode:"8 t/m 14 november 2027" doelgroep:daters'));
    expect(words).toMatch(/Week 45 heeft 1 moment/);
    expect(words).not.toMatch(/drukke periode/);
  });

  it('advises the nearest clearly quieter week, and saving all the same last', async () => {
    const asked = await preview(CROWDED);
    const [first, ...others] = confirmActions(asked);
    expect(first).toMatchObject({ label: 'Kies 1 t/m 7 november 2027', style: 'primary' });
    expect(others.some(({ style }) => style === 'primary')).toBe(false);
    expect(others.at(-1)?.label).toBe('Toch opslaan');
    const calm = await preview('nieuw "Stil" periode:"8 t/m 14 november 2027" doelgroep:daters');
    expect(confirmActions(calm)[0]).toMatchObject({ label: 'Toch opslaan', style: 'primary' });
  });

  it('names an audience as the same only when both name it', async () => {
    const asked = await preview(CROWDED);
    expect(linesOf(asked, 'Week van de Veiligheid')).toMatch(/ook voor Algemeen publiek/);
    expect(linesOf(asked, 'Week van de Veiligheid')).not.toMatch(/zelfde doelgroep/);
    expect(linesOf(asked, 'Week tegen Eenzaamheid')).toMatch(/zelfde doelgroep: Senioren/);
    const general = await preview('nieuw "Breed" periode:"5 dec 2027" doelgroep:algemeen-publiek');
    expect(linesOf(general, 'Sinterklaas')).toMatch(/Algemeen publiek \(15\+\): ook /);
  });

  it('shows everything that will be saved', async () => {
    const more =
      'trekker:politie,nvb boodschap:"Hang op" doel:"Minder schade" zichtbaar:eigen embargo:"4 oktober 2027"';
    const draft = draftOf(await preview(`${CROWDED} ${more}`));
    expect(draft).toMatchObject({
      Trekker: 'Politie en NVB',
      Boodschap: 'Hang op',
      Doel: 'Minder schade',
      'Wie het ziet': expect.stringMatching(/alleen de eigen organisatie.*Niet openbaar tot 4 oktober 2027/),
    });
    expect(Object.values(draft)).not.toContain('');
    expect(draftOf(await preview(CROWDED))['Wie het ziet']).toMatch(/iedereen, zodra het is goedgekeurd/);
  });

  it('is not asked of someone who may not move it, nor are the forms', async () => {
    for (const line of [
      'verzet "week van de veiligheid" periode:"4 oktober 2027"',
      'verzet "week van de veiligheid"',
      'wijzig "week van de veiligheid"',
      'bevestig-datum "week van de veiligheid"',
      'vervalt "week van de veiligheid"',
    ]) {
      const reply = await ask(store, 'politie-demo', line);
      expect([line, reply.type]).toEqual([line, 'message']);
      expect(wordsOf(reply)).toMatch(/Alleen een trekker/);
    }
  });

  it('treats an inhaakmoment that moves as one', async () => {
    const moving = await preview(
      'verzet "safer internet day 2027" periode:"12 oktober 2027"',
      'coordinator-demo',
    );
    expect(wordsOf(moving)).not.toMatch(/campagnes? overlap/);
    expect(moving.confirm.style).toBe('primary');
  });
});

describe('who sees it', () => {
  const make = (name: string, more: string) =>
    ask(store, 'politie-demo', `nieuw "${name}" periode:"2 juni 2027" doelgroep:daters ${more} --akkoord`);

  it.each([
    ['', /Tot die tijd zien alleen partners en lezers van aangesloten organisaties het/],
    ['zichtbaar:partners', /Alleen partners en lezers van aangesloten organisaties zien het/],
    ['zichtbaar:eigen', /Alleen je eigen organisatie, de trekkers en coördinatoren zien het/],
  ])('is told after a proposal as it is: %s', async (more, sentence) => {
    expect(wordsOf(await make(`Zicht ${more}`, more))).toMatch(sentence);
  });

  it('is on the card with the embargo, until that is over', async () => {
    await make('Onder embargo', 'embargo:"1 mei 2027"');
    const approved = await ask(store, 'coordinator-demo', 'goedkeuren "onder embargo"');
    expect(wordsOf(approved)).toMatch(
      /iedereen\. Niet openbaar tot 1 mei 2027\. Tot die tijd: partners en lezers/,
    );
    const later = { now: Temporal.Instant.from('2027-05-02T09:00:00Z') };
    expect(wordsOf(await ask(store, 'lezer-demo', 'toon "onder embargo"', later))).not.toMatch(
      /Niet openbaar/,
    );
  });

  it('keeps the day of an embargo through the form', async () => {
    const made = await make('Zelfde dag', 'embargo:"1 mei 2027"');
    const form = (await press(store, 'politie-demo', button(made, 'Wijzigen'))) as FormReply;
    expect(form.fields.find(({ name }) => name === 'embargo')?.value).toBe('2027-05-01');
  });
});

describe('the button for a new campaign', () => {
  const offered = (reply: Reply) => actionsOf(reply).find(({ command }) => command === 'nieuw');

  it.each([
    'kalender 2027 doelgroep:senioren vorm:phishing',
    'rustige-weken 2027 doelgroep:senioren vorm:phishing',
  ])('takes along what was filtered on, but not the period: %s', async (line) => {
    expect(offered(await ask(store, 'politie-demo', line))?.args).toEqual({
      doelgroep: ['audience/senioren'],
      vorm: ['form/phishing'],
    });
  });

  it.each(['kalender 2027', 'rustige-weken 2027'])('is not shown to readers: %s', async (line) => {
    expect(offered(await ask(store, 'lezer-demo', line))).toBeUndefined();
    expect(offered(await ask(store, 'politie-demo', line))).toBeDefined();
  });
});

describe('quiet weeks', () => {
  it('say that they are not all, and which is the busiest', async () => {
    const many = wordsOf(await ask(store, 'lezer-demo', 'rustige-weken sep-nov 2027 doelgroep:senioren'));
    expect(many).toMatch(/de 10 rustigste van 14 weken/);
    expect(many).toMatch(/Het drukst: 11 t\/m 17 oktober 2027\. Week 41 heeft 2 momenten/);
    expect(wordsOf(await ask(store, 'lezer-demo', 'rustige-weken okt 2027'))).not.toMatch(/rustigste van/);
  });
});
