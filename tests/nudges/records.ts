import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { type HelpPoint, helpPoint } from '../../src/domain/help-point/help-point.ts';
import type { NudgeRules } from '../../src/domain/nudge/rule.ts';
import { type Participation, participation } from '../../src/domain/participation/participation.ts';
import { type Action, action, type Plan, plan } from '../../src/domain/plan/plan.ts';
import { type Practice, practice } from '../../src/domain/practice/practice.ts';
import { type Series, series } from '../../src/domain/series/series.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { type Subscription, subscription } from '../../src/domain/subscription/subscription.ts';
import { type Task, task } from '../../src/domain/task/task.ts';
import { BANKS, POLICE, sampleCampaign, sampleOrganisation } from '../support/samples.ts';
import { RULES } from '../support/test-store.ts';
import { NO_DIGEST, samplePerson } from './stage.ts';

/** The real rules, of these only: so that a test is about what it is about. */
export function only(...keys: string[]): NudgeRules {
  const rules = RULES.rules.filter(({ key }) => keys.includes(key));
  if (rules.length !== keys.length) throw new Error(`not all of these are rules: ${keys.join(', ')}`);
  return { ...RULES, rules };
}

/** Anna of the police leads, Bob stands in for her; Chris is of the banks. None of them wants a digest. */
export const anna = samplePerson('anna', { digest: NO_DIGEST, contact: true });
export const bob = samplePerson('bob', { digest: NO_DIGEST });
export const chris = samplePerson('chris', { digest: NO_DIGEST, contact: true, organisation: BANKS });
export const PEOPLE = [sampleOrganisation(BANKS), anna, bob, chris] as const;

export const AUTUMN: Id<'campaign'> = 'campaign/herfst';

/** A campaign of the police in a week of October 2027, for which everything is ready unless told otherwise. */
export function readyCampaign(name = 'herfst', more: Partial<Campaign> = {}): Campaign {
  return sampleCampaign(name, {
    dateState: 'confirmed',
    owner: POLICE,
    aim: 'Minder slachtoffers',
    behaviour: 'Eerst bellen',
    measure: 'Meldingen',
    message: 'Hang op en bel zelf',
    audiences: ['audience/senioren'],
    materials: [{ title: 'Folder', url: 'https://example.org/folder' }],
    leads: [{ organisation: POLICE, contact: anna.id, standIn: bob.id }],
    ...more,
  });
}

/** What makes a ready campaign ready: a task that is done, and someone who joins. */
export function readyBeside(campaign: Id<'campaign'> = AUTUMN) {
  const name = campaign.slice('campaign/'.length);
  return [
    sampleTask(`${name}-klaar`, { campaign, done: true }),
    sampleParticipation(campaign, BANKS, { answer: 'joins' }),
  ];
}

export function sampleTask(name = 'stand', more: Partial<Task> = {}): Task {
  return task.parse({
    id: `task/${name}`,
    campaign: AUTUMN,
    title: `Taak ${name}`,
    due: { date: '2027-03-01' },
    owners: [anna.id],
    ...more,
  });
}

export function sampleParticipation(
  campaign: Id<'campaign'>,
  organisation: Id<'organisation'>,
  more: Partial<Participation> = {},
): Participation {
  const id = `participation/${campaign.slice(9)}~${organisation.slice(13)}`;
  return participation.parse({ id, campaign, organisation, answer: 'invited', ...more });
}

export const PLAN: Id<'plan'> = 'plan/ap27';

export function samplePlan(more: Partial<Plan> = {}): Plan {
  return plan.parse({
    id: PLAN,
    key: 'AP27',
    title: 'Actieplan 2027',
    start: '2027-01-01',
    end: '2027-12-31',
    themes: [{ no: 1, title: 'Preventie' }],
    visibility: 'public',
    ...more,
  });
}

export function sampleAction(no = 1, more: Partial<Action> = {}): Action {
  return action.parse({
    id: `action/ap27-1.0${no}`,
    plan: PLAN,
    key: `AP27-1.0${no}`,
    theme: 1,
    goal: 'Minder schade',
    result: `Resultaat ${no}`,
    planning: { kind: 'quarters', quarters: ['2027-Q2'] },
    leads: [POLICE],
    visibility: 'public',
    ...more,
  });
}

export function sampleSeries(more: Partial<Series> = {}): Series {
  return series.parse({
    id: 'series/week',
    name: 'Week van de Test',
    type: 'campaign',
    rule: { type: 'announced-yearly' },
    usualMonths: [10],
    leads: [POLICE],
    visibility: 'public',
    ...more,
  });
}

export function samplePractice(more: Partial<Practice> = {}): Practice {
  return practice.parse({
    id: 'practice/bellen',
    key: 'BP-90',
    title: { nl: 'Eerst bellen', en: 'Call first' },
    advice: { nl: 'Bel zelf terug.', en: 'Call back.' },
    evidence: ['B'],
    reviewedOn: '2026-03-01',
    visibility: 'public',
    sources: [{ text: 'Onderzoek' }],
    ...more,
  });
}

export function sampleHelpPoint(more: Partial<HelpPoint> = {}): HelpPoint {
  return helpPoint.parse({
    id: 'helppoint/loket',
    name: 'Loket',
    what: { nl: 'Helpt', en: 'Helps' },
    serves: ['citizen'],
    checkedOn: '2026-09-01',
    visibility: 'public',
    sources: [{ text: 'Website' }],
    ...more,
  });
}

/** A channel on Slack that gets everything. */
export function sampleSubscription(more: Partial<Subscription> = {}): Subscription {
  return subscription.parse({
    id: 'subscription/kanaal',
    name: '#preventie',
    platform: 'slack',
    tenant: 'T1',
    address: 'C1',
    filter: {},
    ...more,
  });
}
