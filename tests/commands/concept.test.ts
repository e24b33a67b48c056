import { beforeEach, describe, expect, it } from 'vitest';
import { keepDraft } from '../../src/command/keep-draft.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { FormReply, Reply } from '../../src/reply/reply.ts';
import { actionsOf, ask, button, contextOf, press, registry, seededStore, wordsOf } from '../support/ask.ts';
import { draftsOf, NOW, put } from '../support/test-store.ts';

const ME = 'coordinator-demo';
const CAMPAIGN = 'campaign/week-van-de-veiligheid-2027';

let store: Store;
beforeEach(async () => {
  store = await seededStore();
});

async function keep(
  name: string,
  args: Record<string, string | string[]>,
  { who = ME, now = NOW } = {},
): Promise<void> {
  await keepDraft(await contextOf(store, who, { now }), registry.find(name) ?? name, args);
}

const concept = (who = ME) => ask(store, who, 'concept');

function form(reply: Reply): FormReply {
  if (reply.type !== 'form') throw new Error(`a form was expected, not ${reply.type}: ${wordsOf(reply)}`);
  return reply;
}

const filledIn = (reply: Reply, name: string) =>
  form(reply).fields.find((field) => field.name === name)?.value;

describe('concept', () => {
  it('says kindly that there is nothing', async () => {
    expect(wordsOf(await concept())).toContain('Je hebt geen concepten');
  });

  it('lists the newest first, with what each is about, how it begins and when', async () => {
    const long = `${'Hang op en bel zelf je bank. '.repeat(10)}Einde`;
    await keep('wijzig', { campagne: CAMPAIGN, boodschap: long });
    await keep('nieuw', { titel: 'Herfstactie' }, { now: NOW.add({ hours: 2 }) });
    const reply = await concept();
    if (reply.type !== 'message') throw new Error('a message was expected');
    const [, list] = reply.sections;
    if (list?.type !== 'list') throw new Error('a list was expected');
    expect(list.items.map(({ title, lines }) => wordsOf([title, lines] as never))).toEqual([
      'Nieuwe campagne\nHerfstactie\nLaatst bewerkt: ma 23 november 2026, 12.00 uur',
      expect.stringMatching(
        /^[^\n]+: Week van de Veiligheid 2027\n[^\n]{80,119}bank\.…\nLaatst bewerkt: ma 23 november 2026, 10\.00 uur$/,
      ),
    ]);
    expect(reply.refresh).toEqual({ command: 'concept', args: {} });
  });

  it('goes on in the form, with what was filled in over what the record holds', async () => {
    await keep('wijzig', { campagne: CAMPAIGN, boodschap: 'Klik weg' });
    const go = button(await concept(), 'Verder');
    expect(go).toMatchObject({ command: 'wijzig', opensForm: true });
    const opened = await press(store, ME, go);
    expect(filledIn(opened, 'boodschap')).toBe('Klik weg');
    expect(filledIn(opened, 'titel')).toBe('Week van de Veiligheid 2027');
  });

  it('goes on in the form also when it is too long for a button', async () => {
    const message = 'Klik weg. '.repeat(400).trim();
    await keep('wijzig', { campagne: CAMPAIGN, boodschap: message });
    const go = button(await concept(), 'Verder');
    expect(JSON.stringify(go).length).toBeLessThan(300);
    expect(filledIn(await press(store, ME, go), 'boodschap')).toBe(message);
  });

  it('shows what was written for a form that does not exist', async () => {
    await keep('oud-formulier', { tekst: 'Nep-sms over een pakketje' });
    const reply = await concept();
    expect(actionsOf(reply).map(({ label }) => label)).not.toContain('Verder');
    const shown = await press(store, ME, button(reply, 'Bekijken'));
    expect(wordsOf(shown)).toContain('Nep-sms over een pakketje');
    await press(store, ME, button(shown, 'Weg'));
    expect(wordsOf(await concept())).toContain('Je hebt geen concepten');
  });

  it('shows what was written to who may not give the command any more', async () => {
    await keep('nieuw', { titel: 'Herfstactie', doelgroep: ['audience/senioren'] });
    const context = await contextOf(store, ME);
    const reply = await ask(store, { ...context.actor, role: 'reader' }, 'concept');
    const shown = await press(store, { ...context.actor, role: 'reader' }, button(reply, 'Bekijken'));
    expect(wordsOf(shown)).toMatch(/Senioren/i);
    expect(actionsOf(shown).map(({ label }) => label)).not.toContain('Verder');
  });

  it('takes away what is not wanted, once and again', async () => {
    await keep('nieuw', { titel: 'Herfstactie' });
    const away = button(await concept(), 'Weg');
    expect(wordsOf(await press(store, ME, away))).toContain('Het concept is weg');
    expect(wordsOf(await press(store, ME, away))).toContain('Je hebt geen concepten');
  });

  it("never shows, opens or removes another person's", async () => {
    await keep('nieuw', { titel: 'Herfstactie' });
    const [mine] = await draftsOf(store).list(`person/${ME}`);
    const other = 'politie-demo';
    expect(wordsOf(await concept(other))).not.toContain('Herfstactie');
    for (const words of ['', ' doe:toon', ' doe:wis'])
      expect(wordsOf(await ask(store, other, `concept ${mine?.id}${words}`))).not.toContain('Herfstactie');
    expect(await draftsOf(store).list(`person/${ME}`)).toHaveLength(1);
    expect(await ask(store, other, `concept ${mine?.id}`)).toMatchObject({ type: 'message' });
  });

  it('names no record that the asker may not see', async () => {
    const record = await store.get(CAMPAIGN);
    await keep('wijzig', { campagne: CAMPAIGN, boodschap: 'Klik weg' }, { who: 'politie-demo' });
    await put(store, { ...record, visibility: 'organisation', owner: 'organisation/nvb' } as never);
    const words = wordsOf(await concept('politie-demo'));
    expect(words).toContain('Klik weg');
    expect(words).not.toContain('Week van de Veiligheid');
  });

  it('has pages', async () => {
    for (let number = 0; number < 13; number++)
      await keep(
        'wijzig',
        { campagne: `campaign/c${number}`, boodschap: `tekst ${number}.` },
        { now: NOW.add({ minutes: number }) },
      );
    const first = await concept();
    if (first.type !== 'message' || !first.next) throw new Error('a next page was expected');
    expect(wordsOf(first)).toContain('tekst 3.');
    expect(wordsOf(first)).not.toContain('tekst 2.');
    const second = await press(store, ME, first.next);
    for (const number of [0, 1, 2]) expect(wordsOf(second)).toContain(`tekst ${number}.`);
    expect(second).toMatchObject({ refresh: { command: 'concept', args: first.next.args } });
    expect(second).not.toHaveProperty('next');
  });
});
