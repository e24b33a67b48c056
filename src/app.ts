import { commands } from '../commands/index.ts';
import type { Surroundings } from './command/context.ts';
import { createRegistry, type Registry } from './command/registry.ts';
import { checkCommand } from './command/run.ts';
import type { Config } from './config.ts';
import { type Clock, clockStartingAt, systemClock, todayAt } from './core/clock.ts';
import { randomIds } from './core/ids.ts';
import { rollForward } from './domain/series/roll-forward.ts';
import { type ImportReport, importRecords } from './import/import-records.ts';
import { readCalendarFiles } from './import/read-calendar-files.ts';
import type { Database } from './store/database.ts';
import { openStore } from './store/open-store.ts';

/** Everything that runs, put together once. Nothing here listens or sends yet. */
export interface App extends Surroundings {
  registry: Registry;
  clock: Clock;
  config: Config;
  database: Database;
  close(): void;
}

/** Opens the database and builds the program over it. SetupError when the set-up is wrong. */
export function createApp(config: Config): App {
  const clock = config.clock ? clockStartingAt(config.clock) : systemClock();
  const { store, database } = openStore({ path: config.databasePath, simulated: config.clock !== undefined });
  for (const command of commands) checkCommand(command);
  return {
    registry: createRegistry(commands),
    clock,
    config,
    database,
    store,
    ids: randomIds(),
    now: () => clock.now(),
    publicUrl: config.publicUrl,
    close: () => database.close(),
  };
}

/** Imports calendars/ and brings the occurrences of the coming 24 months into the calendar. */
export async function fillCalendar(app: App): Promise<ImportReport> {
  const files = readCalendarFiles(app.config.calendarsFolder, { demo: app.config.demo });
  const report = await importRecords(app.store, files, app.now());
  await rollForward(app.store, todayAt(app.now()), app.now());
  return report;
}
