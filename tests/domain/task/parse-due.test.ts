import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/core/errors.ts';
import { parseDue } from '../../../src/domain/task/parse-due.ts';
import { task } from '../../../src/domain/task/task.ts';
import { taskDate } from '../../../src/domain/task/task-date.ts';
import { sampleCampaign } from '../../support/samples.ts';

const today = Temporal.PlainDate.from('2026-11-23');

describe('when a task is due', () => {
  it.each([
    ['60 dagen voor begin', { anchor: 'start', days: -60 }],
    ['2 weken na einde', { anchor: 'end', days: 14 }],
    ['1 maand voor', { anchor: 'start', days: -30 }],
    ['7 days after the end', { anchor: 'end', days: 7 }],
    ['3 dagen na het begin', { anchor: 'start', days: 3 }],
    ['-60', { anchor: 'start', days: -60 }],
    ['1 maart 2027', { date: '2027-03-01' }],
  ])('reads "%s"', (text, expected) => {
    expect(parseDue(text, today)).toEqual(expected);
  });

  it('refuses everything else with a sentence, and never fails otherwise', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        try {
          const due = parseDue(text, today);
          expect('date' in due ? due.date : due.days).toBeDefined();
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
    );
  });

  it('follows the campaign, and waits while it has no date', () => {
    const one = task.parse({
      id: 'task/t',
      campaign: 'campaign/a',
      title: 'x',
      due: { anchor: 'end', days: 7 },
    });
    expect(taskDate(one, sampleCampaign('a'))).toBe('2027-10-24');
    expect(taskDate(one, sampleCampaign('a', { period: null, dateState: 'unknown' }))).toBeUndefined();
  });
});
