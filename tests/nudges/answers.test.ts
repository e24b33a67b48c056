import { describe, expect, it, test } from 'vitest';
import type { AnyRecord } from '../../src/domain/records.ts';
import { wordsOf } from '../support/ask.ts';
import { BANKS, POLICE } from '../support/samples.ts';
import { messagesOf } from '../support/test-store.ts';
import {
  AUTUMN,
  anna,
  bob,
  chris,
  only,
  PEOPLE,
  readyCampaign,
  sampleAction,
  sampleHelpPoint,
  sampleParticipation,
  samplePlan,
  samplePractice,
  sampleSeries,
  sampleTask,
} from './records.ts';
import {
  buttonOf,
  COORDINATOR,
  NO_DIGEST,
  type Stage,
  sampleCoordinator,
  samplePerson,
  stage,
} from './stage.ts';

const OCTOBER = { start: '2027-10-08', end: '2027-10-14', zone: 'Europe/Amsterdam' };

/** A late task of Anna's, due on Monday 1 March 2027; it is the Friday before. */
const lateTask = (...more: AnyRecord[]): Promise<Stage> =>
  stage(
    { at: '2027-02-26T20:00', rules: only('task-overdue') },
    ...PEOPLE,
    readyCampaign(),
    sampleTask(),
    ...more,
  );

/** An action of the police for the second quarter, shortly before its first reminder. */
const openAction = (...more: AnyRecord[]): Promise<Stage> =>
  stage(
    { at: '2027-05-28T20:00', rules: only('action-due', 'action-overdue') },
    ...PEOPLE,
    samplePlan(),
    sampleAction(),
    ...more,
  );

/** A campaign whose date is open and that begins on Friday 8 October; the next reminder comes 60 days before. */
const openDate = (...more: AnyRecord[]): Promise<Stage> =>
  stage(
    { at: '2027-08-06T20:00', rules: only('date-open') },
    ...PEOPLE,
    readyCampaign('herfst', { dateState: 'provisional', period: OCTOBER }),
    ...more,
  );

describe('without an answer', () => {
  it('is repeated as the rule says, and goes to the coordinator when nobody stands in', async () => {
    const play = await lateTask();
    await play.runUntil('2027-08-01T12:00');
    expect(play.brought('task-overdue')).toEqual([
      '2027-03-04 anna 1',
      '2027-03-11 anna 1 again-1',
      '2027-03-15 anna 14',
      '2027-03-18 carla 1 coordinator-2027-03-04',
      '2027-03-22 anna 14 again-1',
    ]);
  });

  it('goes to the stand-in and the other leads before the coordinator, each once', async () => {
    const play = await openDate();
    const leads = [
      { organisation: POLICE, contact: anna.id, standIn: bob.id },
      { organisation: BANKS, contact: chris.id },
    ];
    await play.change(AUTUMN, { leads });
    await play.runUntil('2027-09-20T12:00');
    expect(play.brought('date-open').toSorted()).toEqual([
      '2027-08-09 anna 60',
      '2027-08-23 anna 45',
      '2027-08-23 bob 60 stand-in-2027-08-09',
      '2027-08-23 chris 60 stand-in-2027-08-09',
      '2027-09-06 anna 30',
      '2027-09-06 carla 60 coordinator-2027-08-09',
    ]);
  });

  it('tells the coordinator whom it asked and when', async () => {
    const play = await lateTask();
    await play.runUntil('2027-03-18T12:00');
    const told = play.got.find(({ to }) => to === 'carla');
    expect(told?.text).toContain('Ik vroeg dit eerder aan Anna, op 4 maart, 11 maart en 15 maart.');
  });

  it('is told to a coordinator who stands in as well, though the rule has nobody stand in', async () => {
    const play = await stage(
      { at: '2027-06-04T20:00', rules: only('action-pulse') },
      ...PEOPLE,
      { ...anna, standIn: COORDINATOR },
      samplePlan(),
      sampleAction(1, { planning: { kind: 'continuous', quarters: [], yearStated: true } }),
    );
    await play.runUntil('2027-06-30T12:00');
    expect(play.brought('action-pulse')).toEqual([
      '2027-06-07 anna 21',
      '2027-06-21 carla 21 coordinator-2027-06-07',
    ]);
  });

  it('is not escalated to a coordinator who was asked as the owner', async () => {
    const play = await lateTask();
    await play.change('task/stand', { owners: [COORDINATOR] });
    await play.runUntil('2027-04-30T12:00');
    expect(play.brought('task-overdue').toSorted()).toEqual([
      '2027-03-04 carla 1',
      '2027-03-11 anna 1 stand-in-2027-03-04',
      '2027-03-11 carla 1 again-1',
      '2027-03-15 carla 14',
      '2027-03-22 carla 14 again-1',
    ]);
  });

  it('begins anew with someone else: what the predecessor left lying is not held against the new one', async () => {
    const play = await openDate();
    await play.runUntil('2027-08-09T12:00');
    const leads = [{ organisation: BANKS, contact: chris.id }];
    await play.change(AUTUMN, { leads });
    await play.runUntil('2027-09-20T12:00');
    expect(play.brought('date-open')).toEqual([
      '2027-08-09 anna 60',
      '2027-08-12 chris 60',
      '2027-08-23 chris 45',
      '2027-09-06 chris 30',
      '2027-09-09 carla 60 coordinator-2027-08-12',
    ]);
  });

  it('stops as soon as it is settled by any road', async () => {
    const play = await lateTask();
    await play.runUntil('2027-03-04T12:00');
    await play.say('anna', 'taak klaar herfst stand');
    expect(await play.runUntil('2027-08-01T12:00')).toEqual([]);
  });

  it('counts a report by another road as an answer to what was asked before it', async () => {
    const play = await openAction();
    await play.runUntil('2027-05-31T12:00');
    play.set('2027-06-01T10:00');
    await play.say('anna', 'voortgang AP27-1.01 stand:op-schema');
    expect(await play.store.get('action/ap27-1.01')).toMatchObject({ state: 'on-schedule' });
    expect(wordsOf(await play.answer('anna', play.last('anna'), 'laat tot:"1 sep 2027"'))).toMatch(
      /intussen al/,
    );
    await play.runUntil('2027-06-28T12:00');
    expect(play.brought('action-due')).toEqual([
      '2027-05-31 anna 30',
      '2027-06-14 anna 14',
      '2027-06-28 anna 1',
    ]);
  });
});

describe('the words', () => {
  test.each([
    'klaar',
    'vervalt',
    'done',
    'dropped',
  ])('"%s" settles the matter for everyone who was asked', async (word) => {
    const play = await lateTask(sampleTask('twee', { owners: [anna.id, chris.id] }));
    await play.runUntil('2027-03-04T12:00');
    const asked = play.got.find(({ to }) => to === 'anna')?.nudges ?? [];
    expect(asked).toHaveLength(2);
    const two = asked.find(({ subject }) => subject === 'task/twee');
    expect(wordsOf(await play.answer('anna', two!, word))).toMatch(/[Gg]enoteerd/);
    expect(wordsOf(await play.say('chris', 'herinneringen'))).toMatch(/Er wacht niets/);
    const later = await play.runUntil('2027-06-01T12:00');
    const subjects = new Set(later.flatMap(({ nudges }) => nudges.map(({ subject }) => subject)));
    expect([...subjects]).toEqual(['task/stand']);
  });

  it('an answer that means nothing there is refused, and nothing is taken for answered', async () => {
    const play = await lateTask();
    await play.runUntil('2027-03-04T12:00');
    expect(wordsOf(await play.answer('anna', play.last('anna'), 'gaat-door'))).toMatch(/past niet bij/);
    expect(wordsOf(await play.say('anna', 'herinneringen'))).toMatch(/Dit zou op/);
  });

  it('"klaar" finishes a task, "vervalt" drops it, "laat" moves it', async () => {
    const play = await lateTask(sampleTask('twee'), sampleTask('drie'));
    await play.runUntil('2027-03-04T12:00');
    const of = (name: string) => play.got[0]!.nudges.find(({ subject }) => subject === `task/${name}`)!;
    await play.answer('anna', of('stand'), 'klaar');
    await play.answer('anna', of('twee'), 'vervalt');
    await play.answer('anna', of('drie'), 'laat tot:"1 april 2027"');
    expect(await play.store.get('task/stand')).toMatchObject({ done: true, doneBy: anna.id });
    expect(await play.store.get('task/twee')).toMatchObject({ done: true, dropped: true });
    expect(await play.store.get('task/drie')).toMatchObject({ done: false, due: { date: '2027-04-01' } });
    await play.runUntil('2027-04-05T12:00');
    expect(play.brought().slice(3)).toEqual(['2027-04-05 anna task-overdue 1']);
  });

  it('"op-schema" silences the step, and the later steps still come', async () => {
    const play = await openAction();
    await play.runUntil('2027-05-31T12:00');
    expect(wordsOf(await play.answer('anna', play.last('anna'), 'op-schema'))).toMatch(/op schema/);
    expect(await play.store.get('action/ap27-1.01')).toMatchObject({ state: 'on-schedule' });
    await play.runUntil('2027-07-02T12:00');
    expect(play.brought('action-due')).toEqual([
      '2027-05-31 anna 30',
      '2027-06-14 anna 14',
      '2027-06-28 anna 1',
    ]);
  });

  it('"klaar" on an action reports it, and nobody is asked again', async () => {
    const play = await openAction();
    await play.runUntil('2027-05-31T12:00');
    await play.answer('anna', play.last('anna'), 'klaar');
    expect(await play.store.get('action/ap27-1.01')).toMatchObject({ state: 'done' });
    expect(await play.runUntil('2027-12-01T12:00')).toEqual([]);
  });

  it('"laat" with a day expects the action in that quarter, with the reason in its report', async () => {
    const play = await openAction();
    await play.runUntil('2027-05-31T12:00');
    const words = 'laat tot:"10 september 2027" reden:"Wacht op geld"';
    expect(wordsOf(await play.answer('anna', play.last('anna'), words))).toMatch(/10 september/);
    const action = await play.store.get('action/ap27-1.01');
    expect(action).toMatchObject({ state: 'late', expectedQuarter: '2027-Q3' });
    expect(wordsOf(await play.say('anna', 'toon AP27-1.01'))).toMatch(/Wacht op geld/);
    await play.runUntil('2027-09-01T12:00');
    expect(play.brought().slice(1)).toEqual(['2027-08-30 anna action-due 30']);
  });

  it('"laat" without a day asks which, and changes nothing', async () => {
    const play = await lateTask();
    await play.runUntil('2027-03-04T12:00');
    const asked = play.last('anna');
    expect(wordsOf(await play.answer('anna', asked, 'laat'))).toMatch(/Wanneer is het dan klaar/);
    expect(wordsOf(await play.answer('anna', asked, 'laat tot:"1 maart 2027"'))).toMatch(/al voorbij/);
    expect(await play.store.get('task/stand')).toMatchObject({ due: { date: '2027-03-01' } });
    expect(wordsOf(await play.answer('anna', asked, 'klaar'))).toMatch(/genoteerd/);
  });

  it.each([
    ['later', '2027-03-11'],
    ['later tot:"1 april 2027"', '2027-04-01'],
    ['snooze until:"1 april 2027"', '2027-04-01'],
  ])('"%s" is quiet until that day and then asks again', async (words, day) => {
    const play = await lateTask();
    await play.runUntil('2027-03-04T12:00');
    expect(wordsOf(await play.answer('anna', play.last('anna'), words))).toMatch(/ik vraag het op/);
    const before = Temporal.PlainDate.from(day).subtract({ days: 1 });
    expect(await play.runUntil(`${before}T20:00`)).toEqual([]);
    const [first] = await play.runUntil(`${day}T12:00`);
    expect(first).toMatchObject({ to: 'anna', local: `${day}T08:30` });
  });

  it('asks again after a snooze in the same step, and then repeats and escalates as the rule says', async () => {
    const play = await stage(
      { at: '2027-07-02T20:00', rules: only('action-overdue') },
      ...PEOPLE,
      samplePlan(),
      sampleAction(),
    );
    await play.runUntil('2027-07-05T12:00');
    await play.answer('anna', play.last('anna'), 'later tot:"8 juli 2027"');
    await play.runUntil('2027-08-05T12:00');
    expect(play.brought('action-overdue').toSorted()).toEqual([
      '2027-07-05 anna 3',
      '2027-07-08 anna 3 after-2027-07-08',
      '2027-07-22 anna 3 after-2027-07-08 again-1',
      '2027-08-02 anna 30',
      '2027-08-05 carla 3 coordinator-2027-07-08',
    ]);
  });

  it('may be snoozed again and again', async () => {
    const play = await openDate();
    await play.runUntil('2027-08-09T12:00');
    await play.answer('anna', play.last('anna'), 'later tot:"12 augustus 2027"');
    await play.runUntil('2027-08-12T12:00');
    await play.answer('anna', play.last('anna'), 'later tot:"16 augustus 2027"');
    await play.runUntil('2027-08-19T12:00');
    expect(play.brought('date-open')).toEqual([
      '2027-08-09 anna 60',
      '2027-08-12 anna 60 after-2027-08-12',
      '2027-08-16 anna 60 after-2027-08-16',
    ]);
  });

  it('"niet-van-mij" goes to the coordinator, who hears who said it, and not to that person again', async () => {
    const play = await openDate();
    await play.runUntil('2027-08-09T12:00');
    expect(wordsOf(await play.answer('anna', play.last('anna'), 'niet-van-mij'))).toMatch(/coördinator/);
    await play.runUntil('2027-09-10T12:00');
    expect(play.brought('date-open')).toEqual([
      '2027-08-09 anna 60',
      '2027-08-12 carla 60 coordinator-refused-2027-08-09',
    ]);
    expect(play.got[1]?.text).toContain(
      'Ik vroeg dit aan Anna, op 9 augustus. Het antwoord was: dit is niet van mij.',
    );
  });

  it('"niet-van-mij" reaches a coordinator who is asked as a lead too, or who stands in', async () => {
    const dora = sampleCoordinator('dora', { digest: NO_DIGEST });
    const play = await lateTask(dora, sampleTask('stand', { owners: [anna.id, COORDINATOR] }), {
      ...anna,
      standIn: dora.id,
    });
    await play.runUntil('2027-03-04T12:00');
    await play.answer('anna', play.last('anna'), 'niet-van-mij');
    await play.runUntil('2027-03-08T12:00');
    expect(play.brought('task-overdue').slice(2).toSorted()).toEqual([
      '2027-03-08 carla 1 coordinator-refused-2027-03-04',
      '2027-03-08 dora 1 coordinator-refused-2027-03-04',
    ]);
  });

  it('"stop" mutes that kind for that person only: others are still asked, and it still goes to the coordinator', async () => {
    const play = await lateTask(sampleTask('twee', { owners: [anna.id, chris.id] }));
    await play.runUntil('2027-03-04T12:00');
    expect(wordsOf(await play.answer('anna', play.last('anna'), 'stop'))).toMatch(
      /niet meer aan deze soort: een taak die te laat is/,
    );
    expect((await play.store.get(anna.id))?.mutes).toEqual([{ kind: 'task-overdue' }]);
    expect(wordsOf(await play.say('chris', 'herinneringen'))).toMatch(/Dit zou op/);
    await play.runUntil('2027-03-18T12:00');
    const later = play.got
      .slice(2)
      .flatMap(({ to, nudges }) => nudges.map(({ step, subject }) => `${to} ${subject} ${step}`));
    expect(later.filter((one) => one.startsWith('anna'))).toEqual([]);
    expect(later).toContain('chris task/twee 1 again-1');
    expect(later).toContain('carla task/stand 1 coordinator-2027-03-04');
    expect(later).toContain('carla task/twee 1 coordinator-2027-03-04');
    expect(wordsOf(await play.say('anna', 'demp'))).toMatch(/taak die te laat is/);
    await play.say('anna', 'demp doe:weer-aan');
    await play.runUntil('2027-03-22T12:00');
    expect(play.brought('task-overdue')).toContain('2027-03-22 anna 14');
  });
});

describe('handing over', () => {
  it('moves a task, an action, an invitation and a campaign to the colleague, who hears of it', async () => {
    const dirk = samplePerson('dirk', { organisation: BANKS, digest: NO_DIGEST });
    const play = await stage(
      { at: '2027-09-03T20:00', rules: only('task-due', 'action-due', 'invitation', 'date-open') },
      ...PEOPLE,
      dirk,
      readyCampaign('herfst', { dateState: 'provisional', period: OCTOBER }),
      sampleTask('stand', { due: { date: '2027-09-10' } }),
      samplePlan(),
      sampleAction(1, { planning: { kind: 'quarters', quarters: ['2027-Q3'], yearStated: true } }),
      sampleParticipation(AUTUMN, BANKS, { invitedAt: '2027-08-30T09:00:00Z' }),
    );
    await play.runUntil('2027-09-06T12:00');
    for (const nudge of play.got.filter(({ to }) => to === 'anna').flatMap(({ nudges }) => nudges))
      expect(wordsOf(await play.answer('anna', nudge, 'overdragen aan:bob'))).toMatch(/Overgedragen aan Bob/);
    expect(wordsOf(await play.answer('chris', play.last('chris'), 'hand-over to:dirk'))).toMatch(/aan Dirk/);
    await play.runUntil('2027-09-09T12:00');
    expect(
      play.got
        .slice(2)
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['bob', 'dirk']);
    expect(play.brought().slice(-4).toSorted()).toEqual([
      '2027-09-09 bob action-due 30',
      '2027-09-09 bob date-open 30',
      '2027-09-09 bob task-due 1',
      '2027-09-09 dirk invitation 7',
    ]);
    expect(await play.store.get('task/stand')).toMatchObject({ owners: [bob.id] });
    expect(await play.store.get('action/ap27-1.01')).toMatchObject({ contacts: [bob.id] });
    expect((await play.store.get(AUTUMN))?.leads[0]).toMatchObject({ contact: bob.id });
    expect(await play.store.get('participation/herfst~nvb')).toMatchObject({ contact: dirk.id });
  });

  it('comes back to someone who is given it back, and after a snooze as well', async () => {
    const play = await openDate();
    await play.runUntil('2027-08-09T12:00');
    await play.answer('anna', play.last('anna'), 'later tot:"12 augustus 2027"');
    await play.runUntil('2027-08-12T12:00');
    await play.answer('anna', play.last('anna'), 'overdragen aan:bob');
    await play.runUntil('2027-08-16T12:00');
    await play.answer('bob', play.last('bob'), 'overdragen aan:anna');
    await play.runUntil('2027-08-19T12:00');
    expect(play.brought('date-open')).toEqual([
      '2027-08-09 anna 60',
      '2027-08-12 anna 60 after-2027-08-12',
      '2027-08-16 bob 60',
      '2027-08-19 anna 60 after-2027-08-16',
    ]);
  });

  it('goes to one of another lead when a coordinator gives it to that one', async () => {
    const play = await openDate();
    const leads = [{ organisation: POLICE, contact: anna.id }, { organisation: BANKS }];
    await play.change(AUTUMN, { leads });
    await play.runUntil('2027-08-09T12:00');
    await play.answer('carla', play.last('anna'), 'overdragen aan:chris');
    await play.runUntil('2027-08-12T12:00');
    expect(play.brought('date-open')).toEqual(['2027-08-09 anna 60', '2027-08-12 chris 60']);
  });

  it('is refused beside the field for who is not there, for oneself, and for another organisation', async () => {
    const play = await openDate({ ...samplePerson('weg'), active: false });
    const leads = [{ organisation: POLICE, contact: anna.id }, { organisation: BANKS }];
    await play.change(AUTUMN, { leads });
    await play.runUntil('2027-08-09T12:00');
    const asked = play.last('anna');
    for (const to of ['', ' aan:person/weg', ' aan:anna', ' aan:chris', ' aan:carla'])
      expect(wordsOf(await play.answer('anna', asked, `overdragen${to}`))).toMatch(/Kies een collega/);
    expect((await play.store.get(AUTUMN))?.leads).toEqual(leads);
  });

  it('is refused for what is nobody’s in person, which says what to do instead', async () => {
    const play = await stage(
      { at: '2027-03-05T20:00', rules: only('practice-review', 'help-point-check') },
      samplePractice(),
      sampleHelpPoint(),
      samplePerson('els', { organisation: 'organisation/centrum' }),
    );
    await play.runUntil('2027-03-08T12:00');
    for (const nudge of play.got[0]!.nudges)
      expect(wordsOf(await play.answer('carla', nudge, 'overdragen aan:els'))).toMatch(/dit is niet van mij/);
  });
});

describe('every kind of subject', () => {
  const ALL = [
    'op-schema',
    'klaar',
    'laat tot:"1 dec 2027"',
    'later',
    'niet-van-mij',
    'gaat-door',
    'vervalt',
    'stop',
  ];

  test.each(ALL)('takes "%s", says so, and is not asked about it again before its time', async (word) => {
    const play = await stage(
      {
        at: '2027-09-03T20:00',
        rules: only(
          ...[
            'date-open',
            'series-gap',
            'task-due',
            'invitation',
            'action-due',
            'proposal',
            'practice-review',
          ],
          ...[
            'help-point-check',
            'no-contact',
            'newsletter',
            'overlap',
            'evaluation',
            'moved',
            'undelivered',
          ],
        ),
      },
      ...PEOPLE,
      readyCampaign('herfst', { dateState: 'provisional', period: OCTOBER }),
      readyCampaign('oud', { period: { ...OCTOBER, start: '2027-08-20', end: '2027-08-27' } }),
      readyCampaign('botst', {
        period: OCTOBER,
        leads: [{ organisation: BANKS, contact: chris.id }],
        approvedAt: '2027-09-03T10:00:00Z',
      }),
      readyCampaign('verzet', {
        leads: [{ organisation: BANKS, contact: chris.id }],
        period: { ...OCTOBER, start: '2028-02-01', end: '2028-02-02' },
        moves: [{ at: '2027-09-03T10:00:00Z', from: OCTOBER }],
      }),
      readyCampaign('voorstel', { progress: 'proposed', proposedAt: '2027-09-01T10:00:00Z', period: null }),
      sampleTask('stand', { due: { date: '2027-09-10' } }),
      samplePlan(),
      sampleAction(1, { planning: { kind: 'quarters', quarters: ['2027-Q3'], yearStated: true } }),
      sampleParticipation(AUTUMN, BANKS, { invitedAt: '2027-08-30T09:00:00Z' }),
      sampleSeries({ usualMonths: [11] }),
      samplePractice(),
      sampleHelpPoint(),
    );
    await play.runUntil('2027-09-06T12:00');
    const asked = play.got.flatMap(({ to, nudges }) => nudges.map((nudge) => ({ to, nudge })));
    expect(new Set(asked.map(({ nudge }) => nudge.rule)).size).toBeGreaterThanOrEqual(10);
    for (const { to, nudge } of asked) {
      const { answer } = (await messagesOf(play.store).nudges.get(nudge.id))!;
      const said = wordsOf(await play.answer(to, nudge, word));
      expect(said, nudge.rule).toMatch(
        answer ? /al beantwoord/ : /oteerd|op schema|kom er op|ik vraag het op|coördinator|herinner je/,
      );
    }
    const next = await play.runUntil('2027-09-09T12:00');
    expect(
      next.filter(({ nudges }) =>
        nudges.some(
          ({ step }) =>
            !step.includes('refused') &&
            asked.some(({ nudge: one }) => one.step === step && one.subject === nudges[0]?.subject),
        ),
      ),
    ).toEqual([]);
    expect(play.errors).toEqual([]);
  });

  it('"klaar" notes that a practice was reviewed and a help point checked', async () => {
    const play = await stage(
      { at: '2027-03-05T20:00', rules: only('practice-review', 'help-point-check') },
      samplePractice(),
      sampleHelpPoint(),
    );
    await play.runUntil('2027-03-08T12:00');
    for (const nudge of play.got[0]!.nudges) await play.answer('carla', nudge, 'klaar');
    expect(await play.store.get('practice/bellen')).toMatchObject({ reviewedOn: '2027-03-08' });
    expect(await play.store.get('helppoint/loket')).toMatchObject({ checkedOn: '2027-03-08' });
    await play.runUntil('2027-09-09T12:00');
    expect(play.brought().slice(2)).toEqual(['2027-09-09 carla help-point-check 0']);
  });
});

describe('who answers, and when', () => {
  it('someone who was not asked is refused, without being told what it is about', async () => {
    const play = await lateTask();
    await play.runUntil('2027-03-04T12:00');
    const words = wordsOf(await play.answer('chris', play.last('anna'), 'klaar'));
    expect(words).toMatch(/ken ik niet, of ze is niet voor jou/);
    expect(words).not.toMatch(/Taak stand/);
    expect(await play.store.get('task/stand')).toMatchObject({ done: false });
    expect(wordsOf(await play.answer('anna', { id: '00000000000000' }, 'klaar'))).toMatch(/ken ik niet/);
  });

  it('a coordinator may answer for someone else', async () => {
    const play = await lateTask();
    await play.runUntil('2027-03-04T12:00');
    expect(wordsOf(await play.answer('carla', play.last('anna'), 'klaar'))).toMatch(/genoteerd/);
    expect(await play.store.get('task/stand')).toMatchObject({ done: true, doneBy: COORDINATOR });
  });

  it('the first answer counts, whoever gives it; the second hears so kindly and changes nothing', async () => {
    const play = await lateTask(sampleTask('stand', { owners: [anna.id, chris.id] }));
    await play.runUntil('2027-03-04T12:00');
    await play.answer('anna', play.last('anna'), 'later');
    for (const [who, nudge] of [
      ['anna', play.last('anna')],
      ['chris', play.last('chris')],
    ] as const)
      expect(wordsOf(await play.answer(who, nudge, 'vervalt'))).toMatch(
        /al beantwoord\. Er is niets veranderd/,
      );
    expect(await play.store.get('task/stand')).toMatchObject({ done: false });
  });

  it('two answers at once are one', async () => {
    const play = await lateTask();
    await play.runUntil('2027-03-04T12:00');
    const asked = play.last('anna');
    const replies = await Promise.all([
      play.answer('anna', asked, 'later'),
      play.answer('anna', asked, 'later'),
    ]);
    expect(replies.map(wordsOf).filter((words) => words.includes('al beantwoord'))).toHaveLength(1);
  });

  it('an answer to what is settled or changed in the meantime is thanked for, and changes nothing', async () => {
    const play = await lateTask();
    await play.runUntil('2027-03-04T12:00');
    await play.say('anna', 'taak klaar herfst stand');
    const { version } = (await play.store.get('task/stand'))!;
    expect(wordsOf(await play.answer('anna', play.last('anna'), 'vervalt'))).toMatch(
      /intussen al geregeld of veranderd/,
    );
    expect((await play.store.get('task/stand'))?.version).toBe(version);
  });

  it('an answer from where it is already tomorrow counts', async () => {
    const play = await lateTask(
      { ...anna, zone: 'Pacific/Auckland' },
      sampleTask('stand', { due: { date: '2027-03-08' } }),
    );
    // It is Tuesday 9 March there, and still Monday 8 March in Amsterdam.
    await play.at('2027-03-11T00:30');
    await play.change('task/stand', { due: { date: '2027-03-14' } });
    await play.at('2027-03-14T20:30');
    expect(play.brought('task-overdue').at(-1)).toBe('2027-03-15 anna 1');
    expect(wordsOf(await play.answer('anna', play.last('anna'), 'klaar'))).toMatch(/genoteerd/);
  });

  it('English is understood and spoken', async () => {
    const play = await lateTask({ ...anna, locale: 'en' });
    await play.runUntil('2027-03-04T12:00');
    expect(play.got[0]?.text).toMatch(/Task: Taak stand/);
    const words = wordsOf(await play.say('anna', `answer reminder:${play.last('anna').id} done`));
    expect(words).toMatch(/done/);
    expect(await play.store.get('task/stand')).toMatchObject({ done: true });
  });

  it('the buttons do what they say', async () => {
    const play = await lateTask();
    await play.runUntil('2027-03-04T12:00');
    const { message, nudges } = play.got[0]!;
    expect(wordsOf(await play.press('anna', buttonOf(message, nudges[0]!, 'klaar')))).toMatch(/genoteerd/);
    expect(await play.store.get('task/stand')).toMatchObject({ done: true });
  });

  it('one whose arrival was never confirmed can be answered, and is not sent again', async () => {
    const play = await lateTask();
    play.answerOf = () => ({ type: 'unclear', reason: 'reset' });
    await play.at('2027-03-04T08:30');
    const { nudges, outbox } = messagesOf(play.store);
    const [queued] = await outbox.list({ limit: 1 });
    const [asked] = await nudges.ofDelivery(queued!.id);
    expect(wordsOf(await play.answer('anna', asked!, 'later'))).toMatch(/ik vraag het op/);
    play.answerOf = () => ({ type: 'sent' });
    await play.runUntil('2027-03-10T12:00', ['08:30', '10:00', '14:00']);
    expect(play.got).toEqual([]);
  });
});
