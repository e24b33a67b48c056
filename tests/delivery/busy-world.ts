import { mkdtempSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp, fillCalendar } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { HOME_ZONE } from '../../src/core/clock.ts';
import { SENDING, sendingSwitch } from '../../src/domain/nudge/switch.ts';
import { type Person, person } from '../../src/domain/person/person.ts';
import { action, plan } from '../../src/domain/plan/plan.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { task } from '../../src/domain/task/task.ts';
import { POLICE, sampleCampaign, sampleOrganisation } from '../support/samples.ts';
import { put } from '../support/test-store.ts';

const CALENDARS = fileURLToPath(new URL('../../calendars/', import.meta.url));
/** So that the program has little to import each time that it starts. */
const FILES = ['nudge-rules.yaml', 'taxonomies.yaml'];

/** The Friday before the first morning, on which sending was switched on. */
const STARTED = '2027-02-26T09:00:00Z';
const FIRST = Temporal.PlainDate.from('2027-03-01');

export interface BusyWorld {
  /** The environment of a program over it whose clock begins at a moment. */
  env(clock: Temporal.Instant): Record<string, string>;
  database: string;
}

/** A database in which there is a lot to bring from Monday 1 March 2027 on, in a folder of its own. */
export async function busyWorld(records: readonly AnyRecord[]): Promise<BusyWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'campagneregie-'));
  for (const name of FILES) await copyFile(join(CALENDARS, name), join(folder, name));
  const database = join(folder, 'test.db');
  const settings = {
    DATABASE_PATH: database,
    CALENDARS_PATH: folder,
    PORT: '0',
    CONSOLE: 'off',
    LOG_LEVEL: 'silent',
    // Compiling takes most of the time to start.
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
  };
  const env = (clock: Temporal.Instant) => ({ ...settings, CLOCK: clock.toString() });
  const app = createApp(readConfig(env(Temporal.Instant.from(STARTED))));
  await fillCalendar(app);
  await put(app.store, sampleOrganisation(POLICE), ...records);
  await put(app.store, sendingSwitch.parse({ id: SENDING, startedAt: STARTED }));
  app.close();
  return { env, database };
}

/** A time of day here, so many days after the first Monday. */
export function moment(day: number, time: string): Temporal.Instant {
  return FIRST.add({ days: day })
    .toZonedDateTime({ timeZone: HOME_ZONE, plainTime: Temporal.PlainTime.from(time) })
    .toInstant();
}

/** The day so many days after the first Monday. */
export function dayOf(day: number): string {
  return FIRST.add({ days: day }).toString();
}

type Identity = Person['identities'][number];

/** Someone of the police whom these roads lead to. */
export function someone(n: number, identity: Omit<Identity, 'user'>, more: Partial<Person> = {}): Person {
  const identities = [{ ...identity, user: `U${n}` }];
  const given = { id: personId(n), name: `Persoon ${n}`, organisation: POLICE, role: 'partner', identities };
  return person.parse({ ...given, ...more });
}

export function personId(n: number): Id<'person'> {
  return `person/p${n}`;
}

/** A campaign after the summer that everyone's tasks belong to. Nobody leads it, so nobody hears of others' tasks. */
export const CAMPAIGN = sampleCampaign('najaar', { dateState: 'confirmed' });

/** Three tasks for someone, the first of which are due in the first days. */
export function tasksOf(n: number): AnyRecord[] {
  return [n % 5, 3 + (n % 8), 9 + (n % 13)].map((day, index) =>
    task.parse({
      id: `task/t${n}-${index}`,
      campaign: CAMPAIGN.id,
      title: `Taak ${n}-${index}`,
      due: { date: dayOf(day) },
      owners: [personId(n)],
    }),
  );
}

const PLAN = plan.parse({
  id: 'plan/ap27',
  key: 'AP27',
  title: 'Plan',
  start: '2027-01-01',
  end: '2027-12-31',
  themes: [{ no: 1, title: 'Thema' }],
});

/** A plan with an action for the first quarter for each of these: whoever looks after one gets a digest. */
export function actionsOf(people: readonly Id<'person'>[]): AnyRecord[] {
  const actions = people.map((id, index) =>
    action.parse({
      id: `action/ap27-1.${String(index + 1).padStart(2, '0')}`,
      key: `AP27-1.${String(index + 1).padStart(2, '0')}`,
      plan: PLAN.id,
      theme: 1,
      goal: `Doel ${index}`,
      result: `Resultaat ${index}`,
      planning: { kind: 'quarters', quarters: ['2027-Q1'] },
      contacts: [id],
    }),
  );
  return [PLAN, ...actions];
}
