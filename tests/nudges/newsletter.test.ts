import { beforeEach, describe, expect, it } from 'vitest';
import { subscription } from '../../src/domain/subscription/subscription.ts';
import type { Confirm, FormReply, Message } from '../../src/reply/reply.ts';
import { actionsOf, button, wordsOf } from '../support/ask.ts';
import { BANKS, POLICE, sampleOrganisation } from '../support/samples.ts';
import { only, readyCampaign } from './records.ts';
import { NO_DIGEST, type Stage, samplePerson, stage } from './stage.ts';

const OVER = { start: '2027-03-01', end: '2027-03-05', zone: 'Europe/Amsterdam' };

/** Anna and Chris want the newsletter, Bob does not; a channel does. */
let play: Stage;
beforeEach(async () => {
  const quiet = { digest: NO_DIGEST };
  play = await stage(
    { at: '2027-04-06T10:00', rules: only('evaluation') },
    sampleOrganisation(BANKS),
    samplePerson('anna', { ...quiet, letter: true }),
    samplePerson('bob', quiet),
    samplePerson('chris', { ...quiet, letter: true, organisation: BANKS }),
    subscription.parse({
      id: 'subscription/team',
      name: '#team',
      platform: 'slack',
      tenant: 'T1',
      address: 'C1',
      filter: {},
      letter: true,
    }),
    readyCampaign('lente', { period: OVER, visibility: 'public', owner: POLICE }),
  );
  await play.say(
    'anna',
    'evaluatie campaign/lente bereikt:"500 mensen" les:"Bel de bibliotheek" opnieuw:zo-weer',
  );
});

const everything = { everything: true, partners: true, organisations: [], groups: [] };
const letters = () => play.got.filter(({ kind }) => kind === 'newsletter');
async function send(): Promise<void> {
  const asked = (await play.say('carla', 'nieuwsbrief-verstuur')) as Confirm;
  await play.press('carla', asked.confirm);
}

describe('the newsletter', () => {
  it('goes nowhere by itself, and to all who want it when a coordinator says so after seeing to how many', async () => {
    await play.runUntil('2027-04-07T12:00');
    expect(letters()).toEqual([]);
    const asked = await play.say('carla', 'nieuwsbrief-verstuur');
    expect(asked.type).toBe('confirm');
    expect(wordsOf(asked)).toMatch(/Naar mensen\n2/);
    expect(wordsOf(asked)).toContain('#team');
    await play.tick();
    expect(letters()).toEqual([]);
    await play.press('carla', (asked as Confirm).confirm);
    await play.tick();
    expect(
      letters()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['anna', 'chris', 'team']);
  });

  it('is sent once, however often it is planned or asked for', async () => {
    await send();
    await play.tick();
    await play.runUntil('2027-04-20T12:00');
    expect(letters()).toHaveLength(3);
    expect(wordsOf(await play.say('carla', 'nieuwsbrief-verstuur'))).toContain('al verstuurd');
    expect(wordsOf(await play.say('carla', 'nieuwsbrief-wijzig slot tekst:"Dag"'))).toContain('al verstuurd');
  });

  it('brings a channel only what is public, in every part, and people the rest', async () => {
    const period = { start: '2027-05-10', end: '2027-05-14', zone: 'Europe/Amsterdam' };
    await play.put(readyCampaign('besloten', { period, visibility: 'partners', title: 'Besloten bankweek' }));
    await send();
    await play.tick();
    const of = (name: string) => letters().find(({ to }) => to === name)?.text ?? '';
    expect(of('team')).not.toContain('Besloten bankweek');
    expect(of('anna')).toContain('Besloten bankweek');
    for (const line of ['nieuwsbrief', 'nieuwsbrief "Q2 2027"'])
      expect(wordsOf(await play.say('anna', line, { audience: 'channel' }))).not.toContain('Besloten');
    const draft = await play.say('carla', 'nieuwsbrief opmaak:tekst');
    expect(wordsOf(draft)).toContain('Besloten bankweek');
  });

  it('loses nothing when somebody confirms a signal between release and sending', async () => {
    await play.say('anna', 'signaal titel:"QR-truc" wat:"Stickers over QR-codes"');
    const [one] = await play.store.list('signal', { ...everything, at: play.now.toString() });
    await send();
    await play.say('chris', `signaal-zie-ook ${one?.id}`);
    await play.tick();
    expect(letters().find(({ to }) => to === 'anna')?.text).toContain('QR-truc');
  });

  it('is what a coordinator read: nothing that somebody wrote after that goes along', async () => {
    await send();
    await play.say(
      'anna',
      'evaluatie evaluation/lente~politie bereikt:"500" les:"Nieuw geheim" opnieuw:zo-weer',
    );
    await play.tick();
    for (const { text } of letters()) {
      expect(text).not.toContain('Nieuw geheim');
      expect(text).not.toContain('Bel de bibliotheek');
    }
    expect(wordsOf(await play.say('bob', 'nieuwsbrief'))).not.toContain('Nieuw geheim');
  });

  it('is not sent past the questions, nor while nothing is sent', async () => {
    await play.say('carla', 'proefdraai pauze');
    const held = await play.say('carla', 'nieuwsbrief-verstuur --akkoord');
    expect(wordsOf(held)).toContain('Ik verstuur nog niets');
    expect(await play.store.list('newsletter', { ...everything, at: play.now.toString() })).toEqual([]);
  });

  it('tells people what only partners may know, and a channel not', async () => {
    await send();
    await play.tick();
    const of = (name: string) => letters().find(({ to }) => to === name)?.text ?? '';
    expect(of('chris')).toContain('Bel de bibliotheek');
    expect(of('team')).not.toContain('Bel de bibliotheek');
    expect(of('team')).toContain('Wat er aankomt');
  });

  it('is what a coordinator wrote: parts of their own, and without what they left out', async () => {
    const draft = await play.say('carla', 'nieuwsbrief');
    const form = (await play.press('carla', button(draft, 'Wijzig: voor partners'))) as FormReply;
    const text = String(form.fields.find(({ name }) => name === 'tekst')?.value);
    expect(text).toContain('# Voor partners: wat campagnes leerden');
    expect(text).toContain('  Bel de bibliotheek');
    await play.say('carla', 'nieuwsbrief-wijzig titel tekst:"Lentebrief"');
    await play.say('carla', 'nieuwsbrief-wijzig voor-partners --weglaten');
    await play.say('carla', 'nieuwsbrief-wijzig inleiding tekst:"Beste partners"');
    await send();
    await play.tick();
    const letter = letters().find(({ to }) => to === 'anna');
    expect(letter?.title).toBe('Lentebrief');
    expect(letter?.text).toContain('Beste partners');
    expect(letter?.text).not.toContain('Bel de bibliotheek');
  });

  it('shows both texts to who saves over a colleague’s, and refuses personal data', async () => {
    const draft = await play.say('carla', 'nieuwsbrief');
    await play.say('carla', 'nieuwsbrief-wijzig inleiding tekst:"De eerste"');
    const stale = { ...button(draft, 'Wijzig: slot'), opensForm: false };
    const late = await play.press('carla', { ...stale, args: { ...stale.args, tekst: 'Tot ziens' } });
    expect(wordsOf(late)).toContain('Iemand was je voor');
    const saved = await play.press('carla', button(late, 'Mijn wijziging'));
    expect(wordsOf(saved)).toContain('De eerste');
    expect(wordsOf(saved)).toContain('Tot ziens');
    const refused = await play.say('carla', 'nieuwsbrief-wijzig slot tekst:"Bel 06-12345678"');
    expect(wordsOf(refused)).toContain('persoonsgegevens');
    expect(wordsOf(refused)).not.toContain('06-12345678');
  });

  it('waits for who is away or at home, and is nothing for who no longer wants it', async () => {
    await play.say('chris', 'nieuwsbrief uit');
    await play.say('anna', 'afwezig dagen:"6 t/m 8 april 2027"');
    await send();
    await play.say('chris', 'nieuwsbrief uit');
    await play.runUntil('2027-04-08T16:00');
    expect(letters().map(({ to }) => to)).toEqual(['team']);
    await play.runUntil('2027-04-12T12:00');
    expect(letters().map(({ to }) => to)).toEqual(['team', 'anna']);
  });

  it('is chosen by each person, and read by all once it was sent', async () => {
    expect(wordsOf(await play.say('bob', 'nieuwsbrief'))).toContain('nog geen nieuwsbrief verstuurd');
    await play.press('bob', button(await play.say('bob', 'nieuwsbrief'), 'Nieuwsbrief krijgen'));
    await send();
    await play.tick();
    expect(letters().map(({ to }) => to)).toContain('bob');
    const read = (await play.say('bob', 'nieuwsbrief')) as Message;
    expect(wordsOf(read)).toContain('Bel de bibliotheek');
    expect(actionsOf(read).map(({ command }) => command)).not.toContain('nieuwsbrief-wijzig');
    const channel = await play.say('bob', 'nieuwsbrief', { audience: 'channel' });
    expect(wordsOf(channel)).not.toContain('Bel de bibliotheek');
  });
});
