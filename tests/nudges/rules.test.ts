import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { SetupError } from '../../src/core/errors.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { contact } from '../../src/domain/contact/contact.ts';
import { correction } from '../../src/domain/correction/correction.ts';
import { TRIGGERS } from '../../src/domain/nudge/rule.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { form } from '../../src/domain/taxonomy/taxonomy.ts';
import { hasMessage } from '../../src/i18n/translate.ts';
import { readNudgeRules } from '../../src/import/read-nudge-rules.ts';
import type { Message } from '../../src/reply/reply.ts';
import { actionsOf, wordsOf } from '../support/ask.ts';
import { BANKS, POLICE, sampleOrganisation } from '../support/samples.ts';
import { RULES } from '../support/test-store.ts';
import {
  AUTUMN,
  anna,
  bob,
  chris,
  only,
  PEOPLE,
  readyBeside,
  readyCampaign,
  sampleAction,
  sampleHelpPoint,
  sampleParticipation,
  samplePlan,
  samplePractice,
  sampleSeries,
  sampleTask,
} from './records.ts';
import { NO_DIGEST, type Stage, samplePerson, stage } from './stage.ts';

/** Plays rules over days with nobody answering; gives what was brought to whoever is not a coordinator, unless asked for. */
async function play(
  rules: string | string[],
  [from, until]: readonly [string, string],
  ...records: AnyRecord[]
): Promise<Stage> {
  const on = await stage({ at: `${from}T20:00`, rules: only(...[rules].flat()) }, ...PEOPLE, ...records);
  await on.runUntil(`${until}T12:00`, ['08:30']);
  return on;
}

/** Only the first line: who leads, without who hears of it when they do not answer. */
const own = (on: Stage) =>
  on.brought(on.rules.rules[0]?.key).filter((line) => !/stand-in|coordinator-/.test(line));
const days = (start: string, end = start) => ({ start, end, zone: 'Europe/Amsterdam' });
const bare = (name: string, more: Partial<Campaign> = {}) => readyCampaign(name, { aim: undefined, ...more });

describe('preparation', () => {
  const year = ['2027-06-04', '2027-10-15'] as const;

  test.each([
    [
      'two days is small',
      days('2027-10-11', '2027-10-12'),
      undefined,
      ['2027-09-09 30', '2027-09-27 14', '2027-10-04 7', '2027-10-07 1'],
    ],
    [
      'a week is medium',
      days('2027-10-11', '2027-10-17'),
      undefined,
      ['2027-08-12 60', '2027-09-09 30', '2027-09-27 14', '2027-10-04 7', '2027-10-07 1'],
    ],
    [
      'three weeks is large',
      days('2027-10-11', '2027-10-31'),
      undefined,
      ['2027-07-12 90', '2027-08-12 60', '2027-09-09 30', '2027-09-27 14', '2027-10-04 7', '2027-10-07 1'],
    ],
    [
      'what was said goes before the length',
      days('2027-10-11', '2027-10-31'),
      'small',
      ['2027-09-09 30', '2027-09-27 14', '2027-10-04 7', '2027-10-07 1'],
    ],
  ] as const)('%s', async (_name, period, size, expected) => {
    const on = await play('preparation', year, bare('herfst', { period, size }), ...readyBeside());
    expect(own(on)).toEqual(expected.map((line) => line.replace(' ', ' anna ')));
  });

  it('says what is lacking, and stops when nothing is', async () => {
    const on = await play('preparation', ['2027-08-06', '2027-08-12'], bare('herfst'), ...readyBeside());
    expect(on.got[0]?.text).toMatch(/Er ontbreekt nog: (het )?doel/);
    await on.change(AUTUMN, { aim: 'Minder schade' });
    expect(await on.runUntil('2027-10-15T12:00')).toEqual([]);
  });

  it('never asks about an inhaakmoment, a proposal, what is cancelled, or what is ready', async () => {
    const on = await play(
      'preparation',
      year,
      bare('moment', { type: 'inhaakmoment' }),
      bare('voorstel', { progress: 'proposed' }),
      bare('af', { progress: 'cancelled' }),
      readyCampaign('klaar'),
      ...readyBeside('campaign/klaar'),
    );
    expect(on.brought()).toEqual([]);
  });

  it('asks the coordinators when nobody leads it or the lead has nobody', async () => {
    const on = await play(
      'preparation',
      ['2027-10-01', '2027-10-04'],
      bare('herfst', { leads: [] }),
      bare('twee', { leads: [{ organisation: 'organisation/leeg' }] }),
      sampleOrganisation('organisation/leeg'),
    );
    expect(own(on)).toEqual(['2027-10-04 carla 7', '2027-10-04 carla 7']);
  });
});

describe('dates', () => {
  it('that are open are asked from nine months before, ever more often, until it begins', async () => {
    const on = await play(
      'date-open',
      ['2027-01-08', '2027-10-20'],
      readyCampaign('herfst', { dateState: 'provisional' }),
    );
    expect(own(on).map((line) => line.split(' ').at(-1))).toEqual([
      '270',
      '180',
      '120',
      '90',
      '60',
      '45',
      '30',
      '14',
    ]);
    expect(own(on).at(0)?.slice(0, 10)).toBe('2027-01-14');
  });

  it('that are not known are counted from the first expected month', async () => {
    const expected = { period: null, dateState: 'unknown' as const, expectedMonths: ['2027-10', '2027-11'] };
    const on = await play('date-open', ['2027-08-06', '2027-09-06'], readyCampaign('herfst', expected));
    expect(own(on)).toEqual(['2027-08-09 anna 60', '2027-08-16 anna 45', '2027-08-30 anna 30']);
  });

  it('of a confirmed campaign and of an inhaakmoment are nobody’s question', async () => {
    const on = await play(
      'date-open',
      ['2027-01-08', '2027-10-20'],
      readyCampaign('herfst'),
      readyCampaign('moment', { type: 'inhaakmoment', dateState: 'provisional' }),
    );
    expect(on.brought()).toEqual([]);
  });

  it('of a series without a next edition are asked of who leads it, not when there is one', async () => {
    const on = await play('series-gap', ['2027-06-25', '2027-07-08'], sampleSeries());
    const labels = actionsOf(on.got[0]?.message as Message).map(({ command }) => command);
    expect(labels).toContain('terugblik');
    expect(own(on)).toEqual(['2027-06-28 anna 120', '2027-07-01 anna 90']);
    await on.put(readyCampaign('week', { series: 'series/week' }));
    expect(await on.runUntil('2027-10-20T12:00', ['08:30'])).toEqual([]);
    const moment = await play(
      'series-gap',
      ['2027-06-25', '2027-09-20'],
      sampleSeries({ type: 'inhaakmoment' }),
    );
    expect(moment.brought()).toEqual([]);
  });
});

describe('hook', () => {
  const friday = readyCampaign('vrijdag', {
    type: 'inhaakmoment',
    leads: [],
    period: days('2027-11-26'),
    forms: ['form/phishing'],
  });
  const led = (name: string, more: Partial<Campaign> = {}) =>
    readyCampaign(name, { forms: ['form/phishing'], ...more });

  it('comes once, in time, to everyone who leads something for the same people and forms', async () => {
    const on = await play(
      'hook',
      ['2027-09-03', '2027-11-30'],
      friday,
      led('een'),
      led('twee'),
      led('drie', { leads: [{ organisation: BANKS }] }),
    );
    expect(on.brought('hook').toSorted()).toEqual(['2027-10-11 anna 45', '2027-10-11 chris 45']);
  });

  it('one who read it does not keep it from another', async () => {
    const on = await stage(
      { at: '2027-10-08T20:00', rules: only('hook') },
      ...PEOPLE,
      { ...chris, zone: 'America/New_York' },
      friday,
      led('een'),
      led('drie', { leads: [{ organisation: BANKS }] }),
    );
    await on.at('2027-10-11T08:30');
    await on.answer('anna', on.last('anna'), 'klaar');
    await on.at('2027-10-11T15:00');
    expect(on.brought('hook')).toEqual(['2027-10-11 anna 45', '2027-10-11 chris 45']);
  });

  it('does not come for other people, other forms or a moment that is very near', async () => {
    const other = await play(
      'hook',
      ['2027-09-03', '2027-11-30'],
      friday,
      led('een', { audiences: [], forms: [], topics: [] }),
    );
    expect(other.brought()).toEqual([]);
    const late = await play('hook', ['2027-11-12', '2027-11-30'], friday, led('een'));
    expect(late.brought()).toEqual([]);
  });
});

describe('tasks', () => {
  it('are asked a week and a day before, of their owners: people, or an organisation’s contacts', async () => {
    const on = await play(
      'task-due',
      ['2027-02-12', '2027-03-10'],
      readyCampaign(),
      sampleTask('stand', { owners: [bob.id, BANKS] }),
    );
    expect(own(on).toSorted()).toEqual([
      '2027-02-22 bob 7',
      '2027-02-22 chris 7',
      '2027-02-25 bob 1',
      '2027-02-25 chris 1',
    ]);
  });

  it('move with their campaign, and go with it when it is cancelled', async () => {
    const on = await stage(
      { at: '2027-09-03T20:00', rules: only('task-due') },
      ...PEOPLE,
      readyCampaign(),
      sampleTask('stand', { due: { anchor: 'start', days: -20 } }),
    );
    await on.change(AUTUMN, { period: days('2027-11-08', '2027-11-10') });
    await on.runUntil('2027-10-12T12:00', ['08:30']);
    expect(own(on)).toEqual(['2027-10-11 anna 7']);
    await on.change(AUTUMN, { progress: 'cancelled' });
    expect(await on.runUntil('2027-12-01T12:00', ['08:30'])).toEqual([]);
  });
});

describe('invitations', () => {
  it('are asked again after one and three weeks, of the contact, until there is an answer or it begins', async () => {
    const invited = sampleParticipation(AUTUMN, BANKS, { invitedAt: '2027-08-02T09:00:00Z' });
    const on = await play('invitation', ['2027-07-30', '2027-09-10'], readyCampaign(), invited);
    expect(on.brought('invitation').toSorted()).toEqual([
      '2027-08-09 chris 7',
      '2027-08-23 anna 7 stand-in-2027-08-09',
      '2027-08-23 chris 21',
      '2027-09-06 carla 7 coordinator-2027-08-09',
    ]);
    const joins = await stage(
      { at: '2027-08-06T20:00', rules: only('invitation') },
      ...PEOPLE,
      readyCampaign(),
      invited,
    );
    await joins.runUntil('2027-08-09T12:00');
    const button = actionsOf(joins.got[0]!.message).find(({ command }) => command === 'meedoen');
    await joins.press('chris', button!);
    expect(await joins.runUntil('2027-10-01T12:00')).toEqual([]);
  });
});

describe('overlap', () => {
  const one = (more: Partial<Campaign> = {}) =>
    readyCampaign('een', { approvedAt: '2027-03-01T10:00:00Z', ...more });
  const two = (more: Partial<Campaign> = {}) =>
    readyCampaign('twee', { approvedAt: '2027-08-03T10:00:00Z', leads: [{ organisation: BANKS }], ...more });

  it('is told once to the leads of both, about their own, with quieter weeks', async () => {
    const on = await play('overlap', ['2027-07-30', '2027-10-20'], one(), two());
    expect(on.got.map(({ to, nudges }) => [to, nudges[0]?.subject, nudges[0]?.other]).toSorted()).toEqual([
      ['anna', 'campaign/een', 'campaign/twee'],
      ['chris', 'campaign/twee', 'campaign/een'],
    ]);
    for (const { text, local } of on.got) {
      expect(text).toMatch(/valt samen met/);
      expect(text).toMatch(/Rustiger is: .*(of|,)/);
      expect(local.slice(0, 10)).toBe('2027-08-05');
    }
  });

  it('that was there before the start is not told, nor with an inhaakmoment, nor for other people', async () => {
    const on = await stage(
      { at: '2027-07-30T20:00', started: '2027-08-04T09:00', rules: only('overlap') },
      ...PEOPLE,
      one(),
      two(),
    );
    await on.runUntil('2027-10-20T12:00', ['08:30']);
    expect(on.brought()).toEqual([]);
    const apart = await play(
      'overlap',
      ['2027-07-30', '2027-10-20'],
      one(),
      two({ audiences: [], forms: [] }),
      readyCampaign('moment', { type: 'inhaakmoment', approvedAt: '2027-08-03T10:00:00Z', leads: [] }),
    );
    expect(apart.brought()).toEqual([]);
  });

  it('is told again when one of them is moved into it anew', async () => {
    const on = await play('overlap', ['2027-07-30', '2027-08-06'], one(), two());
    await on.runUntil('2027-08-10T10:00', ['08:30']);
    await on.say('chris', 'verzet twee periode:"13 oktober 2027" --akkoord');
    await on.runUntil('2027-08-13T12:00', ['08:30']);
    expect(
      on
        .brought('overlap')
        .slice(2)
        .map((line) => line.slice(0, 16))
        .sort(),
    ).toEqual(['2027-08-12 anna ', '2027-08-12 chris']);
  });
});

describe('moved and cancelled', () => {
  it('come to everyone who joined or may and to the other leads; not to who did it, was invited or declined', async () => {
    const people = ['joins', 'maybe', 'invited', 'declines'].map((answer) => {
      const organisation = sampleOrganisation(`organisation/${answer}`);
      const person = samplePerson(`van-${answer}`, {
        organisation: organisation.id,
        contact: true,
        digest: NO_DIGEST,
      });
      const said = sampleParticipation(AUTUMN, organisation.id, {
        answer: answer as 'joins',
        answeredAt: '2027-08-02T09:00:00Z',
      });
      return [organisation, person, said];
    });
    const leads = [{ organisation: POLICE, contact: anna.id }, { organisation: BANKS }];
    const on = await stage(
      { at: '2027-08-13T20:00', rules: only('moved', 'cancelled') },
      ...PEOPLE,
      readyCampaign('herfst', { leads }),
      ...people.flat(),
    );
    on.set('2027-08-17T10:00');
    await on.say('anna', 'verzet herfst periode:"1 t/m 7 november 2027" --akkoord');
    await on.runUntil('2027-08-23T12:00', ['08:30']);
    const told = on.got.map(({ to, title }) => `${to} ${title.split(':')[0]}`).sort();
    expect(told).toEqual(['chris Verzet', 'van-joins Verzet', 'van-maybe Verzet']);
    on.set('2027-08-24T10:00');
    await on.say('chris', 'vervalt herfst reden:"Te druk" --akkoord');
    await on.runUntil('2027-09-30T12:00', ['08:30']);
    const cancelled = on.got
      .slice(3)
      .map(({ to, title }) => `${to} ${title.split(':')[0]}`)
      .sort();
    expect(cancelled).toEqual([
      'anna Gaat niet door',
      'van-joins Gaat niet door',
      'van-maybe Gaat niet door',
    ]);
    expect(on.got.at(-1)?.text).toMatch(/gaat niet door: Te druk/);
  });
});

describe('evaluation', () => {
  it('is asked one, three and six weeks after the end, not of an inhaakmoment or what was cancelled', async () => {
    const over = days('2027-03-01', '2027-03-05');
    const on = await play(
      'evaluation',
      ['2027-03-05', '2027-07-01'],
      readyCampaign('herfst', { period: over }),
      readyCampaign('moment', { type: 'inhaakmoment', period: over }),
      readyCampaign('af', { progress: 'cancelled', period: over }),
    );
    expect(on.brought('evaluation').toSorted()).toEqual([
      '2027-03-15 anna 7',
      '2027-03-30 anna 21',
      '2027-04-05 bob 7 stand-in-2027-03-15',
      '2027-04-19 anna 42',
      '2027-04-26 carla 7 coordinator-2027-03-15',
    ]);
  });

  it('opens its form in one press, and goes on only to the leads that have said nothing yet', async () => {
    const over = days('2027-03-01', '2027-03-05');
    const leads = [
      { organisation: POLICE, contact: anna.id },
      { organisation: BANKS, contact: chris.id },
    ];
    const on = await play(
      'evaluation',
      ['2027-03-05', '2027-03-16'],
      readyCampaign('herfst', { period: over, leads }),
    );
    const form = actionsOf(on.got[0]?.message as Message).find(({ command }) => command === 'evaluatie');
    expect(form).toMatchObject({ args: { campagne: AUTUMN }, opensForm: true });
    await on.say('anna', `evaluatie ${AUTUMN} bereikt:"veel mensen" opnieuw:zo-weer`);
    expect(wordsOf(await on.say('anna', 'herinneringen'))).toMatch(/Er wacht niets/);
    await on.runUntil('2027-05-01T12:00', ['08:30']);
    expect(on.brought('evaluation').filter((line) => line.includes('anna'))).toEqual(['2027-03-15 anna 7']);
    expect(on.brought('evaluation')).toContain('2027-03-30 chris 21');
  });
});

describe('what is known before a campaign', () => {
  it('comes with the reminder to prepare it: what fits, what to beware of, what an earlier one taught', async () => {
    const about = { forms: ['form/phishing' as const] };
    const practiceOf = (key: string, evidence: 'A' | 'X') =>
      samplePractice({ id: `practice/${key.toLowerCase()}`, key, evidence: [evidence], ...about });
    const on = await stage(
      { at: '2027-09-01T20:00', rules: only('preparation') },
      ...PEOPLE,
      form.parse({ id: 'form/phishing', name: { nl: 'Phishing', en: 'Phishing' } }),
      practiceOf('BP-91', 'A'),
      practiceOf('BP-92', 'X'),
      readyCampaign('lente', { period: days('2027-03-01', '2027-03-05'), ...about }),
      bare('herfst', about),
    );
    await on.say(
      'anna',
      'evaluatie campaign/lente bereikt:"veel" les:"Begin met de bibliotheek" opnieuw:anders',
    );
    const [message] = await on.runUntil('2027-09-30T12:00', ['08:30']);
    expect(message?.text).toMatch(/Past erbij: BP-91/);
    expect(message?.text).toMatch(/Let op, dit werkte niet: BP-92/);
    expect(message?.text).toMatch(/Geleerd bij .*: Begin met de bibliotheek/);
  });
});

describe('actions of the plan', () => {
  it('are asked before the end of each planned quarter, and after the last', async () => {
    const action = sampleAction(1, {
      planning: { kind: 'quarters', quarters: ['2027-Q1', '2027-Q3'], yearStated: true },
    });
    const on = await play(
      ['action-due', 'action-overdue'],
      ['2027-01-01', '2027-12-31'],
      samplePlan(),
      action,
    );
    expect(own(on)).toEqual([
      '2027-03-01 anna 30',
      '2027-03-15 anna 14',
      '2027-03-30 anna 1',
      '2027-08-30 anna 30',
      '2027-09-16 anna 14',
      '2027-09-27 anna 1',
    ]);
    const late = on.brought('action-overdue').filter((line) => line.includes('anna'));
    expect(late).toEqual([
      '2027-10-04 anna 3',
      '2027-10-18 anna 3 again-1',
      '2027-11-01 anna 30',
      '2027-11-15 anna 30 again-1',
      '2027-12-30 anna 90',
    ]);
  });

  it('that are continuous are asked once a quarter whether they go on as meant, unless that was said', async () => {
    const action = sampleAction(1, { planning: { kind: 'continuous', quarters: [], yearStated: true } });
    const on = await play('action-pulse', ['2027-01-01', '2027-04-30'], samplePlan(), action);
    expect(own(on)).toEqual(['2027-03-08 anna 21']);
    on.set('2027-05-10T10:00');
    await on.say('anna', 'voortgang AP27-1.01 stand:op-schema');
    await on.runUntil('2027-07-01T12:00', ['08:30']);
    expect(own(on)).toHaveLength(1);
    await on.runUntil('2027-10-01T12:00', ['08:30']);
    expect(own(on)).toEqual(['2027-03-08 anna 21', '2027-09-09 anna 21']);
  });

  it('of a plan that does not run yet, or that are done or dropped, are not asked about', async () => {
    const on = await play(
      ['action-due', 'action-overdue', 'action-pulse'],
      ['2026-06-05', '2026-12-30'],
      samplePlan(),
      sampleAction(1, { planning: { kind: 'quarters', quarters: ['2026-Q3'], yearStated: true } }),
    );
    expect(on.brought()).toEqual([]);
    const done = await play(
      ['action-due', 'action-overdue', 'action-pulse'],
      ['2027-01-08', '2027-12-30'],
      samplePlan(),
      sampleAction(1, { state: 'done' }),
      sampleAction(2, { state: 'dropped' }),
    );
    expect(done.brought()).toEqual([]);
  });

  it('go to the contacts of the action before those of the lead, and without a lead to the coordinators', async () => {
    const q = { planning: { kind: 'quarters' as const, quarters: ['2027-Q1'], yearStated: true } };
    const on = await play(
      'action-due',
      ['2027-02-26', '2027-03-01'],
      samplePlan(),
      sampleAction(1, { ...q, contacts: [bob.id] }),
      sampleAction(2, { ...q, leads: [{ text: 'Iedereen' }] }),
    );
    expect(own(on).toSorted()).toEqual(['2027-03-01 bob 30', '2027-03-01 carla 30']);
  });
});

describe('upkeep, for the coordinators', () => {
  it('a proposal that waits: after a day, one, two and four weeks, until it is approved', async () => {
    const proposed = readyCampaign('herfst', { progress: 'proposed', proposedAt: '2027-03-01T09:00:00Z' });
    const on = await play('proposal', ['2027-02-26', '2027-05-01'], proposed);
    expect(on.brought('proposal')).toEqual([
      '2027-03-04 carla 1',
      '2027-03-08 carla 7',
      '2027-03-15 carla 14',
      '2027-03-30 carla 28',
    ]);
    const again = await stage({ at: '2027-02-26T20:00', rules: only('proposal') }, ...PEOPLE, proposed);
    await again.runUntil('2027-03-04T12:00');
    await again.say('carla', 'goedkeuren herfst');
    expect(await again.runUntil('2027-05-01T12:00')).toEqual([]);
  });

  it('a practice after a year, a help point after half a year', async () => {
    const on = await play(
      ['practice-review', 'help-point-check'],
      ['2027-02-26', '2027-05-10'],
      samplePractice(),
      sampleHelpPoint(),
      samplePractice({ id: 'practice/weg', key: 'BP-91', state: 'withdrawn' }),
    );
    expect(on.brought()).toEqual([
      '2027-03-01 carla help-point-check 0',
      '2027-03-01 carla practice-review 0',
      '2027-04-01 carla help-point-check 30',
      '2027-05-03 carla practice-review 60',
    ]);
  });

  it('a help point that is reported as outdated: one question however many report it, with one press to settle it', async () => {
    const reported = (id: string, at: string) =>
      correction.parse({
        id: `correction/${id}`,
        about: 'helppoint/loket',
        text: 'Oud',
        organisation: BANKS,
        at,
      });
    const play = await stage(
      { at: '2027-02-26T20:00', rules: only('outdated') },
      ...PEOPLE,
      sampleHelpPoint(),
      reported('a', '2027-02-20T10:00:00Z'),
      reported('b', '2027-02-22T10:00:00Z'),
      reported('c', '2027-03-02T09:00:00Z'),
    );
    await play.runUntil('2027-03-02T12:00');
    expect(play.brought()).toEqual(['2027-03-01 carla outdated 0@correction/a']);
    await play.answer('carla', play.got[0]!.nudges[0]!, 'klaar');
    expect(await play.store.get('correction/b')).toMatchObject({ doneBy: 'person/carla' });
    expect(await play.store.get('helppoint/loket')).toMatchObject({ checkedOn: '2027-03-02' });
    // Reported after the message: nobody has read it, so it is asked apart.
    expect((await play.store.get('correction/c'))?.doneAt).toBeUndefined();
    await play.runUntil('2027-04-20T12:00');
    expect(play.brought().filter((one) => one.endsWith('correction/c')).length).toBeGreaterThan(0);
    expect(play.brought().filter((one) => one.endsWith('correction/a'))).toHaveLength(1);
  });

  it('a contact for a fraud form two weeks before it expires, once, to its own organisation', async () => {
    const on = await play(
      'contact-expires',
      ['2027-02-26', '2027-05-01'],
      contact.parse({
        id: 'contact/meldkamer',
        organisation: POLICE,
        owner: POLICE,
        role: 'Meldkamer',
        reach: 'bel',
        validUntil: '2027-04-01',
      }),
    );
    expect(on.brought()).toEqual(['2027-03-18 anna contact-expires 14']);
  });

  it('an organisation that leads something to come and has nobody, once a quarter and once more', async () => {
    const empty = sampleOrganisation('organisation/leeg');
    const on = await play(
      'no-contact',
      ['2027-06-25', '2027-09-01'],
      empty,
      readyCampaign('herfst', { leads: [{ organisation: empty.id }] }),
    );
    expect(on.brought('no-contact')).toEqual([
      '2027-06-28 carla 45',
      '2027-07-01 carla 0',
      '2027-08-16 carla 45',
    ]);
    const reached = await play(
      'no-contact',
      ['2027-06-25', '2027-09-01'],
      empty,
      samplePerson('els', { organisation: empty.id }),
      readyCampaign('herfst', { leads: [{ organisation: empty.id, contact: 'person/els' }] }),
    );
    expect(reached.brought()).toEqual([]);
  });

  it('the newsletter, three weeks before the end of the quarter', async () => {
    const on = await play('newsletter', ['2027-01-08', '2027-12-31'], samplePlan());
    expect(on.brought('newsletter')).toEqual([
      '2027-03-08 carla 21',
      '2027-06-07 carla 21',
      '2027-09-09 carla 21',
      '2027-12-09 carla 21',
    ]);
  });
});

describe('the rules file', () => {
  const GOOD = `most: 8
rules:
  - key: een
    trigger: hook
    leadTimes: { before: [ 45 ] }
    to: leads
    text: hook
    buttons: [ show ]
    expires: 0
    urgency: 3
`;
  const read = (text: string, hasText = hasMessage) => {
    const folder = mkdtempSync(join(tmpdir(), 'campagneregie-'));
    writeFileSync(join(folder, 'nudge-rules.yaml'), text);
    return () => readNudgeRules(folder, hasText);
  };

  it('has a rule for every trigger, a text for every rule in both tongues, and its own number of days', () => {
    expect(new Set(RULES.rules.map(({ trigger }) => trigger))).toEqual(new Set(TRIGGERS));
    expect(RULES.rules.filter(({ text }) => !hasMessage(`nudge.${text}`))).toEqual([]);
    expect(read(GOOD)().rules).toHaveLength(1);
  });

  test.each([
    [
      'an unknown trigger',
      GOOD.replace('trigger: hook', 'trigger: whenever'),
      /nudge-rules\.yaml:4.*trigger/,
    ],
    [
      'recipients that the trigger does not find',
      GOOD.replace('to: leads', 'to: owners'),
      /nudge-rules\.yaml:\d+.*to: this trigger finds nobody of that kind/,
    ],
    [
      'a text that is not there',
      GOOD.replace('text: hook', 'text: geen-tekst'),
      /nudge-rules\.yaml:7.*nudge\.geen-tekst.*both languages/,
    ],
    [
      'a key that is used twice',
      GOOD + GOOD.slice(GOOD.indexOf('  - key')),
      /nudge-rules\.yaml:\d+.*a key is used twice/,
    ],
    ['negative days', GOOD.replace('45', '-3'), /nudge-rules\.yaml:5/],
    ['days that are no number', GOOD.replace('45', 'lang'), /nudge-rules\.yaml:5/],
    ['an unknown button', GOOD.replace('[ show ]', '[ explode ]'), /nudge-rules\.yaml:8.*buttons/],
    [
      'four buttons',
      GOOD.replace('[ show ]', '[ show, done, late, snooze ]'),
      /nudge-rules\.yaml:8.*buttons/,
    ],
    ['no days at all', GOOD.replace('[ 45 ]', '[ ]'), /nudge-rules\.yaml:5/],
    ['an unknown field', `${GOOD}    colour: red\n`, /nudge-rules\.yaml:\d+.*colour/],
    ['no rules', 'most: 8\nrules: []\n', /nudge-rules\.yaml:2/],
    ['broken YAML', 'most: [8\n', /nudge-rules\.yaml:\d/],
    ['an empty file', '', /nudge-rules\.yaml/],
  ])('says where %s is', (_name, text, told) => {
    const attempt = read(text);
    expect(attempt).toThrow(SetupError);
    expect(attempt).toThrow(told);
  });

  it('tells all mistakes at once, and that a missing file must come back', () => {
    const attempt = read(GOOD.replace('trigger: hook', 'trigger: x').replace('urgency: 3', 'urgency: 9'));
    expect(attempt).toThrow(/:4[\s\S]*:10/);
    expect(() => readNudgeRules(mkdtempSync(join(tmpdir(), 'campagneregie-')), hasMessage)).toThrow(
      /cannot be read\. Put it back/,
    );
  });
});
