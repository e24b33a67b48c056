import { describe, expect, it } from 'vitest';
import { wordsOf } from '../support/ask.ts';
import { BANKS, POLICE } from '../support/samples.ts';
import { messagesOf } from '../support/test-store.ts';
import {
  anna,
  bob,
  only,
  PEOPLE,
  readyCampaign,
  sampleAction,
  sampleParticipation,
  samplePlan,
  sampleTask,
} from './records.ts';
import { type Stage, sampleCoordinator, samplePerson, stage } from './stage.ts';

/** Anna was asked about an action of the police for the second quarter. */
async function askedAction(): Promise<Stage> {
  const rules = only('action-due');
  const play = await stage({ at: '2027-05-28T20:00', rules }, ...PEOPLE, samplePlan(), sampleAction());
  await play.runUntil('2027-06-03T12:00');
  return play;
}

const PRIVATE = { visibility: 'organisation', owner: POLICE } as const;

describe('who is asked', () => {
  it('may see it: a stand-in of elsewhere is passed over for what is the own organisation’s', async () => {
    const away = {
      ...anna,
      standIn: 'person/chris' as const,
      absences: [{ from: '2027-03-01', until: '2027-03-12' }],
    };
    const play = await stage(
      { at: '2027-02-26T20:00', rules: only('task-overdue') },
      ...PEOPLE,
      away,
      samplePerson('dirk', { contact: true }),
      readyCampaign('herfst', PRIVATE),
      sampleTask('stand', { ...PRIVATE }),
    );
    await play.runUntil('2027-03-05T12:00');
    expect(play.got.map(({ to }) => to)).toEqual(['dirk']);
  });

  it('and when nobody of them may, the coordinators are asked', async () => {
    const play = await stage(
      { at: '2027-02-26T20:00', rules: only('task-overdue') },
      ...PEOPLE,
      sampleCoordinator(),
      readyCampaign('herfst', PRIVATE),
      sampleTask('stand', { ...PRIVATE, owners: ['person/chris'] }),
    );
    await play.runUntil('2027-03-05T12:00');
    expect(play.got.map(({ to }) => to)).toEqual(['carla']);
  });
});

describe('who answers', () => {
  it('for somebody else does it as that one: a stand-in finishes the task', async () => {
    const play = await stage(
      { at: '2027-02-26T20:00', rules: only('task-overdue') },
      ...PEOPLE,
      { ...anna, standIn: bob.id, absences: [{ from: '2027-03-01', until: '2027-03-12' }] },
      readyCampaign('herfst', { leads: [{ organisation: BANKS }], owner: BANKS }),
      sampleTask(),
    );
    await play.runUntil('2027-03-05T12:00');
    expect(wordsOf(await play.answer('bob', play.last('bob'), 'klaar'))).toMatch(/genoteerd als klaar/);
    expect(await play.store.get('task/stand')).toMatchObject({ done: true, doneBy: bob.id });
  });

  it('and was asked once, but whose it is no more, ends nothing', async () => {
    const play = await askedAction();
    const asked = play.last('anna');
    await play.change('action/ap27-1.01', { leads: [BANKS], visibility: 'organisation', owner: BANKS });
    expect(wordsOf(await play.answer('anna', asked, 'klaar'))).toMatch(/al geregeld of veranderd/);
    expect(wordsOf(await play.say('anna', 'herinneringen'))).toMatch(/Er wacht niets/);
    expect(await play.store.get('action/ap27-1.01')).toMatchObject({ state: 'unknown' });
  });

  it('hands an action over to a colleague only', async () => {
    const play = await askedAction();
    const refused = await play.answer('anna', play.last('anna'), 'overdragen aan:chris');
    expect(wordsOf(refused)).toMatch(/Aan wie draag je het over/);
    await play.answer('anna', play.last('anna'), 'overdragen aan:bob');
    expect(await play.store.get('action/ap27-1.01')).toMatchObject({ contacts: [bob.id] });
    expect(wordsOf(await play.say('anna', 'toon AP27-1.01'))).toMatch(/Contactpersoon\nBob/);
  });

  it('is left in peace no longer than until the eve of the date', async () => {
    const play = await askedAction();
    const said = await play.answer('anna', play.last('anna'), 'later tot:"1 januari 2099"');
    expect(wordsOf(said)).toMatch(/op 29 juni opnieuw/);
  });
});

it('an invitation by a coordinator goes to the organisation, and takes no answer back', async () => {
  const play = await stage(
    { at: '2027-08-02T10:00', rules: only('invitation') },
    ...PEOPLE,
    sampleCoordinator(),
    readyCampaign(),
  );
  await play.say('carla', 'meedoen herfst antwoord:uitgenodigd organisatie:nvb');
  await play.runUntil('2027-08-13T12:00');
  expect(play.brought('invitation')).toEqual(['2027-08-09 chris 7']);
  await play.say('chris', 'meedoen herfst antwoord:ja');
  await play.say('anna', 'meedoen herfst antwoord:uitgenodigd organisatie:nvb');
  const { id } = sampleParticipation('campaign/herfst', BANKS);
  expect(await play.store.get(id)).toMatchObject({ answer: 'joins', contact: 'person/chris' });
});

it('a clock that ran far ahead for a moment silences nobody afterwards', async () => {
  const play = await stage(
    { at: '2027-02-26T20:00', rules: only('task-overdue') },
    ...PEOPLE,
    readyCampaign(),
    sampleTask(),
  );
  await messagesOf(play.store).nudges.plan(play.now, () => ({
    slots: [{ recipient: anna.id, day: '2031-03-06', digestDay: '2031-03-03' }],
    deliveries: [],
  }));
  await play.runUntil('2027-03-05T12:00');
  expect(play.got.map(({ to }) => to)).toEqual(['anna']);
});
