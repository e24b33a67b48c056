import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextRound } from 'node:timers/promises';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { HOME_ZONE } from '../../src/core/clock.ts';
import { type GiveWay, givingWay } from '../../src/core/give-way.ts';
import { inTurns } from '../../src/core/steps.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { planPass, planSteps, together } from '../../src/domain/nudge/plan-pass.ts';
import { SENDING, sendingSwitch } from '../../src/domain/nudge/switch.ts';
import { readWorld } from '../../src/domain/nudge/world.ts';
import type { Person } from '../../src/domain/person/person.ts';
import type { Store } from '../../src/domain/ports.ts';
import { createPlanner } from '../../src/jobs/planner.ts';
import { type SituationOptions, situationReader } from '../../src/jobs/situation.ts';
import { type Opened, openStore } from '../../src/store/open-store.ts';
import { seededStore } from '../support/ask.ts';
import { POLICE, sampleCampaign, sampleOrganisation } from '../support/samples.ts';
import { messagesOf, NOW, put, RULES } from '../support/test-store.ts';
import { samplePerson } from './stage.ts';

const STARTED = sendingSwitch.parse({ id: SENDING, startedAt: '2026-11-24T09:00:00Z' });
const MOMENTS = ['2026-12-14T08:00:00Z', '2027-02-16T08:00:00Z', '2027-09-20T06:30:00Z'].map((at) =>
  Temporal.Instant.from(at),
);
const [MORNING = NOW] = MOMENTS;
/** Whoever asks has always held the event loop for long. */
const always: GiveWay = () => nextRound();

/** A clock on which so much time passes that each look at it is late. */
function lateClock(now = MORNING) {
  let passed = 0;
  return {
    now: () => now,
    monotonic: () => {
      passed += 20;
      return passed;
    },
  };
}

function optionsOf(store: Store): SituationOptions {
  return { store, ...messagesOf(store) };
}

function planner(options: SituationOptions, giveWay?: GiveWay): () => Promise<number> {
  const onError = (error: unknown): void => {
    throw error;
  };
  const situation = situationReader(options, giveWay);
  return createPlanner({ ...options, clock: lateClock(), situation, onError });
}

describe('while the world is read', () => {
  /** One database, open twice as two processes have it, with a person and a campaign that bear one number. */
  async function openTwice(): Promise<{ here: Opened; change: (number: number) => Promise<void> }> {
    const folder = mkdtempSync(join(tmpdir(), 'give-way-'));
    const path = join(folder, 'world.db');
    const [here, elsewhere] = [openStore({ path }), openStore({ path })];
    onTestFinished(() => {
      here.database.close();
      elsewhere.database.close();
      rmSync(folder, { recursive: true });
    });
    const change = (number: number) =>
      put(
        elsewhere.store,
        samplePerson('piet', { name: `Piet ${number}` }),
        sampleCampaign('spoofing', { title: `Spoofing ${number}` }),
      );
    await put(here.store, sampleOrganisation(POLICE), STARTED);
    await change(0);
    return { here, change };
  }

  async function numbersIn(store: Store, giveWay: GiveWay): Promise<string[]> {
    const { people, campaigns } = await readWorld(store, NOW, [], giveWay);
    const person = people.get('person/piet') as Person;
    const campaign = campaigns.get('campaign/spoofing') as Campaign;
    return [person.name, campaign.title];
  }

  it('a change by another process is seen whole', async () => {
    const { here, change } = await openTwice();
    let turns = 0;
    // The people are read by then, and the campaigns are not.
    const numbers = await numbersIn(here.store, async () => {
      turns++;
      if (turns === 2) await change(1);
    });
    expect(numbers).toEqual(['Piet 1', 'Spoofing 1']);
  });

  it('one change after the other still leaves a world of one moment', async () => {
    const { here, change } = await openTwice();
    let number = 0;
    const [person, campaign] = await numbersIn(here.store, () => {
      number++;
      return change(number);
    });
    const seen = Number(person?.replace('Piet ', ''));
    expect(campaign).toBe(`Spoofing ${seen}`);
    // Not the first of them: it was read again.
    expect(seen).toBeGreaterThan(1);
  });

  it('the situation is that after the change', async () => {
    const { here, change } = await openTwice();
    let isChanged = false;
    const nudges = {
      ...here.nudges,
      // By then the world has been read.
      version: async () => {
        if (!isChanged) await change(1);
        isChanged = true;
        return here.nudges.version();
      },
    };
    const { world } = await situationReader({ ...here, nudges, rules: RULES }, always)(NOW);
    expect(world.revision).toBe(await here.store.revision());
    expect(world.people.get('person/piet')?.name).toBe('Piet 1');
  });
});

describe('the situation', () => {
  it('is read once for all who ask meanwhile', async () => {
    const store = await seededStore();
    let readings = 0;
    const counted: Store = {
      ...store,
      page: (kind, scope, part) => {
        if (kind === 'campaign' && part.after === undefined) readings++;
        return store.page(kind, scope, part);
      },
    };
    const situation = situationReader({ ...optionsOf(store), store: counted }, always);
    const first = situation(MORNING);
    await nextRound();
    const all = await Promise.all([first, situation(MORNING), situation(MORNING)]);
    expect(readings).toBe(1);
    expect(new Set(all.map(({ world }) => world)).size).toBe(1);
    expect(new Set(all.map(({ history }) => history)).size).toBe(1);
  });

  it('is read again after a reading that failed', async () => {
    const store = await seededStore();
    let isBroken = true;
    const broken: Store = {
      ...store,
      page: async (kind, scope, part) => {
        if (isBroken) throw new Error('the disk is away');
        return store.page(kind, scope, part);
      },
    };
    const situation = situationReader({ ...optionsOf(store), store: broken }, always);
    await expect(situation(MORNING)).rejects.toThrow('the disk is away');
    isBroken = false;
    expect((await situation(MORNING)).world.people.size).toBeGreaterThan(0);
  });
});

describe('a pass', () => {
  let store: Store;
  beforeAll(async () => {
    store = await busyStore();
  });

  it('plans the same with and without giving way', async () => {
    const { nudges } = messagesOf(store);
    for (const now of MOMENTS) {
      const plain = await situationReader(optionsOf(store))(now);
      const given = await situationReader(optionsOf(store), always)(now);
      expect(given).toEqual(plain);
      const slots = await nudges.slots();
      const plan = planPass({ ...plain, rules: RULES, slots, now });
      expect(plan.deliveries.length).toBeGreaterThan(0);
      const inParts = await inTurns(planSteps({ ...given, rules: RULES, slots, now }), always);
      expect(together(inParts)).toEqual(plan);
    }
  });

  it('lets others have their turn again and again', async () => {
    const own = await busyStore();
    let [turns, isOver] = [0, false];
    const count = (): void => {
      turns++;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    const clock = lateClock();
    const queued = await planner(optionsOf(own), givingWay(clock.monotonic))();
    isOver = true;
    expect(queued).toBeGreaterThan(0);
    // Pages of thirteen kinds, some thousands of steps by sixteen, and what is written.
    expect(turns).toBeGreaterThan(100);
  });

  it('plans again, and nothing twice, when another process planned meanwhile', async () => {
    const [alone, shared] = [await busyStore(), await busyStore()];
    const expected = await planner(optionsOf(alone))();
    const options = optionsOf(shared);
    const { nudges } = options;
    let other: Promise<number> | undefined;
    let looked = 0;
    const crossed: SituationOptions['nudges'] = {
      ...nudges,
      slots: async () => {
        looked++;
        const slots = await nudges.slots();
        other ??= planner(optionsOf(shared))();
        await other;
        return slots;
      },
    };
    const here = await planner({ ...options, nudges: crossed })();
    expect(here).toBe(0);
    expect(looked).toBe(2);
    expect(await other).toBe(expected);
    expect(await options.outbox.count({ states: ['queued'] })).toBe(expected);
  });
});

/** The calendar as it comes, with sending on and something that overlaps. */
async function busyStore(): Promise<Store> {
  const store = await seededStore();
  const alike = {
    leads: [{ organisation: POLICE }],
    audiences: ['audience/senioren' as const],
    period: { start: '2027-03-01', end: '2027-03-07', zone: HOME_ZONE },
    owner: POLICE,
  };
  await put(
    store,
    STARTED,
    sampleCampaign('a', { ...alike, dateState: 'confirmed' }),
    sampleCampaign('b', { ...alike, dateState: 'confirmed', proposedAt: '2026-12-10T10:00:00Z' }),
  );
  return store;
}
