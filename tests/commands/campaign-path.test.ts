import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/domain/ports.ts';
import type { Confirm, FormReply } from '../../src/reply/reply.ts';
import { actionsOf, ask, button, press, seededStore, send, wordsOf } from '../support/ask.ts';

const NEW =
  'nieuw "Praatje bij de bank" periode:"11 t/m 17 oktober 2027" doelgroep:senioren vorm:bankhelpdeskfraude';

let store: Store;
beforeAll(async () => {
  store = await seededStore();
});

describe('a newcomer’s path', () => {
  it('goes from asking, through a crowded October, to a quieter week, approval and the calendar', async () => {
    expect(wordsOf(await ask(store, 'politie-demo', 'kalender okt 2027'))).toContain(
      'Week van de Veiligheid 2027',
    );

    const warned = (await ask(store, 'politie-demo', NEW)) as Confirm;
    expect(warned.type).toBe('confirm');
    expect(wordsOf(warned)).toMatch(/overlap[\s\S]*Alert Online[\s\S]*Week van de Veiligheid 2027/);
    const quieter = warned.alternatives.filter(({ label }) => label.startsWith('Kies'));
    expect(quieter.length).toBeGreaterThan(0);

    const saved = await press(store, 'politie-demo', button(warned, 'Toch opslaan'));
    expect(wordsOf(saved)).toMatch(/voorstel staat klaar/);
    expect(wordsOf(await ask(store, 'lezer-demo', 'kalender okt 2027 senioren'))).toContain(
      'Praatje bij de bank',
    );

    const moving = (await ask(
      store,
      'politie-demo',
      'verzet "praatje bij de bank" periode:"18 t/m 24 oktober 2027"',
    )) as Confirm;
    const moved = await press(store, 'politie-demo', moving.alternatives[0]!);
    expect(wordsOf(moved)).toMatch(/is verzet/);

    expect(actionsOf(moved).map(({ command }) => command)).not.toContain('goedkeuren');
    const shown = await ask(store, 'coordinator-demo', 'toon praatje bij de bank');
    const approved = await press(store, 'coordinator-demo', button(shown, 'Goedkeuren'));
    expect(wordsOf(approved)).toMatch(/goedgekeurd/);
  });
});

describe('a new campaign', () => {
  it('asks for what is missing, and keeps what was understood', async () => {
    const form = (await ask(store, 'politie-demo', 'nieuw "Alleen een titel"')) as FormReply;
    expect(form.type).toBe('form');
    expect(form.fields.find(({ name }) => name === 'titel')?.value).toBe('Alleen een titel');
    expect(form.fields.filter(({ error }) => error).map(({ name }) => name)).toEqual([
      'periode',
      'doelgroep',
    ]);
  });

  it.each([
    ['30 februari 2027', /bestaat niet/],
    ['20 okt 2027 t/m 10 okt 2027', /einde ligt voor het begin/],
    ['11 oktober 9999', /tussen 2000 en 2099/],
    ['2027 t/m 2031', /langer dan drie jaar/],
    ['bananen', /lees ik niet/],
  ])('says what is wrong with the period "%s" beside the field', async (period, sentence) => {
    const reply = (await ask(
      store,
      'politie-demo',
      `nieuw "X" periode:"${period}" doelgroep:senioren`,
    )) as FormReply;
    expect(reply.type).toBe('form');
    expect(reply.fields.find(({ name }) => name === 'periode')?.error).toMatch(sentence);
    expect(reply.fields.find(({ name }) => name === 'doelgroep')?.value).toEqual(['audience/senioren']);
  });

  it('tells everything that is wrong with a form at once', async () => {
    const line = 'nieuw periode:"30 februari" tijd:half embargo:"gisteren of zo" doelgroep:bananen';
    const form = (await ask(store, 'politie-demo', line)) as FormReply;
    const wrong = form.fields.filter(({ error }) => error).map(({ name }) => name);
    expect(wrong).toEqual(['titel', 'periode', 'tijd', 'doelgroep', 'embargo']);
  });

  it('may have no date yet, and then is a gap in the calendar', async () => {
    const reply = await ask(
      store,
      'politie-demo',
      'nieuw "Nog zonder datum" periode:onbekend doelgroep:daters',
    );
    expect(wordsOf(reply)).toMatch(/datum onbekend/);
    expect(wordsOf(await ask(store, 'politie-demo', 'kalender datum:onbekend doelgroep:daters'))).toContain(
      'Nog zonder datum',
    );
  });

  it('acts once when the button is pressed twice', async () => {
    const line = 'nieuw "Dubbel gedrukt" periode:"1 juli 2027" doelgroep:daters --akkoord';
    await ask(store, 'politie-demo', line, { key: 'same' });
    await ask(store, 'politie-demo', line, { key: 'same' });
    const hits = await ask(store, 'politie-demo', 'kalender juli 2027 daters');
    expect(wordsOf(hits).match(/Dubbel gedrukt/g)).toHaveLength(1);
  });

  it('keeps dangerous text as the text that it is', async () => {
    const nasty = '<!channel> =HYPERLINK("x") <script>';
    await ask(
      store,
      'politie-demo',
      `nieuw titel:'${nasty}' periode:"5 juli 2027" doelgroep:daters --akkoord`,
    );
    expect(wordsOf(await ask(store, 'politie-demo', 'kalender juli 2027 daters'))).toContain(nasty);
  });
});

describe('changing a campaign', () => {
  it('shows both versions to whoever saves over someone’s newer change, and asks', async () => {
    const made = await ask(
      store,
      'politie-demo',
      'nieuw "Samen schrijven" periode:"3 mei 2027" doelgroep:daters --akkoord',
    );
    const edit = button(made, 'Wijzigen');
    await press(store, 'coordinator-demo', {
      ...edit,
      opensForm: false,
      args: { ...edit.args, boodschap: 'Van de coördinator' },
    });
    const late = { ...edit, opensForm: false, args: { ...edit.args, boodschap: 'Van de politie' } };
    const conflict = (await press(store, 'politie-demo', late)) as Confirm;
    expect(conflict.type).toBe('confirm');
    expect(wordsOf(conflict)).toMatch(/Van de coördinator/);
    expect(wordsOf(conflict)).toMatch(/Van de politie/);
    const forced = await press(store, 'politie-demo', conflict.confirm);
    expect(wordsOf(forced)).toMatch(/Van de politie/);
  });

  it('opens the form filled with what is stored now', async () => {
    const shown = await ask(store, 'coordinator-demo', 'toon week van de veiligheid');
    const form = (await press(store, 'coordinator-demo', button(shown, 'Wijzigen'))) as FormReply;
    expect(form.fields.find(({ name }) => name === 'titel')?.value).toBe('Week van de Veiligheid 2027');
    expect(form.version).toBe(1);
  });

  it('saves only what this person changed over someone’s newer change', async () => {
    const made = await ask(
      store,
      'politie-demo',
      'nieuw "Half om half" periode:"5 mei 2027" doelgroep:daters doel:Samen --akkoord',
    );
    const form = (await press(store, 'politie-demo', button(made, 'Wijzigen'))) as FormReply;
    const shown = Object.fromEntries(
      form.fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
    );
    const { campagne } = button(made, 'Wijzigen').args as { campagne: string };
    await ask(store, 'coordinator-demo', `wijzig ${campagne} doel:"Beter doel"`);
    const mine = {
      command: 'wijzig',
      args: { ...shown, campagne, boodschap: 'Mijn zin', vorm: '' },
      version: form.version!,
    };
    const conflict = (await send(store, 'politie-demo', mine)) as Confirm;
    expect(conflict.draft).toEqual([{ label: 'Boodschap', value: 'Mijn zin' }]);
    const saved = wordsOf(await press(store, 'politie-demo', conflict.confirm));
    expect(saved).toMatch(/Beter doel/);
    expect(saved).toMatch(/Mijn zin/);
  });

  it('asks, filled in, when it is only told which campaign to change', async () => {
    expect((await ask(store, 'politie-demo', 'wijzig "half om half"')).type).toBe('form');
    expect((await ask(store, 'nvb-demo', 'meedoen "half om half"')).type).toBe('form');
  });

  it('takes away what a form left empty, and leaves alone what was not asked', async () => {
    const made = await ask(
      store,
      'politie-demo',
      'nieuw "Leegmaken" periode:"4 mei 2027" doelgroep:daters doel:Weg boodschap:Blijft --akkoord',
    );
    const { campagne } = button(made, 'Wijzigen').args;
    const edited = await send(store, 'politie-demo', {
      command: 'wijzig',
      args: { campagne: campagne as string, titel: 'Leeg', doel: '' },
    });
    expect(wordsOf(edited)).toMatch(/Blijft/);
    expect(wordsOf(edited)).not.toMatch(/Weg\b/);
  });

  it('is refused to partners who do not lead it', async () => {
    const reply = await ask(store, 'vng-demo', 'vervalt "samen schrijven" reden:"zomaar"');
    expect(wordsOf(reply)).toMatch(/Alleen een trekker/);
  });

  it('confirms a date only with a source, and shows both', async () => {
    const form = (await ask(
      store,
      'coordinator-demo',
      'bevestig-datum "week van de veiligheid"',
    )) as FormReply;
    expect(form.fields.find(({ name }) => name === 'bron')).toMatchObject({ required: true });
    const done = await ask(
      store,
      'coordinator-demo',
      'bevestig-datum "week van de veiligheid" bron:"bericht van het PVO"',
    );
    expect(wordsOf(done)).toMatch(/\(bevestigd\)[\s\S]*bericht van het PVO \(bekeken op 23 november\)/);
  });

  it('makes a confirmed date provisional again when it moves', async () => {
    const moved = await ask(
      store,
      'coordinator-demo',
      'verzet "week van de veiligheid" periode:"18 okt 2027" --akkoord',
    );
    expect(wordsOf(moved)).toMatch(/18 oktober 2027 \(voorlopig\)/);
    expect(wordsOf(moved)).not.toMatch(/bericht van het PVO/);
  });

  it('cancels with a reason and can bring it back', async () => {
    const gone = await ask(store, 'politie-demo', 'vervalt "samen schrijven" reden:"geen geld"');
    expect(wordsOf(gone)).toMatch(/vervallen: geen geld/);
    const again = await press(store, 'politie-demo', button(gone, 'Gaat door'));
    expect(wordsOf(again)).toMatch(/gaat door/);
  });
});

describe('asking the calendar', () => {
  it('asks back when a name can mean several things', async () => {
    const choice = await ask(store, 'politie-demo', 'toon week');
    expect(choice.type).toBe('choice');
    expect(wordsOf(choice)).not.toMatch(/1 maart 2027(?! \(voorlopig)/);
  });

  it('shows the coming edition for the bare name of a series', async () => {
    expect(wordsOf(await ask(store, 'lezer-demo', 'toon 50plusbeurs'))).toMatch(
      /niet zeker of het doorgaat, mogelijk in september 2027/,
    );
  });

  it('understands a bare name without any command', async () => {
    expect(wordsOf(await ask(store, 'lezer-demo', '50PlusBeurs'))).toMatch(/niet zeker of het doorgaat/);
    expect(wordsOf(await ask(store, 'lezer-demo', 'Week tegen Eenzaamheid 2024'))).toMatch(/26 september/);
    expect(wordsOf(await ask(store, 'lezer-demo', 'zomaar iets'))).toMatch(/ken ik niet/);
    expect((await ask(store, 'lezer-demo', 'week')).type).toBe('choice');
  });

  it('shows a gap in the month where the moment usually is', async () => {
    const reply = wordsOf(await ask(store, 'lezer-demo', 'kalender september 2027'));
    expect(reply).toMatch(/50PlusBeurs 2027/);
    expect(reply).not.toMatch(/50PlusBeurs 2027[\s\S]{0,40}1 september/);
  });

  it('pages without loss', async () => {
    const first = await ask(store, 'lezer-demo', 'kalender 2027');
    if (first.type !== 'message' || !first.next) throw new Error('expected a next page');
    const second = await press(store, 'lezer-demo', first.next);
    expect(wordsOf(second)).not.toContain('Sinterklaas (pakjesavond) 2026');
    expect(second.type === 'message' && second.sections[0]).toEqual(first.sections[0]);
  });

  it('offers the nearest command for a slip', async () => {
    expect(wordsOf(await ask(store, 'lezer-demo', 'kalendre'))).toMatch(/Bedoel je kalender/);
  });

  it('reads a period and several names in one line', async () => {
    const reply = await ask(store, 'lezer-demo', 'kalender ondernemers veiliginternetten okt 2027');
    expect(wordsOf(reply)).toContain('Week van de Veiligheid 2027');
    expect(wordsOf(await ask(store, 'lezer-demo', 'kalender senioren bananen'))).toMatch(/bananen/);
  });

  it('takes the English words for a choice', async () => {
    expect((await ask(store, 'fin-demo', 'calendar type:campaign date:unknown')).type).toBe('message');
    expect((await ask(store, 'fin-demo', 'subscribe list')).type).toBe('message');
    expect(wordsOf(await ask(store, 'fin-demo', 'task list "week van de veiligheid"'))).toMatch(/No tasks/);
  });

  it('finds quiet weeks only in the time to come', async () => {
    expect(wordsOf(await ask(store, 'lezer-demo', 'rustige-weken 2025'))).toMatch(/voorbij/);
  });
});
