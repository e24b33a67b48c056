import { describe, expect, test } from 'vitest';
import { type Action, action, type Plan, plan } from '../../src/domain/plan/plan.ts';
import { actionEntries, campaignEntry } from '../../src/feeds/feed-entry.ts';
import { POLICE, phishing, sampleCampaign, seniors } from '../support/samples.ts';
import { context } from './sample-feed.ts';

describe('a campaign in a feed', () => {
  test('shows who it is for, about what, by which organisations, and where to read on', () => {
    const campaign = sampleCampaign('week-2027', {
      dateState: 'confirmed',
      message: 'Hang op en bel zelf terug.',
      audiences: [seniors.id],
      forms: [phishing.id],
      leads: [{ organisation: POLICE, contact: 'person/anna', standIn: 'person/bram' }],
      regions: ['region/utrecht'],
      places: ['Zeist'],
      website: 'https://week.example',
      note: 'Alleen voor ons',
      aim: 'Minder slachtoffers',
    });
    expect(campaignEntry(campaign, context)).toEqual({
      uid: 'week-2027@campagneregie',
      kind: 'campaign',
      title: 'Campagne week-2027',
      description: [
        'Hang op en bel zelf terug.',
        'Doelgroepen: SENIOREN',
        'Fraudevormen: PHISHING',
        'Trekkers: POLITIE',
        'Website: https://week.example',
      ].join('\n'),
      period: { start: '2027-10-11', end: '2027-10-17', zone: 'Europe/Amsterdam' },
      status: 'CONFIRMED',
      categories: ['SENIOREN', 'PHISHING'],
      url: 'https://campagneregie.example/campaign/week-2027',
      location: 'UTRECHT, Zeist',
    });
  });

  test('never names a person', () => {
    const campaign = sampleCampaign('x', {
      leads: [{ organisation: POLICE, contact: 'person/anna', standIn: 'person/bram' }],
      proposedBy: 'person/chris',
      approvedBy: 'person/dina',
    });
    expect(JSON.stringify(campaignEntry(campaign, context))).not.toMatch(/anna|bram|chris|dina/i);
  });

  test.each([
    ['confirmed', 'CONFIRMED', 'Campagne x'],
    ['provisional', 'TENTATIVE', 'Campagne x (provisional)'],
    ['uncertain', 'TENTATIVE', 'Campagne x (uncertain)'],
  ] as const)('with a %s date has status %s, and its title says so', (dateState, status, title) => {
    expect(campaignEntry(sampleCampaign('x', { dateState }), context)).toMatchObject({ status, title });
  });

  test('stays when it is cancelled, so that it disappears from subscribers’ calendars', () => {
    const entry = campaignEntry(sampleCampaign('x', { progress: 'cancelled' }), context);
    expect(entry).toMatchObject({ status: 'CANCELLED', title: 'Campagne x (cancelled)' });
  });

  test('is left out when it was cancelled as a proposal that nobody ever approved', () => {
    const withdrawn = { progress: 'cancelled', neverApproved: true } as const;
    expect(campaignEntry(sampleCampaign('x', withdrawn), context)).toBeUndefined();
    const approved = sampleCampaign('x', { progress: 'cancelled', proposedBy: 'person/anna' });
    expect(campaignEntry(approved, context)).toMatchObject({ status: 'CANCELLED' });
  });

  test('is left out while its dates are not known, and while it is only proposed', () => {
    expect(
      campaignEntry(sampleCampaign('x', { period: null, dateState: 'unknown' }), context),
    ).toBeUndefined();
    expect(campaignEntry(sampleCampaign('x', { progress: 'proposed' }), context)).toBeUndefined();
  });
});

describe('a plan action in a feed', () => {
  const actieplan: Plan = plan.parse({
    id: 'plan/ap24',
    key: 'AP24',
    title: 'Actieplan 2024',
    start: '2024-01-01',
    end: '2025-12-31',
    themes: [],
  });

  function actionWith(more: Partial<Action>): Action {
    return action.parse({
      id: 'action/ap24-5.01',
      plan: actieplan.id,
      key: 'AP24-5.01',
      theme: 5,
      goal: 'Regie',
      result: 'Een campagnekalender.',
      leads: [POLICE, { text: 'Werkgroep' }],
      planning: { kind: 'quarters', quarters: ['2024-Q2', '2024-Q4'] },
      ...more,
    });
  }

  function shown(more: Partial<Action>) {
    return actionEntries(actionWith(more), actieplan, context).map(
      ({ uid, period, status }) => `${uid.replace('@campagneregie', '')} ${period.start} ${status}`,
    );
  }

  test('has its deadline on the last day of each planned quarter', () => {
    expect(shown({})).toEqual([
      'ap24-5.01+2024-q2 2024-06-30 CONFIRMED',
      'ap24-5.01+2024-q4 2024-12-31 CONFIRMED',
    ]);
    expect(actionEntries(actionWith({}), actieplan, context)[0]).toMatchObject({
      title: 'AP24-5.01 2024-Q2',
      description: 'Een campagnekalender.\nTrekkers: POLITIE, Werkgroep\nPlan: Actieplan 2024',
      categories: ['Actieplan 2024'],
    });
  });

  test('has none when it is continuous or unclear', () => {
    expect(shown({ planning: { kind: 'continuous', quarters: [], yearStated: true } })).toEqual([]);
    expect(shown({ planning: { kind: 'unclear', quarters: ['2024-Q1'], yearStated: true } })).toEqual([]);
  });

  test('is tentative when the source gives no year', () => {
    expect(shown({ planning: { kind: 'quarters', quarters: ['2024-Q1'], yearStated: false } })).toEqual([
      'ap24-5.01+2024-q1 2024-03-31 TENTATIVE',
    ]);
  });

  test('stays when it is done, and is cancelled when it is dropped', () => {
    expect(shown({ state: 'done' })[0]).toBe('ap24-5.01+2024-q2 2024-06-30 CONFIRMED');
    expect(actionEntries(actionWith({ state: 'done' }), actieplan, context)[0]?.title).toContain('(done)');
    expect(shown({ state: 'dropped' })[0]).toBe('ap24-5.01+2024-q2 2024-06-30 CANCELLED');
  });

  test('shows the quarter in which it is now expected under one UID, until it is done or dropped', () => {
    const late = { state: 'late', expectedQuarter: '2025-Q1' } as const;
    expect(shown(late).at(-1)).toBe('ap24-5.01+expected 2025-03-31 TENTATIVE');
    expect(shown({ ...late, expectedQuarter: '2025-Q2' }).at(-1)).toBe(
      'ap24-5.01+expected 2025-06-30 TENTATIVE',
    );
    expect(shown({ ...late, state: 'done' })).toHaveLength(2);
    expect(shown({ ...late, expectedQuarter: '2024-Q4' })).toHaveLength(2);
  });
});
