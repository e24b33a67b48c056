import type { Server } from 'node:http';
import { type App, createApp, createWebServer, fillCalendar } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { createLogger } from '../../src/logger.ts';
import { closeServer, listen } from '../../src/web/http-server.ts';
import { put } from './test-store.ts';

export const ACCESS_CODE = 'code-for-the-tests';

export interface Started {
  app: App;
  server: Server;
  /** The address without a slash at the end. */
  base: string;
  stop(): Promise<void>;
}

/** The real server on a free port of loopback, filled from calendars/, with these records as well. */
export async function startServer(...records: AnyRecord[]): Promise<Started> {
  const environment = { DATABASE_PATH: ':memory:', CLOCK: '2026-11-23T09:00:00Z', LOG_LEVEL: 'silent' };
  const app = createApp(readConfig(environment));
  await fillCalendar(app);
  await put(app.store, ...records);
  const server = createWebServer(app, createLogger(app.config), { accessCode: ACCESS_CODE });
  const port = await listen(server, '127.0.0.1', 0);
  return {
    app,
    server,
    base: `http://127.0.0.1:${port}`,
    async stop() {
      await closeServer(server);
      app.close();
    },
  };
}
