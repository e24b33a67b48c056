import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDigest } from '../../src/domain/digest/digest-for.ts';
import type { Store } from '../../src/domain/ports.ts';
import { translator } from '../../src/i18n/translate.ts';
import { digestMessage, quietDigest } from '../../src/views/digest-view.ts';
import type { View } from '../../src/views/view.ts';
import { actionsOf, ask, button, press, seededStore, wordsOf } from '../support/ask.ts';

let store: Store;
beforeEach(async () => {
  store = await seededStore();
});

const headings = (reply: Awaited<ReturnType<typeof ask>>): string[] =>
  reply.type === 'message'
    ? reply.sections.flatMap((section) => (section.type === 'heading' ? [section.text] : []))
    : [];

describe('weekbericht', () => {
  it('shows the week, what comes, and what is the reader’s to do, in that order', async () => {
    await ask(
      store,
      'politie-demo',
      'nieuw "Babbeltrucweek" periode:"30 november 2026" doelgroep:senioren --akkoord',
    );
    await ask(
      store,
      'politie-demo',
      'taak toevoegen babbeltrucweek "Folder klaar" termijn:"1 dag voor begin"',
    );
    await ask(store, 'coordinator-demo', 'goedkeuren babbeltrucweek');
    await ask(store, 'nvb-demo', 'meedoen babbeltrucweek antwoord:ja bijdrage:"posters"');
    const reply = await ask(store, 'politie-demo', 'weekbericht');
    expect(reply).toMatchObject({ title: 'Weekbericht week 48', audience: 'private' });
    expect(headings(reply)).toEqual([
      'Deze week',
      'De vier weken erna',
      'Jouw taken',
      'Datums die nog niet zeker zijn',
      'Staat in de kalender, maar is nog niet voorbereid',
      'Nieuwe deelnemers',
    ]);
    const words = wordsOf(reply);
    expect(words).toMatch(/vr 27 november – \n/);
    expect(words).toMatch(/Folder klaar[\s\S]*uiterlijk 29 november/);
    expect(words).toContain('NVB doet mee aan Babbeltrucweek');
    expect(words).toContain('Als het versturen begonnen is, krijg je dit bericht elke maandag om 08.30 uur.');
  });

  it('marks a task as done from its button', async () => {
    await ask(
      store,
      'politie-demo',
      'nieuw "Babbeltrucweek" periode:"30 november 2026" doelgroep:senioren --akkoord',
    );
    await ask(
      store,
      'politie-demo',
      'taak toevoegen babbeltrucweek "Folder klaar" termijn:"1 dag voor begin"',
    );
    const reply = await ask(store, 'politie-demo', 'weekbericht');
    await press(store, 'politie-demo', button(reply, 'Klaar'));
    expect(wordsOf(await ask(store, 'politie-demo', 'weekbericht'))).not.toContain('Folder klaar');
  });

  it('says how many more there are, with the calendar for all of them', async () => {
    for (let no = 1; no <= 7; no++)
      await ask(
        store,
        'coordinator-demo',
        `nieuw "Actie ${no}" periode:"26 november 2026" --akkoord doelgroep:daters`,
      );
    const reply = await ask(store, 'politie-demo', 'weekbericht');
    expect(wordsOf(reply)).toMatch(/en nog 2\n/);
    const calendar = await press(store, 'politie-demo', button(reply, 'Alles tonen'));
    expect(wordsOf(calendar)).toContain('Actie 7');
  });

  it('tells in a channel only what everyone may read', async () => {
    await ask(
      store,
      'politie-demo',
      'nieuw "Babbeltrucweek" periode:"30 november 2026" doelgroep:senioren --akkoord',
    );
    await ask(
      store,
      'politie-demo',
      'taak toevoegen babbeltrucweek "Folder klaar" termijn:"9 dagen voor begin"',
    );
    const reply = await ask(store, 'politie-demo', 'weekbericht', { audience: 'channel' });
    expect(reply).toMatchObject({ audience: 'channel' });
    expect(wordsOf(reply)).not.toMatch(/Folder klaar|Je krijgt|te laat|had klaar|Er ontbreekt/);
    expect(headings(reply)).toEqual(['Deze week', 'De vier weken erna', 'Weet jij de datum?']);
    expect(actionsOf(reply).map(({ command }) => command)).not.toContain('bevestig-datum');
  });

  it('begins with what the bot waits for, under a heading, and is quiet when there is nothing at all', () => {
    const day = Temporal.PlainDate.from('2026-12-28');
    const view: View = { t: translator('nl'), locale: 'nl', today: day, name: () => undefined };
    const nothing = emptyDigest(day);
    expect(digestMessage(nothing, view, [{ type: 'text', text: 'Gaat het door?' }]).sections).toEqual([
      { type: 'heading', text: 'Hier wacht ik nog op jouw antwoord' },
      { type: 'text', text: 'Gaat het door?' },
    ]);
    expect(digestMessage(nothing, view, [])).toEqual(quietDigest(view));
  });

  it('does not stand in the way of names that begin with the same word', async () => {
    expect(wordsOf(await ask(store, 'lezer-demo', 'week tegen eenz'))).toContain('Week tegen Eenzaamheid');
    expect(wordsOf(await ask(store, 'lezer-demo', 'weekberich'))).toContain('Bedoel je weekbericht?');
  });

  it('has one line for a week without news', () => {
    const t = translator('nl');
    const view = { t, today: Temporal.PlainDate.from('2026-12-28') } as View;
    expect(quietDigest(view)).toMatchObject({
      title: 'Weekbericht week 53',
      sections: [{ type: 'text', text: 'Deze week is er niets te melden.' }],
    });
  });
});

describe('weekbericht instellen', () => {
  const digest = async () => (await store.get('person/nvb-demo'))?.digest;

  it('opens the form with the present settings when it is not told what to change', async () => {
    const form = await ask(store, 'nvb-demo', 'weekbericht instellen');
    expect(form).toMatchObject({ type: 'form', command: 'weekbericht' });
    const fields = form.type === 'form' ? form.fields.map(({ name, value }) => [name, value]) : [];
    expect(fields).toEqual([
      ['doe', 'instellen'],
      ['dag', 'maandag'],
      ['tijd', '08:30'],
      ['leeg', 'nee'],
    ]);
  });

  it('changes what is said and keeps the rest', async () => {
    const reply = await ask(store, 'nvb-demo', 'weekbericht instellen dag:donderdag tijd:"14.15 uur"');
    expect(wordsOf(reply)).toContain('elke donderdag om 14.15 uur');
    await ask(store, 'nvb-demo', 'weekbericht --leeg');
    expect(await digest()).toEqual({ weekday: 4, time: '14:15', off: false, quietLine: true });
    const row = (await store.history('person/nvb-demo')).at(-1);
    expect(row).toMatchObject({ action: 'person.digest', person: 'person/nvb-demo' });
  });

  it('turns it off and on again', async () => {
    await ask(store, 'nvb-demo', 'weekbericht uit');
    expect((await digest())?.off).toBe(true);
    expect(wordsOf(await ask(store, 'nvb-demo', 'weekbericht'))).toContain('het staat uit');
    await ask(store, 'nvb-demo', 'weekbericht aan');
    expect((await digest())?.off).toBe(false);
  });

  it('says beside the field what is no time', async () => {
    const form = await ask(store, 'nvb-demo', 'weekbericht instellen tijd:straks');
    expect(form.type === 'form' && form.fields.find(({ name }) => name === 'tijd')?.error).toMatch(/8\.30/);
    expect((await digest())?.time).toBe('08:30');
  });

  it('does not promise to come by itself to who leads nothing', async () => {
    const words = wordsOf(await ask(await seededStore(), 'lezer-demo', 'weekbericht'));
    expect(words).toContain('Dit bericht komt vanzelf bij wie een campagne of een actie trekt.');
    expect(words).not.toContain('elke maandag');
  });
});
