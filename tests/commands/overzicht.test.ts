import { describe, expect, it } from 'vitest';
import { HOME_ZONE } from '../../src/core/clock.ts';
import { group } from '../../src/domain/organisation/organisation.ts';
import { participation } from '../../src/domain/participation/participation.ts';
import { person } from '../../src/domain/person/person.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { task } from '../../src/domain/task/task.ts';
import { translator } from '../../src/i18n/translate.ts';
import { renderText } from '../../src/render/text/render-text.ts';
import type { Message, Reply } from '../../src/reply/reply.ts';
import { only, readyCampaign, PEOPLE as STAGED, sampleTask } from '../nudges/records.ts';
import { stage } from '../nudges/stage.ts';
import { actionsOf, ask, button, contextOf, press, registry, seededStore, wordsOf } from '../support/ask.ts';
import { BANKS, POLICE, sampleCampaign, sampleOrganisation } from '../support/samples.ts';
import { testStore } from '../support/test-store.ts';

const PEOPLE: AnyRecord[] = [
  sampleOrganisation(POLICE),
  sampleOrganisation(BANKS),
  person.parse({ id: 'person/anna', name: 'Anna', organisation: POLICE, role: 'partner' }),
  person.parse({ id: 'person/lezer', name: 'Lezer', organisation: POLICE, role: 'reader' }),
  person.parse({ id: 'person/baas', name: 'Baas', organisation: BANKS, role: 'coordinator' }),
];
const days = (start: string, end = start) => ({ start, end, zone: HOME_ZONE });

function message(reply: Reply): Message {
  if (reply.type !== 'message') throw new Error(`a message was expected, not ${reply.type}`);
  return reply;
}

const isOrganisation = (party: unknown): party is Id<'organisation'> =>
  typeof party === 'string' && party.startsWith('organisation/');

const headings = (reply: Reply) =>
  message(reply).sections.flatMap((section) => (section.type === 'heading' ? section.text : []));
const under = (reply: Reply, heading: string) => {
  const { sections } = message(reply);
  const from = sections.findIndex((one) => one.type === 'heading' && one.text === heading);
  const rest = sections.slice(from + 1);
  const until = rest.findIndex(({ type }) => type === 'heading');
  return wordsOf({ ...message(reply), title: '', sections: until < 0 ? rest : rest.slice(0, until) });
};

describe('overzicht', () => {
  it('says kindly that there is nothing, and still gives the settings', async () => {
    const reply = await ask(await testStore(...PEOPLE), 'anna', 'overzicht');
    expect(headings(reply)).toEqual(['Instellingen']);
    expect(wordsOf(reply)).toContain('Er wacht niets op je');
    expect(wordsOf(reply)).toContain('Taal: Nederlands. Werktijden: 08:30-17:00 (Europe/Amsterdam).');
    expect(actionsOf(reply).map(({ command }) => command)).toEqual(
      expect.arrayContaining([
        'herinneringen',
        'demp',
        'afwezig',
        'weekbericht',
        'abonneer',
        'mijn-gegevens',
        'concept',
      ]),
    );
    expect(message(reply)).toMatchObject({
      audience: 'private',
      refresh: { command: 'overzicht', args: {} },
    });
  });

  it('shows what is mine: led or joined, with tasks of mine and of my organisation', async () => {
    const store = await testStore(
      ...PEOPLE,
      sampleCampaign('geleid', { leads: [{ organisation: POLICE }], period: days('2027-10-11') }),
      sampleCampaign('samen', { leads: [{ organisation: BANKS }], period: days('2027-05-03') }),
      sampleCampaign('anders', { leads: [{ organisation: BANKS }], period: days('2027-05-04') }),
      sampleCampaign('vroeger', { leads: [{ organisation: POLICE }], period: days('2026-05-04') }),
      participation.parse({
        id: 'participation/samen~politie',
        campaign: 'campaign/samen',
        organisation: POLICE,
        answer: 'joins',
      }),
      participation.parse({
        id: 'participation/anders~politie',
        campaign: 'campaign/anders',
        organisation: POLICE,
        answer: 'declines',
      }),
      ...[
        { name: 'mijn', owners: ['person/anna' as const] },
        { name: 'onze', owners: [POLICE] },
        { name: 'hunne', owners: [BANKS] },
      ].map(({ name, owners }) =>
        task.parse({
          id: `task/${name}`,
          campaign: 'campaign/geleid',
          title: `Taak ${name}`,
          due: { anchor: 'start', days: -30 },
          owners,
          visibility: 'partners',
        }),
      ),
    );
    const reply = await ask(store, 'anna', 'overzicht');
    expect(headings(reply)).toEqual(['Mijn taken', 'Mijn campagnes', 'Instellingen']);
    expect(under(reply, 'Mijn taken')).toMatch(/Taak mijn[\s\S]*Taak onze|Taak onze[\s\S]*Taak mijn/);
    expect(under(reply, 'Mijn taken')).not.toContain('Taak hunne');
    expect(under(reply, 'Mijn campagnes')).toMatch(/Campagne samen[\s\S]*Campagne geleid/);
    expect(under(reply, 'Mijn campagnes')).not.toMatch(/Campagne (anders|vroeger)/);
    const finished = await press(store, 'anna', button(reply, 'Klaar'));
    expect(finished.type).toBe('message');
    expect(under(await ask(store, 'anna', 'overzicht'), 'Mijn taken').match(/Taak/g)).toHaveLength(1);
    expect(headings(await ask(store, 'lezer', 'overzicht'))).toEqual(['Instellingen']);
  });

  it('shows at most five of each, and where the rest is', async () => {
    const led = Array.from({ length: 8 }, (_, index) =>
      sampleCampaign(`c${index}`, { leads: [{ organisation: POLICE }], period: days('2027-10-11') }),
    );
    const store = await testStore(...PEOPLE, ...led);
    const reply = await ask(store, 'anna', 'overzicht');
    expect(under(reply, 'Mijn campagnes').match(/Campagne c\d/g)).toHaveLength(5);
    expect(under(reply, 'Mijn campagnes')).toContain('en nog 3');
    const all = await press(store, 'anna', button(reply, 'Alles tonen'));
    expect(wordsOf(all)).toContain('8 momenten');
  });

  it('lists the coming eight weeks by week, and says what is not certain', async () => {
    const store = await testStore(
      ...PEOPLE,
      sampleCampaign('loopt', { period: days('2026-10-01', '2026-12-20'), dateState: 'confirmed' }),
      sampleCampaign('voorlopig', { period: days('2026-12-09') }),
      sampleCampaign('ergens', { period: null, dateState: 'unknown', expectedMonths: ['2026-12'] }),
      sampleCampaign('voorstel', { period: days('2027-01-11'), progress: 'proposed' }),
      sampleCampaign('net-niet', { period: days('2027-01-18') }),
      sampleCampaign('voorbij', { period: days('2026-11-22') }),
      sampleCampaign('weg', { period: days('2026-12-10'), progress: 'cancelled' }),
    );
    const weeks = under(await ask(store, 'anna', 'overzicht'), 'De komende 8 weken');
    expect(weeks).toMatch(
      /Week 48 \(23 t\/m 29 november\)[\s\S]*Campagne loopt[\s\S]*Week 50[\s\S]*Campagne voorlopig\n \(voorlopig\)[\s\S]*Week 2 [\s\S]*Campagne voorstel[\s\S]*voorstel[\s\S]*Zonder datum\nCampagne ergens/,
    );
    expect(weeks).not.toMatch(/net-niet|voorbij|weg\b/);
    expect(weeks).toContain('Naar de kalender');
  });

  it('keeps to sixteen lines, and leads to the rest', async () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      sampleCampaign(`c${index}`, { period: days(`2026-12-${10 + index}`) }),
    );
    const store = await testStore(...PEOPLE, ...many);
    const reply = await ask(store, 'anna', 'overzicht');
    expect(under(reply, 'De komende 8 weken').match(/Campagne c\d/g)).toHaveLength(16);
    expect(wordsOf(await press(store, 'anna', button(reply, 'Alle 20')))).toContain('20 momenten');
  });

  it('has the picture where there is one, and says in words what it shows', async () => {
    const store = await testStore(
      ...PEOPLE,
      sampleCampaign('een', { period: days('2026-12-09') }),
      sampleCampaign('twee', { period: days('2027-01-11') }),
    );
    const overview = registry.find('overzicht');
    const url = 'https://regie.example/tijdlijn/x.png';
    const context = { ...(await contextOf(store, 'anna')), timelineUrl: () => url };
    const shown = message((await overview?.run(context, {})) as Reply);
    expect(shown.sections).toContainEqual({
      type: 'image',
      url,
      alt: 'Tijdlijn van de komende 8 weken: 2 momenten. Het eerst: Campagne een, vanaf 9 december. Het laatst: Campagne twee, vanaf 11 januari 2027.',
    });
    const channel = message((await overview?.run({ ...context, audience: 'channel' }, {})) as Reply);
    expect(channel.sections.filter(({ type }) => type === 'image')).toEqual([]);
  });

  it('gives coordinators, and nobody else, the dates that are not certain', async () => {
    const gaps = Array.from({ length: 7 }, (_, index) =>
      sampleCampaign(`gat${index}`, {
        period: null,
        dateState: 'unknown',
        expectedMonths: [`2027-0${index + 3}`],
      }),
    );
    const store = await testStore(...PEOPLE, ...gaps);
    expect(wordsOf(await ask(store, 'anna', 'overzicht'))).not.toContain('Datum bevestigen');
    const reply = await ask(store, 'baas', 'overzicht');
    expect(actionsOf(reply).filter(({ command }) => command === 'bevestig-datum')).toHaveLength(5);
    expect(await press(store, 'baas', button(reply, 'Datum bevestigen'))).toMatchObject({ type: 'form' });
    expect(button(reply, 'Inrichten').command).toBe('inrichten');
  });

  it('begins with the reminders that wait, at most five, and answers them in place', async () => {
    const tasks = Array.from({ length: 7 }, (_, index) =>
      sampleTask(`t${index}`, { due: { date: '2027-02-20' } }),
    );
    const play = await stage(
      { at: '2027-02-15T08:00', rules: only('task-due') },
      ...STAGED,
      readyCampaign('herfst'),
      ...tasks,
    );
    await play.runUntil('2027-02-15T12:00');
    const reply = await play.say('anna', 'overzicht');
    expect(headings(reply)[0]).toBe('Hier wacht ik nog op jouw antwoord');
    const waiting = () =>
      actionsOf(reply).filter(({ command, args }) => command === 'antwoord' && args.antwoord === 'klaar');
    expect(waiting()).toHaveLength(5);
    expect(button(reply, 'Alle herinneringen').command).toBe('herinneringen');
    const [first] = waiting();
    if (!first) throw new Error('a button was expected');
    await play.press('anna', first);
    expect(under(await play.say('anna', 'overzicht'), 'Hier wacht ik nog op jouw antwoord')).toContain('1');
  });

  it('shows nobody what is not theirs to see', async () => {
    const hidden = { visibility: 'group/kring' as const, owner: BANKS };
    const store = await testStore(
      ...PEOPLE,
      group.parse({ id: 'group/kring', name: 'Kring', visibility: 'public', members: [BANKS] }),
      sampleCampaign('geheim', { ...hidden, title: 'Geheimzaak', period: days('2026-12-09') }),
      participation.parse({
        id: 'participation/geheim~politie',
        campaign: 'campaign/geheim',
        organisation: POLICE,
        answer: 'joins',
        ...hidden,
      }),
      task.parse({
        id: 'task/geheim',
        campaign: 'campaign/geheim',
        title: 'Geheimtaak',
        due: { anchor: 'start', days: -2 },
        owners: ['person/anna'],
        ...hidden,
      }),
    );
    expect(wordsOf(await ask(store, 'anna', 'overzicht'))).not.toMatch(/Geheim/);
    expect(wordsOf(await ask(store, 'baas', 'overzicht'))).toMatch(/Geheimzaak/);
  });

  it('reads well with the calendar and plan as they are', async () => {
    const store = await seededStore();
    const now = Temporal.Instant.from('2025-03-03T09:00:00Z');
    const { actor, scope } = await contextOf(store, 'politie-demo');
    const [action] = (await store.list('action', scope)).filter(({ leads }) => leads.some(isOrganisation));
    const leading = { ...actor, organisations: action?.leads.filter(isOrganisation) ?? [] };
    const reply = await ask(store, leading, 'overzicht', { now });
    expect(headings(reply)).toEqual(expect.arrayContaining(['Mijn acties uit het plan']));
    expect(renderText(reply, translator('nl'))).toContain('Instellingen');
    const english = await ask(store, { ...actor, locale: 'en' }, 'home');
    expect(headings(english)).toContain('The next 8 weeks');
  });
});
