import { describe, expect, it, test } from 'vitest';
import { pauseSending, startSending } from '../../src/domain/nudge/start-sending.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { wordsOf } from '../support/ask.ts';
import { BANKS, sampleActor } from '../support/samples.ts';
import { messagesOf } from '../support/test-store.ts';
import {
  AUTUMN,
  anna,
  chris,
  only,
  PEOPLE,
  readyCampaign,
  sampleParticipation,
  sampleTask,
} from './records.ts';
import { COORDINATOR, NO_DIGEST, type Stage, sampleCoordinator, samplePerson, stage } from './stage.ts';

/** Planned on Thursday 4 March 2027 at half past eight, and not sent yet. */
async function planned(rules: string[], ...records: AnyRecord[]): Promise<Stage> {
  const play = await stage(
    { at: '2027-02-26T20:00', rules: only(...rules) },
    ...PEOPLE,
    readyCampaign(),
    sampleTask(),
    ...records,
  );
  await play.at('2027-03-01T08:30');
  play.set('2027-03-04T08:30');
  await play.plan();
  return play;
}

const states = async ({ store }: Stage) =>
  (await messagesOf(store).outbox.list({ limit: 50 })).map(({ recipient, state, reason }) =>
    [recipient.slice(7), state, ...(reason ? [reason.split(':')[0]] : [])].join(' '),
  );

describe('between planning and sending', () => {
  test.each([
    ['done', (play: Stage) => play.say('anna', 'taak klaar herfst stand')],
    ['moved to a later day', (play: Stage) => play.change('task/stand', { due: { date: '2027-04-01' } })],
    ['of a campaign that is cancelled', (play: Stage) => play.change(AUTUMN, { progress: 'cancelled' })],
    ['someone else’s', (play: Stage) => play.change('task/stand', { owners: [chris.id] })],
    ['of someone who is away', (play: Stage) => play.say('anna', 'afwezig "4 maart 2027"')],
    ['of someone who left', (play: Stage) => play.change(anna.id, { active: false })],
    ['muted', (play: Stage) => play.say('anna', 'demp taak-te-laat')],
  ])('a task that is %s takes its message back', async (_name, change) => {
    const play = await planned(['task-overdue']);
    expect(await states(play)).toEqual(['anna queued']);
    await change(play);
    await play.send();
    expect(play.got).toEqual([]);
    expect(await states(play)).toEqual(['anna superseded nothing-left']);
    expect(play.errors).toEqual([]);
  });

  it('what is handed to someone else comes to that one on the next morning, as if nothing had been sent', async () => {
    const play = await planned(['task-overdue']);
    await play.change('task/stand', { owners: [chris.id] });
    await play.runUntil('2027-03-08T12:00');
    expect(play.brought('task-overdue')).toEqual(['2027-03-08 chris 1']);
  });

  it('what came to nothing is brought when it holds again', async () => {
    const play = await planned(['task-overdue']);
    await play.change('task/stand', { done: true });
    await play.send();
    await play.change('task/stand', { done: false });
    await play.runUntil('2027-03-08T12:00');
    expect(play.brought('task-overdue')).toEqual(['2027-03-08 anna 1']);
  });

  it('one of two is taken out, and what came up is put in', async () => {
    const play = await planned(['task-overdue'], sampleTask('twee'), sampleTask('drie', { done: true }));
    await play.change('task/twee', { done: true });
    await play.change('task/drie', { done: false });
    await play.send();
    expect(play.got.map(({ nudges }) => nudges.map(({ subject }) => subject).sort())).toEqual([
      ['task/drie', 'task/stand'],
    ]);
    expect(await play.runUntil('2027-03-09T12:00')).toEqual([]);
    expect(await states(play)).toEqual(['anna sent']);
  });

  it('a campaign that was moved shows its new dates', async () => {
    const play = await stage(
      { at: '2027-08-13T20:00', rules: only('date-open') },
      ...PEOPLE,
      readyCampaign('herfst', { dateState: 'provisional' }),
    );
    play.set('2027-08-16T08:30');
    await play.plan();
    await play.say('anna', 'verzet herfst periode:"18 t/m 24 oktober 2027" --akkoord');
    await play.send();
    expect(play.got[0]?.text).toMatch(/18 t\/m 24 oktober/);
    expect(play.got[0]?.nudges[0]?.due).toBe('2027-10-18');
  });

  it('outside working hours it waits until they begin, and goes in one piece', async () => {
    const play = await planned(['task-overdue']);
    await play.change(anna.id, { workingHours: { from: '13:00', until: '17:00' } });
    await play.send();
    expect(await states(play)).toEqual(['anna queued outside-hours']);
    await play.at('2027-03-04T13:00');
    expect(play.got.map(({ local }) => local)).toEqual(['2027-03-04T13:00']);
  });
});

describe('on hold', () => {
  it('nothing goes out while a coordinator holds it, and then it comes as one message', async () => {
    const play = await planned(
      ['task-overdue', 'task-due'],
      sampleTask('twee', { due: { date: '2027-03-18' } }),
    );
    const by = () => ({ actor: sampleActor({ role: 'coordinator', person: COORDINATOR }), at: play.now });
    await pauseSending(play.store, by());
    await play.send();
    expect(await states(play)).toEqual(['anna queued paused', 'anna sent']);
    expect(await play.runUntil('2027-03-17T09:00')).toEqual([]);
    await startSending(play.store, by());
    await play.runUntil('2027-03-19T12:00');
    expect(play.got.slice(1).map(({ to, local, nudges }) => [to, local, nudges.length])).toEqual([
      ['anna', '2027-03-17T14:00', 2],
    ]);
  });

  it('nothing goes out before the start', async () => {
    const play = await stage(
      { at: '2027-02-26T20:00', started: 'never', rules: only('task-overdue') },
      ...PEOPLE,
      readyCampaign(),
      sampleTask(),
    );
    expect(await play.runUntil('2027-06-01T12:00')).toEqual([]);
    expect(await states(play)).toEqual([]);
  });
});

describe('what does not arrive', () => {
  it('goes to the page on which the program is tried when there is no account or address', async () => {
    const lost = { ...anna, identities: [] };
    const play = await stage(
      { at: '2027-03-19T20:00', rules: only('task-overdue', 'undelivered') },
      ...PEOPLE,
      lost,
      readyCampaign(),
      sampleTask('stand', { due: { date: '2027-03-21' } }),
    );
    await play.runUntil('2027-03-26T12:00');
    expect(play.brought()).toEqual(['2027-03-22 anna task-overdue 1']);
  });

  it('is told to the coordinators on their next morning, on every day of the month, once', async () => {
    const play = await stage(
      { at: '2027-03-19T20:00', rules: only('task-overdue', 'undelivered') },
      ...PEOPLE,
      sampleCoordinator('carla', { digest: NO_DIGEST }),
      readyCampaign(),
      sampleTask('stand', { due: { date: '2027-03-21' } }),
    );
    play.answerOf = (to) => (to === anna.id ? { type: 'closed', reason: 'account gone' } : { type: 'sent' });
    await play.runUntil('2027-03-31T12:00');
    expect(play.brought()).toEqual(['2027-03-25 carla undelivered 0']);
    expect(play.got[0]?.text).toMatch(/Een bericht aan Anna kon niet bezorgd worden/);
    const failed = (await states(play)).filter((one) => one.startsWith('anna'));
    expect(failed).toEqual(['anna dead roads-closed', 'anna dead roads-closed', 'anna dead roads-closed']);
    await play.answer('carla', play.last('carla'), 'klaar');
    expect(await play.runUntil('2027-04-01T12:00')).toEqual([]);
  });

  it('and what did not arrive comes on the first morning on which a road is open', async () => {
    const play = await stage(
      { at: '2027-03-19T20:00', rules: only('task-overdue') },
      ...PEOPLE,
      readyCampaign(),
      sampleTask('stand', { due: { date: '2027-03-21' } }),
    );
    play.answerOf = () => ({ type: 'closed', reason: 'account gone' });
    await play.runUntil('2027-03-23T12:00');
    expect(play.brought()).toEqual([]);
    play.answerOf = () => ({ type: 'sent' });
    await play.runUntil('2027-03-26T12:00');
    expect(play.brought()).toEqual(['2027-03-25 anna task-overdue 1']);
  });

  it('a coordinator cannot silence that by "stop", nor lose it by muting everything else', async () => {
    const play = await stage(
      { at: '2027-03-19T20:00', rules: only('task-overdue', 'undelivered') },
      ...PEOPLE,
      readyCampaign(),
      sampleTask('stand', { due: { date: '2027-03-21' } }),
    );
    play.answerOf = (to) => (to === anna.id ? { type: 'refused', reason: 'no' } : { type: 'sent' });
    await play.runUntil('2027-03-25T12:00');
    expect(wordsOf(await play.answer('carla', play.last('carla'), 'stop'))).toMatch(/kun je niet dempen/);
    expect((await play.store.get(COORDINATOR))?.mutes).toEqual([]);
  });

  it('one that cannot be made is dead and told, and the others go on', async () => {
    const play = await planned(['task-overdue'], sampleTask('van-chris', { owners: [chris.id] }));
    const get = play.store.get.bind(play.store);
    let isBroken = true;
    Object.assign(play.store, {
      get: (id: never) => (isBroken && id === anna.id ? Promise.reject(new Error('no such text')) : get(id)),
    });
    await play.send();
    isBroken = false;
    expect(play.got.map(({ to }) => to)).toEqual(['chris']);
    expect((await states(play)).sort()).toEqual(['anna dead broken', 'chris sent']);
    expect(play.errors).toHaveLength(1);
  });
});

describe('moved or cancelled', () => {
  const joined = sampleParticipation(AUTUMN, BANKS, { answer: 'joins', answeredAt: '2027-09-01T09:00:00Z' });
  const soon = (...records: AnyRecord[]) =>
    stage(
      { at: '2027-10-01T20:00', rules: only('moved', 'cancelled', 'task-overdue') },
      ...PEOPLE,
      joined,
      readyCampaign('herfst', {
        period: { start: '2027-10-06', end: '2027-10-08', zone: 'Europe/Amsterdam' },
      }),
      ...records,
    );

  it('of what begins before the next morning is told at once, to all who joined, and not again', async () => {
    const play = await soon();
    await play.at('2027-10-04T08:30');
    play.set('2027-10-05T11:00');
    await play.say('anna', 'vervalt herfst reden:"Te weinig mensen" --akkoord');
    await play.at('2027-10-05T11:01');
    expect(play.got.map(({ to, kind, title }) => [to, kind, title])).toEqual([
      ['chris', 'change', 'Gaat niet door: Campagne herfst'],
    ]);
    expect(await play.runUntil('2027-10-15T12:00')).toEqual([]);
  });

  it('of what begins on the day of the next morning too: it begins at midnight', async () => {
    const play = await soon();
    await play.change(AUTUMN, {
      period: { start: '2027-10-07', end: '2027-10-08', zone: 'Europe/Amsterdam' },
    });
    await play.at('2027-10-04T08:30');
    play.set('2027-10-05T11:00');
    await play.say('anna', 'vervalt herfst reden:"Te weinig mensen" --akkoord');
    expect((await play.at('2027-10-05T11:01')).map(({ to, kind }) => `${to} ${kind}`)).toEqual([
      'chris change',
    ]);
  });

  it('of what begins later comes in the bundle', async () => {
    const play = await soon();
    await play.at('2027-10-04T08:30');
    play.set('2027-10-04T11:00');
    await play.change(AUTUMN, {
      period: { start: '2027-10-20', end: '2027-10-21', zone: 'Europe/Amsterdam' },
    });
    await play.say('anna', 'verzet herfst periode:"27 oktober 2027" --akkoord');
    expect(await play.at('2027-10-04T11:01')).toEqual([]);
    await play.runUntil('2027-10-07T12:00');
    expect(play.got.map(({ to, kind, local }) => [to, kind, local])).toEqual([
      ['chris', 'nudges', '2027-10-07T08:30'],
    ]);
  });

  it('never in the evening: then it comes as the working day begins', async () => {
    const play = await soon();
    await play.at('2027-10-04T08:30');
    play.set('2027-10-04T18:00');
    await play.say('anna', 'vervalt herfst reden:"Te weinig mensen" --akkoord');
    expect(await play.at('2027-10-04T18:01')).toEqual([]);
    expect((await play.at('2027-10-05T08:30')).map(({ to }) => to)).toEqual(['chris']);
  });

  it('on the same day as a bundle it still comes, in a message of its own', async () => {
    const play = await soon(sampleTask('van-chris', { owners: [chris.id], due: { date: '2027-10-02' } }));
    await play.at('2027-10-04T08:30');
    play.set('2027-10-04T11:00');
    await play.say('anna', 'vervalt herfst reden:"Te weinig mensen" --akkoord');
    await play.at('2027-10-04T11:01');
    expect(play.got.map(({ to, kind }) => `${to} ${kind}`)).toEqual(['chris nudges', 'chris change']);
  });

  it('each move is told, also two on one day, and also when the first was answered with "klaar"', async () => {
    const play = await soon();
    await play.at('2027-10-04T08:30');
    play.set('2027-10-05T10:00');
    await play.say('anna', 'verzet herfst periode:"8 oktober 2027" --akkoord');
    await play.at('2027-10-05T10:01');
    await play.answer('chris', play.last('chris'), 'klaar');
    play.set('2027-10-05T14:00');
    await play.say('anna', 'verzet herfst periode:"9 oktober 2027" --akkoord');
    await play.runUntil('2027-10-08T14:01');
    expect(play.got.map(({ text }) => /nu: ([^(]*?oktober)/.exec(text)?.[1])).toEqual([
      expect.stringContaining('8 oktober'),
      expect.stringContaining('9 oktober'),
    ]);
  });

  it('one who read it does not keep it from those who are further west', async () => {
    const dirk = samplePerson('dirk', {
      organisation: BANKS,
      contact: true,
      digest: NO_DIGEST,
      zone: 'America/New_York',
    });
    const play = await soon(dirk);
    await play.at('2027-10-04T08:30');
    play.set('2027-10-05T11:00');
    await play.say('anna', 'vervalt herfst reden:"Te weinig mensen" --akkoord');
    await play.at('2027-10-05T11:01');
    await play.answer('chris', play.last('chris'), 'klaar');
    await play.at('2027-10-05T15:00');
    expect(play.got.map(({ to, local }) => `${to} ${local}`)).toEqual([
      'chris 2027-10-05T11:01',
      'dirk 2027-10-05T09:00',
    ]);
  });

  it('moved and then cancelled before it was sent is one message, about what is true', async () => {
    const play = await soon();
    await play.at('2027-10-04T08:30');
    play.set('2027-10-05T11:00');
    await play.say('anna', 'verzet herfst periode:"7 oktober 2027" --akkoord');
    await play.plan();
    play.set('2027-10-05T11:05');
    await play.say('anna', 'vervalt herfst reden:"Te weinig mensen" --akkoord');
    await play.at('2027-10-05T11:06');
    expect(play.got.map(({ title }) => title)).toEqual(['Gaat niet door: Campagne herfst']);
    expect(await play.runUntil('2027-10-15T12:00')).toEqual([]);
  });

  it('cancelled and revived before it was sent is no message', async () => {
    const play = await soon();
    await play.at('2027-10-04T08:30');
    play.set('2027-10-05T11:00');
    await play.say('anna', 'vervalt herfst reden:"Te weinig mensen" --akkoord');
    await play.plan();
    await play.say('anna', 'gaat-door herfst');
    await play.send();
    expect(play.got).toEqual([]);
  });
});

describe('someone who changes', () => {
  it('role, zone or language: the message is for who they are when it goes', async () => {
    const play = await planned(['task-overdue']);
    await play.change(anna.id, { locale: 'en' });
    await play.send();
    expect(play.got[0]?.text).toMatch(/Task: Taak stand/);
  });
});
