import { beforeAll, describe, expect, it } from 'vitest';
import { HOME_ZONE } from '../../src/core/clock.ts';
import type { Nudge } from '../../src/domain/nudge/nudge.ts';
import { SENDING, sendingSwitch } from '../../src/domain/nudge/switch.ts';
import { type Asked, askedBy, askedNow, stillAsked } from '../../src/domain/nudge/waiting.ts';
import { worldAround } from '../../src/domain/nudge/world-around.ts';
import { participation } from '../../src/domain/participation/participation.ts';
import type { Store } from '../../src/domain/ports.ts';
import { task } from '../../src/domain/task/task.ts';
import { seededStore } from '../support/ask.ts';
import { POLICE, sampleCampaign, sampleOrganisation } from '../support/samples.ts';
import { put, RULES } from '../support/test-store.ts';

const MOST_EACH = 6;
const MOMENTS = [
  '2026-12-14T08:00:00Z',
  '2027-02-16T08:00:00Z',
  '2027-09-20T08:00:00Z',
  '2031-03-06T08:00:00Z',
];

let store: Store;
beforeAll(async () => {
  store = await seededStore();
  const led = { leads: [{ organisation: POLICE }], forms: ['form/phishing' as const], owner: POLICE };
  const audiences = ['audience/senioren' as const];
  await put(
    store,
    sendingSwitch.parse({ id: SENDING, startedAt: '2026-11-24T09:00:00Z' }),
    ...['2027-03-01', '2027-10-11'].flatMap((start, index) => [
      sampleCampaign(`a${index}`, {
        ...led,
        audiences,
        period: { start, end: start, zone: HOME_ZONE },
        dateState: 'confirmed',
      }),
      sampleCampaign(`b${index}`, {
        ...led,
        audiences,
        period: { start, end: start, zone: HOME_ZONE },
        dateState: 'confirmed',
        proposedAt: `${start.slice(0, 5)}0${index === 0 ? 2 : 9}-15T10:00:00Z`,
      }),
      task.parse({
        id: `task/t${index}`,
        campaign: `campaign/a${index}`,
        title: 'Stand boeken',
        due: { anchor: 'start', days: -7 },
        owners: [POLICE],
        visibility: 'partners',
      }),
      participation.parse({
        id: `participation/a${index}~nvb`,
        campaign: `campaign/a${index}`,
        organisation: 'organisation/nvb',
        answer: 'invited',
        invitedAt: '2027-01-10T10:00:00Z',
        visibility: 'partners',
      }),
    ]),
    sampleOrganisation('organisation/niemand'),
    sampleCampaign('c', { leads: [{ organisation: 'organisation/niemand' }] }),
    sampleCampaign('voorstel', { ...led, progress: 'proposed', proposedAt: '2027-02-01T10:00:00Z' }),
  );
});

/** Reminders as they would have been brought of what is asked, a few of each rule. */
function reminders({ matters }: Asked): Nudge[] {
  const byRule = Map.groupBy(matters.values(), ({ rule }) => rule.key);
  return [...byRule.values()].flatMap((list) =>
    list
      .filter(({ each }) => !each)
      .slice(0, MOST_EACH)
      .flatMap(({ rule, subject, due, other, first, second }) =>
        [...new Set([...first.slice(0, 1), ...second.slice(0, 1), 'person/lezer-demo' as const])].map(
          (recipient): Nudge => ({
            id: `${rule.key}${recipient}`,
            recipient,
            subject,
            rule: rule.key,
            step: '1',
            due,
            other,
            state: 'sent',
            createdAt: due,
            delivery: undefined,
            sentAt: undefined,
            answer: undefined,
          }),
        ),
      ),
  );
}

describe('the world around a reminder', () => {
  it('still asks just what the whole world asks, whatever the rule', async () => {
    const rules = new Set<string>();
    for (const moment of MOMENTS) {
      const at = Temporal.Instant.from(moment);
      const whole = await askedNow(store, RULES, at);
      for (const nudge of reminders(whole)) {
        const about = [nudge.subject, ...(nudge.other ? [nudge.other] : [])];
        const small = askedBy(await worldAround(store, at, about), RULES, at);
        const what = `${moment} ${nudge.rule} ${nudge.subject} ${nudge.recipient}`;
        expect(stillAsked(small, nudge), what).toBe(stillAsked(whole, nudge));
        const past = { ...nudge, due: '2020-01-01' };
        expect(stillAsked(small, past), what).toBe(stillAsked(whole, past));
        if (stillAsked(whole, nudge)) rules.add(nudge.rule);
      }
    }
    expect([...rules].sort()).toEqual(
      expect.arrayContaining(['series-gap', 'overlap', 'task-due', 'no-contact']),
    );
    expect(rules.size).toBeGreaterThan(10);
  });

  it('asks nothing of a record that is gone', async () => {
    const at = Temporal.Instant.from('2027-02-16T08:00:00Z');
    const small = askedBy(await worldAround(store, at, ['campaign/gone']), RULES, at);
    const about = [...small.matters.values()].filter(({ subject }) => subject.startsWith('campaign/'));
    expect(about).toEqual([]);
  });
});
