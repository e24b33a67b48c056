import { type App, createApp, fillCalendar, rollCalendar } from '../app.ts';
import { readConfig } from '../config.ts';

/**
 * Opens the program for one command and closes it again. A database that nothing was written to yet is
 * filled from calendars/ first; any other is brought up to today.
 */
export async function withApp<T>(use: (app: App) => Promise<T>): Promise<T> {
  const app = createApp(readConfig(process.env));
  try {
    if ((await app.store.revision()) === 0) await fillCalendar(app);
    else await rollCalendar(app);
    return await use(app);
  } finally {
    app.close();
  }
}
