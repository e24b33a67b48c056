import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { settingsOfPerson } from '../../src/domain/courtesy/settings-of.ts';
import { type SlotSettings, slotsAt, slotsBetween } from '../../src/domain/courtesy/slots.ts';
import { isWorkingTime } from '../../src/domain/courtesy/working-time.ts';
import type { Person } from '../../src/domain/person/person.ts';
import { POLICE } from '../support/samples.ts';
import { only, readyCampaign, sampleTask } from './records.ts';
import { type Got, NO_DIGEST, type Stage, sampleCoordinator, samplePerson, stage, wall } from './stage.ts';

/** The Dutch holidays of these years, as they stand in a paper diary; written down by hand. */
const HOLIDAYS = new Set([
  ...['2026-12-25', '2026-12-26'],
  ...['2027-01-01', '2027-03-26', '2027-03-28', '2027-03-29', '2027-04-27', '2027-05-05', '2027-05-06'],
  ...['2027-05-16', '2027-05-17', '2027-12-25', '2027-12-26'],
  ...['2028-01-01', '2028-04-14', '2028-04-16', '2028-04-17', '2028-04-27', '2028-05-05', '2028-05-25'],
  ...['2028-06-04', '2028-06-05', '2028-12-25', '2028-12-26', '2029-01-01'],
]);

const plain = (day: string) => Temporal.PlainDate.from(day);
const plus = (day: string, days: number) => plain(day).add({ days }).toString();
const isWorkday = (day: string) => plain(day).dayOfWeek < 6 && !HOLIDAYS.has(day);
const monday = (day: string) => plus(day, 1 - plain(day).dayOfWeek);

/** The mornings of a stretch of days, found by trying each day and nothing clever. */
function morningsByHand(from: string, until: string, weekday: number): { day: string; digest: boolean }[] {
  const digests = new Set<string>();
  const wanted: { day: string; week: string }[] = [];
  for (let week = monday(plus(from, -28)); week <= plus(until, 28); week = plus(week, 7)) {
    let digest = plus(week, weekday - 1);
    while (!isWorkday(digest)) digest = plus(digest, 1);
    digests.add(digest);
    let other = plus(week, (weekday - 1 + 3) % 5);
    while (!isWorkday(other)) other = plus(other, -1);
    wanted.push({ day: other, week });
  }
  const days = new Set(digests);
  for (const { day } of wanted) {
    const sameWeek = [...digests].filter((one) => monday(one) === monday(day));
    if (!digests.has(day) && sameWeek.length < 2) days.add(day);
  }
  // Never a third in a week: what came over from the next week gives way.
  for (const { day, week } of wanted) {
    const inWeek = [...days].filter((one) => monday(one) === monday(day));
    if (inWeek.length > 2 && monday(day) !== week && !digests.has(day)) days.delete(day);
  }
  return [...days]
    .filter((day) => day >= from && day <= until)
    .sort()
    .map((day) => ({ day, digest: digests.has(day) }));
}

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45, 59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const settings: fc.Arbitrary<SlotSettings> = fc
  .record({
    zone: fc.constantFrom(
      'Europe/Amsterdam',
      'America/New_York',
      'Asia/Tokyo',
      'Pacific/Auckland',
      'Atlantic/Azores',
    ),
    hours: fc.tuple(clock, clock).filter(([from, until]) => from < until),
    weekday: fc.integer({ min: 1, max: 5 }),
    time: clock,
    secondMorning: fc.boolean(),
  })
  .map(({ hours: [from, until], ...rest }) => ({ ...rest, from, until }));

describe('mornings', () => {
  it('are those that one finds by hand, for every weekday, through three years', () => {
    for (let weekday = 1; weekday <= 5; weekday++) {
      const person = samplePerson('x', { digest: { weekday, time: '08:30', off: false, quietLine: false } });
      const found = slotsBetween(plain('2026-12-28'), 105, settingsOfPerson(person));
      const expected = morningsByHand('2027-01-04', '2028-12-20', weekday);
      const days = found.filter(({ day }) => day >= '2027-01-04' && day <= '2028-12-20');
      expect(days.map(({ day, digest }) => ({ day, digest }))).toEqual(expected);
    }
  });

  it('are on working days within working hours, at most two in a week, and one digest for each week', () => {
    fc.assert(
      fc.property(settings, (one) => {
        const slots = slotsBetween(plain('2027-01-04'), 100, one);
        for (const { at, day } of slots) {
          expect(isWorkday(day)).toBe(true);
          expect(isWorkingTime(at, one)).toBe(true);
          expect(at.toZonedDateTimeISO(one.zone).toPlainDate().toString()).toBe(day);
        }
        const weeks = Map.groupBy(slots, ({ day }) => monday(day));
        for (const inWeek of weeks.values()) expect(inWeek.length).toBeLessThanOrEqual(2);
        expect(slots.filter(({ digest }) => digest)).toHaveLength(100);
        expect(slots.map(({ day }) => day)).toEqual([...new Set(slots.map(({ day }) => day))].sort());
      }),
      { numRuns: 60 },
    );
  });

  it('are the last that began and the next at any moment, whichever moment one asks', () => {
    const moments = fc
      .integer({ min: 0, max: 700 * 24 * 60 })
      .map((minutes) => wall('2027-01-04T00:00').add({ minutes }));
    fc.assert(
      fc.property(settings, moments, (one, at) => {
        const first = plain(monday(at.toZonedDateTimeISO(one.zone).toPlainDate().toString()));
        const all = slotsBetween(first.subtract({ weeks: 5 }), 12, one);
        const begun = all.filter((slot) => slot.at.epochMilliseconds <= at.epochMilliseconds);
        const { current, next, digest } = slotsAt(at, one);
        expect(current.day).toBe(begun.at(-1)?.day);
        expect(next.day).toBe(all[begun.length]?.day);
        expect(digest.day).toBe(begun.findLast((slot) => slot.digest)?.day);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['a digest on Easter Monday comes on Tuesday', '2027-03-29', ['2027-03-30', '2027-04-01']],
    [
      'Ascension Day after 5 May: the other morning comes on Tuesday before',
      '2027-05-03',
      ['2027-05-03', '2027-05-04'],
    ],
    ['Good Friday is free', '2027-03-22', ['2027-03-22', '2027-03-25']],
    ['Whit Monday', '2027-05-17', ['2027-05-18', '2027-05-20']],
  ])('%s', (_name, week, days) => {
    const found = slotsBetween(plain(week), 1, settingsOfPerson(samplePerson('x')));
    expect(found.map(({ day }) => day)).toEqual(days);
  });
});

const YEAR = { from: '2027-01-04', until: '2027-12-31' };
const LEADS = [270, 180, 120, 90, 60, 45, 30, 14];

/** A year in which one moment after another is looked at: mostly minutes or hours later, sometimes not. */
const jumps = fc.infiniteStream(
  fc.oneof(
    { weight: 30, arbitrary: fc.integer({ min: 10, max: 240 }) },
    { weight: 30, arbitrary: fc.integer({ min: 241, max: 1_300 }) },
    { weight: 3, arbitrary: fc.integer({ min: 1_300, max: 9_000 }) },
    { weight: 1, arbitrary: fc.constant(3 * 7 * 24 * 60) },
    { weight: 4, arbitrary: fc.constant(-60) },
  ),
);

/** Campaigns that each want a date, all through the year, of Anna or of Ben; and tasks that come late. */
const campaigns = Array.from({ length: 12 }, (_, index) => {
  const start = plus('2027-01-20', index * 31);
  const lead = {
    organisation: POLICE,
    contact: index % 2 === 0 ? ('person/anna' as const) : ('person/ben' as const),
  };
  return readyCampaign(`c${index}`, {
    dateState: 'provisional',
    period: { start, end: plus(start, 3), zone: 'Europe/Amsterdam' },
    leads: [lead],
  });
});
const tasks = campaigns.map(({ id, leads }, index) =>
  sampleTask(`t${index}`, {
    campaign: id,
    due: { anchor: 'start', days: -20 },
    owners: [leads[0]!.contact!],
  }),
);
const ABSENT = { from: '2027-07-12', until: '2027-07-30' };

async function yearOf(
  zone: string,
  steps: Iterable<number>,
): Promise<{ play: Stage; ticks: Temporal.Instant[]; people: Person[] }> {
  const anna = samplePerson('anna', { zone, contact: true, absences: [ABSENT] });
  const digest = { weekday: 3, time: '09:30', off: false, quietLine: true };
  const ben = samplePerson('ben', { zone, digest, workingHours: { from: '08:00', until: '16:00' } });
  const carla = sampleCoordinator('carla', { absences: [ABSENT] });
  const people = [anna, ben, carla];
  const rules = only('date-open', 'task-overdue');
  const play = await stage({ at: `${YEAR.from}T00:00`, rules }, ...people, ...campaigns, ...tasks);
  const ticks: Temporal.Instant[] = [];
  const end = wall(`${YEAR.until}T18:00`);
  // Both changes of the clock are looked at from close by.
  const close = ['2027-03-28T00:30', '2027-03-28T03:30', '2027-10-31T01:30', '2027-10-31T03:30'].map((at) =>
    wall(at),
  );
  for (const minutes of steps) {
    const next = play.now.add({ minutes });
    const special = close.find((one) => isBefore(play.now, one) && isBefore(one, next));
    const now = special ?? next;
    if (isBefore(end, now)) break;
    ticks.push(now);
    await play.at(now);
  }
  return { play, ticks, people };
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

function checkCourtesy(got: readonly Got[], people: readonly Person[]): void {
  const keys = got.flatMap(({ nudges }) => nudges.map(({ id }) => id));
  expect(keys).toEqual([...new Set(keys)]);
  const days = got.map(({ to, local }) => `${to} ${local.slice(0, 10)}`);
  expect(days).toEqual([...new Set(days)]);
  for (const { to, local } of got) {
    const person = people.find(({ id }) => id === `person/${to}`)!;
    const [day = '', time = ''] = local.split('T');
    const { from, until } = person.workingHours;
    expect(isWorkday(day), local).toBe(true);
    expect(time >= from && time < until, `${to} ${local}`).toBe(true);
    expect(
      person.absences.some((away) => away.from <= day && day <= away.until),
      local,
    ).toBe(false);
  }
}

/** Every lead time whose last morning was up was brought by then, itself or a later one. */
function checkComplete(got: readonly Got[], person: Person, ticks: readonly Temporal.Instant[]): number {
  const { zone, workingHours, digest } = person;
  const up = new Set<string>();
  for (const at of ticks) {
    const local = at.toZonedDateTimeISO(zone);
    const time = local.toPlainTime().toString().slice(0, 5);
    if (time >= digest.time && time < workingHours.until) up.add(local.toPlainDate().toString());
  }
  const mornings = morningsByHand(YEAR.from, YEAR.until, digest.weekday).map(({ day }) => day);
  let checked = 0;
  for (const { id, period, leads } of campaigns.filter(({ leads }) => leads[0]?.contact === person.id)) {
    for (const lead of LEADS) {
      const leadDay = plus(period!.start, -lead);
      const last = mornings.filter((day) => day <= leadDay).at(-1);
      if (last === undefined || !up.has(last)) continue;
      if (person.absences.some(({ from, until }) => from <= last && last <= until)) continue;
      // After a clock set back a day may be looked at twice; what counts is that it came by then.
      const brought = got.filter(
        ({ to, local }) => `person/${to}` === person.id && local.slice(0, 10) <= leadDay,
      );
      const steps = brought.flatMap(({ nudges }) => nudges.filter(({ subject }) => subject === id));
      expect(
        steps.some(({ step }) => Number.parseInt(step, 10) <= lead),
        `${leads[0]?.contact} ${id} ${lead} by ${leadDay} (${last}): ${steps.map(({ step, createdAt }) => `${step} ${createdAt}`).join()}`,
      ).toBe(true);
      checked++;
    }
  }
  return checked;
}

describe('a whole year with a restless clock', () => {
  test.each([
    'Europe/Amsterdam',
    'America/New_York',
    'Asia/Tokyo',
  ])('in %s: each thing once, one message a day, only when it is welcome, and nothing lost', async (zone) => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(jumps, async (steps) => {
        const { play, ticks, people } = await yearOf(zone, steps);
        expect(play.errors).toEqual([]);
        checkCourtesy(play.got, people);
        for (const person of people.slice(0, 2)) checked += checkComplete(play.got, person, ticks);
      }),
      { numRuns: 2 },
    );
    // The runs differ in how long the clock sleeps; some lead times must have fallen due while it was awake.
    expect(checked).toBeGreaterThan(5);
  }, 120_000);

  it('looked at every other hour, all lead times come, none twice', async () => {
    const steady = Array.from({ length: 5_000 }, () => 115);
    const { play, ticks, people } = await yearOf('Europe/Amsterdam', steady);
    checkCourtesy(play.got, people);
    for (const person of people.slice(0, 2))
      expect(checkComplete(play.got, person, ticks)).toBeGreaterThan(15);
  }, 120_000);
});

describe('one message', () => {
  it('holds all that was due while the program was down for three weeks', async () => {
    const due = (index: number) => plus('2027-03-01', index);
    const late = Array.from({ length: 6 }, (_, index) =>
      sampleTask(`l${index}`, { due: { date: due(index * 2) } }),
    );
    const anna = samplePerson('anna', { contact: true, digest: NO_DIGEST });
    const play = await stage(
      { at: '2027-02-26T12:00', rules: only('task-overdue', 'task-due') },
      anna,
      readyCampaign('herfst', { leads: [{ organisation: POLICE, contact: anna.id }] }),
      ...late,
    );
    await play.tick();
    play.set('2027-03-20T00:00');
    const got = await play.runUntil('2027-03-24T12:00');
    expect(got.map(({ to, local, nudges }) => [to, local, nudges.length])).toEqual([
      ['anna', '2027-03-22T08:30', 6],
    ]);
  });

  it('comes on the morning itself when what was missed could come an hour before it', async () => {
    const anna = samplePerson('anna', {
      contact: true,
      digest: NO_DIGEST,
      workingHours: { from: '08:00', until: '17:00' },
    });
    const play = await stage(
      { at: '2027-02-26T12:00', rules: only('task-overdue') },
      anna,
      readyCampaign('herfst', { leads: [{ organisation: POLICE, contact: anna.id }] }),
      sampleTask(),
    );
    await play.at('2027-03-01T20:00');
    expect(await play.at('2027-03-04T08:05')).toEqual([]);
    expect(await play.at('2027-03-04T08:30')).toHaveLength(1);
    expect(await play.at('2027-03-04T12:00')).toEqual([]);
  });

  it('that could not be sent all week is not sent an hour before the next', async () => {
    const anna = samplePerson('anna', {
      contact: true,
      digest: NO_DIGEST,
      workingHours: { from: '08:00', until: '17:00' },
    });
    const play = await stage(
      { at: '2027-02-26T12:00', rules: only('task-overdue') },
      anna,
      readyCampaign('herfst', { leads: [{ organisation: POLICE, contact: anna.id }] }),
      sampleTask('stand', { due: { date: '2027-02-20' } }),
    );
    play.answerOf = () => ({
      type: 'busy',
      scope: 'channel',
      seconds: 3 * 24 * 3_600 - 1_200,
      reason: 'hold',
    });
    await play.at('2027-03-01T08:30');
    play.answerOf = () => ({ type: 'sent' });
    await play.at('2027-03-04T08:15');
    await play.at('2027-03-04T08:30');
    expect(play.got.map(({ local }) => local)).toEqual(['2027-03-04T08:30']);
  });

  it('waits for the person who is away, and comes on the first working day after it', async () => {
    const anna = samplePerson('anna', {
      contact: true,
      absences: [{ from: '2027-03-03', until: '2027-03-08' }],
    });
    const play = await stage(
      { at: '2027-02-26T12:00', rules: only('task-overdue') },
      anna,
      sampleCoordinator('carla', { absences: anna.absences }),
      readyCampaign('herfst', { leads: [{ organisation: POLICE, contact: anna.id }] }),
      sampleTask(),
    );
    const got = await play.runUntil('2027-03-12T12:00');
    expect(got.map(({ to, local }) => `${to} ${local}`)).toContain('anna 2027-03-09T08:30');
    expect(got.filter(({ to, nudges }) => to === 'anna' && nudges.length > 0)).toHaveLength(1);
  });

  it('a clock set back brings nothing twice, however far', async () => {
    const anna = samplePerson('anna', { contact: true, digest: NO_DIGEST });
    const play = await stage(
      { at: '2027-02-26T12:00', rules: only('task-overdue') },
      anna,
      readyCampaign('herfst', { leads: [{ organisation: POLICE, contact: anna.id }] }),
      sampleTask(),
    );
    await play.runUntil('2027-03-04T12:00');
    const before = play.got.length;
    for (const back of [
      '2027-03-04T08:20',
      '2027-03-04T08:30',
      '2027-03-02T10:00',
      '2027-03-04T08:31',
      '2027-02-25T09:00',
      '2027-03-05T09:00',
    ])
      await play.at(back);
    expect(play.got).toHaveLength(before);
  });

  it('goes to the stand-in of who is away, else a colleague, else the coordinators; not to who muted it', async () => {
    const away = [{ from: '2027-03-01', until: '2027-03-12' }];
    const someone = { digest: NO_DIGEST };
    const anna = samplePerson('anna', { ...someone, contact: true, absences: away, standIn: 'person/bob' });
    const who = async (...people: Person[]) => {
      const play = await stage(
        { at: '2027-02-26T12:00', rules: only('task-overdue') },
        anna,
        ...people,
        readyCampaign('herfst', { leads: [] }),
        sampleTask(),
      );
      await play.runUntil('2027-03-05T12:00');
      return play.brought('task-overdue').map((line) => line.split(' ')[1]);
    };
    const bob = samplePerson('bob', someone);
    const dirk = samplePerson('dirk', { ...someone, contact: true });
    const mutes = [{ kind: 'task-overdue' as const }];
    expect(await who(bob, dirk)).toEqual(['bob']);
    expect(await who({ ...bob, absences: away }, dirk)).toEqual(['dirk']);
    expect(await who({ ...bob, mutes }, dirk)).toEqual(['dirk']);
    expect(await who({ ...bob, mutes }, { ...dirk, mutes })).toEqual(['carla']);
    expect(await who({ ...bob, standIn: anna.id, absences: away })).toEqual(['carla']);
    expect(await who({ ...bob, active: false })).toEqual(['carla']);
  });
});
