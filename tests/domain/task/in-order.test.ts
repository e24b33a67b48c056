import { expect, test } from 'vitest';
import { HOME_ZONE } from '../../../src/core/clock.ts';
import { inOrder } from '../../../src/domain/task/in-order.ts';
import { sampleTask } from '../../nudges/records.ts';
import { sampleCampaign } from '../../support/samples.ts';

test('tasks stand by the day they are due, then what waits for a date, and last what is done', () => {
  const period = { start: '2027-05-10', end: '2027-05-16', zone: HOME_ZONE };
  const tasks = [
    sampleTask('later', { title: 'Later', due: { date: '2027-05-01' } }),
    sampleTask('af', { title: 'Af', due: { date: '2027-01-01' }, done: true }),
    sampleTask('begin', { title: 'Begin', due: { anchor: 'start', days: -30 } }),
    sampleTask('alfa', { title: 'Alfa', due: { date: '2027-05-01' } }),
  ];
  const titles = (campaign: ReturnType<typeof sampleCampaign>) =>
    inOrder(tasks, campaign).map(({ title }) => title);
  expect(titles(sampleCampaign('een', { period }))).toEqual(['Begin', 'Alfa', 'Later', 'Af']);
  expect(titles(sampleCampaign('twee', { period: null }))).toEqual(['Alfa', 'Later', 'Begin', 'Af']);
});
