import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../src/domain/records.ts';
import { actionsOf, wordsOf } from '../support/ask.ts';
import { messagesOf } from '../support/test-store.ts';
import {
  anna,
  only,
  PEOPLE,
  readyBeside,
  readyCampaign,
  sampleAction,
  samplePlan,
  sampleTask,
} from './records.ts';
import { type Stage, sampleCoordinator, stage } from './stage.ts';

/** Late tasks, a late action and a campaign that ended, all before anything is started. */
const backlog = (...more: AnyRecord[]): Promise<Stage> =>
  stage(
    { at: '2027-08-06T10:00', started: 'never' },
    ...PEOPLE,
    sampleCoordinator(),
    readyCampaign('herfst', { period: { start: '2027-06-01', end: '2027-06-10', zone: 'Europe/Amsterdam' } }),
    ...readyBeside(),
    ...Array.from({ length: 10 }, (_, index) => sampleTask(`t${index}`)),
    samplePlan(),
    sampleAction(1, { contacts: [anna.id] }),
    ...more,
  );

const start = async (play: Stage) => {
  await play.say('carla', 'proefdraai');
  expect(wordsOf(await play.say('carla', 'proefdraai begin'))).toMatch(/begonnen/);
};

describe('before the start', () => {
  it('shows what would be sent, keeps nothing of it, and sends nothing', async () => {
    const play = await backlog();
    const words = wordsOf(await play.say('carla', 'proefdraai'));
    expect(words).toMatch(/Ik stuur nog niets/);
    expect(words).toMatch(/Anna/);
    expect(words).toMatch(/Voorbeeld: aan Anna/);
    expect(await play.runUntil('2027-08-20T12:00')).toEqual([]);
    expect(await messagesOf(play.store).outbox.count({})).toBe(0);
  });

  it('cannot be ended by who did not look at the trial run', async () => {
    const play = await backlog();
    for (const word of ['begin', 'doe:begin'])
      expect(wordsOf(await play.say('carla', `proefdraai ${word}`))).toMatch(/Kijk eerst naar de proefdraai/);
    expect(await play.runUntil('2027-08-20T12:00')).toEqual([]);
  });

  it('cannot be ended when the look was too long ago', async () => {
    const play = await backlog();
    await play.say('carla', 'proefdraai');
    play.set('2027-08-14T10:00');
    expect(wordsOf(await play.say('carla', 'proefdraai begin'))).toMatch(/Kijk eerst/);
  });

  it('is the coordinators’ alone', async () => {
    const play = await backlog();
    for (const line of ['proefdraai', 'proefdraai begin', 'proefdraai pauze'])
      expect(wordsOf(await play.say('anna', line))).toMatch(/coördinator/);
    expect(wordsOf(await play.say('carla', 'proefdraai pauze'))).toMatch(/nog niets verstuurd/);
  });

  it('trying it out changes nothing but that it was seen', async () => {
    const play = await backlog();
    const first = await play.say('carla', 'proefdraai');
    expect(await play.say('carla', 'proefdraai')).toEqual(first);
    expect(actionsOf(first).map(({ label }) => label)).toContain('Beginnen met versturen');
  });

  it('sends nothing for the morning that had begun already', async () => {
    const play = await backlog();
    play.set('2027-08-09T10:00');
    await start(play);
    expect(await play.at('2027-08-09T10:01')).toEqual([]);
    expect((await play.runUntil('2027-08-12T12:00')).map(({ local }) => local.slice(0, 10))).toContain(
      '2027-08-12',
    );
  });
});

describe('what was late before the start', () => {
  it('is one whole list to settle for its lead, in the first message, and never again', async () => {
    const play = await backlog();
    await start(play);
    const [first, ...others] = await play
      .runUntil('2027-08-09T12:00')
      .then((got) => got.filter(({ to }) => to === 'anna'));
    expect(others).toEqual([]);
    expect(first?.text).toMatch(/Eén keer afhandelen/);
    const rules = Map.groupBy(first?.nudges ?? [], ({ rule }) => rule);
    expect(rules.get('settle')).toHaveLength(12);
    expect([...rules.keys()]).toEqual(['settle']);
    const later = await play.runUntil('2027-12-20T12:00');
    const late = later
      .flatMap(({ to, nudges }) => nudges.map(({ rule }) => `${to} ${rule}`))
      .filter((one) => /task|action|evaluation|settle/.test(one));
    expect(late).toEqual([]);
  });

  it('shows afterwards in the coordinator’s digest, until it is answered', async () => {
    const play = await backlog();
    await start(play);
    await play.runUntil('2027-08-09T12:00');
    const got = await play.runUntil('2027-08-16T12:00');
    const digest = got.findLast(({ to, kind }) => to === 'carla' && kind === 'digest');
    expect(digest?.text).toMatch(/Nog af te handelen van vroeger \(12\)/);
    expect(digest?.text).toMatch(/gevraagd aan Anna/);
    for (const nudge of play.got.filter(({ to }) => to === 'anna').flatMap(({ nudges }) => nudges))
      await play.answer('anna', nudge, nudge.subject.startsWith('action/') ? 'gaat-door' : 'vervalt');
    const after = (await play.runUntil('2027-08-23T12:00')).findLast(
      ({ to, kind }) => to === 'carla' && kind === 'digest',
    );
    expect(after?.text ?? '').not.toMatch(/af te handelen/);
  });

  it('what becomes late after the start is a reminder as always', async () => {
    const play = await backlog(sampleTask('nieuw', { due: { date: '2027-08-10' } }));
    await start(play);
    await play.runUntil('2027-08-12T12:00');
    expect(play.brought('task-overdue')).toEqual(['2027-08-12 anna 1']);
  });

  it('an inhaakmoment that is over is nobody’s to settle, nor a campaign of long ago', async () => {
    const old = { start: '2027-02-01', end: '2027-02-02', zone: 'Europe/Amsterdam' };
    const june = { start: '2027-06-01', end: '2027-06-02', zone: 'Europe/Amsterdam' };
    const play = await stage(
      { at: '2027-08-06T10:00', started: 'never' },
      ...PEOPLE,
      readyCampaign('oud', { period: old }),
      readyCampaign('moment', { type: 'inhaakmoment', period: june }),
      ...readyBeside('campaign/oud'),
      ...readyBeside('campaign/moment'),
    );
    await start(play);
    await play.runUntil('2027-08-20T12:00');
    expect(play.brought('settle')).toEqual([]);
  });
});

describe('once it runs', () => {
  it('the trial run shows what is still to come, not what was sent', async () => {
    const play = await backlog();
    await start(play);
    await play.runUntil('2027-08-12T12:00');
    const words = wordsOf(await play.say('carla', 'proefdraai weken:2'));
    expect(words).toMatch(/Ik stuur al/);
    expect(words).not.toMatch(/Voorbeeld: aan Anna/);
  });

  it('can be held and goes on; starting twice changes nothing', async () => {
    const play = await backlog();
    await start(play);
    const switchOf = async () => (await play.store.get('switch/sending'))!;
    const { startedAt } = await switchOf();
    play.set('2027-08-06T11:00');
    await play.say('carla', 'proefdraai pauze');
    expect(wordsOf(await play.say('carla', 'proefdraai'))).toMatch(/Alles staat stil/);
    expect(await play.runUntil('2027-08-20T12:00')).toEqual([]);
    await play.say('carla', 'proefdraai begin');
    expect(await switchOf()).toMatchObject({ startedAt });
    expect(await switchOf()).not.toHaveProperty('pausedAt');
    expect((await play.at('2027-08-20T12:05')).map(({ to }) => to)).toContain('anna');
  });
});

describe('a plan that ends', () => {
  const ending = () =>
    stage(
      { at: '2027-12-10T20:00', rules: only('action-due', 'action-overdue', 'action-pulse', 'settle') },
      ...PEOPLE,
      sampleCoordinator(),
      samplePlan(),
      sampleAction(1, { planning: { kind: 'quarters', quarters: ['2027-Q4'], yearStated: true } }),
      sampleAction(2, { planning: { kind: 'continuous', quarters: [], yearStated: true } }),
      sampleAction(3, { state: 'done' }),
    );

  it('leaves its open actions as one list to settle, once, and no reminders any more', async () => {
    const play = await ending();
    await play.runUntil('2027-12-31T12:00');
    const before = play.got.length;
    const later = await play.runUntil('2028-06-01T12:00');
    const asked = later.flatMap(({ to, local, nudges }) =>
      nudges.map(({ rule, subject }) => `${local.slice(0, 10)} ${to} ${rule} ${subject}`),
    );
    expect(asked.sort()).toEqual([
      '2028-01-03 anna settle action/ap27-1.01',
      '2028-01-03 anna settle action/ap27-1.02',
    ]);
    expect(before).toBeGreaterThan(0);
    expect(later.findLast(({ to }) => to === 'carla')?.text).toMatch(/Nog af te handelen van vroeger \(2\)/);
  });

  it('that is extended goes on reminding', async () => {
    const play = await ending();
    await play.change('plan/ap27', { extendedUntil: '2028-12-31' });
    await play.runUntil('2028-01-15T12:00');
    expect(play.brought('settle')).toEqual([]);
    expect(play.brought('action-overdue')).toEqual(['2028-01-03 anna 3']);
  });

  it('an action that goes on by the answer is not asked about again', async () => {
    const play = await ending();
    await play.runUntil('2028-01-03T12:00');
    const nudges = play.got.findLast(({ to }) => to === 'anna')?.nudges ?? [];
    for (const nudge of nudges) await play.answer('anna', nudge, 'gaat-door');
    expect(await play.store.get('action/ap27-1.02')).toMatchObject({ state: 'late' });
    const later = await play.runUntil('2028-04-01T12:00');
    expect(later.flatMap(({ nudges: all }) => all)).toEqual([]);
  });
});
