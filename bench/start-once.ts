import { createApp, createWebServer, fillCalendar } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { createLogger } from '../src/logger.ts';
import { closeServer, listen } from '../src/web/http-server.ts';
import { peakMemory } from './measure.ts';

/** One start of the whole program on the database file that is named, up to where it can be asked. */

const config = readConfig({ DATABASE_PATH: process.argv[2], LOG_LEVEL: 'silent', PORT: '0' });
const app = createApp(config);
const begun = performance.now();
await fillCalendar(app);
const fill = performance.now() - begun;
const server = createWebServer(app, createLogger(config));
await listen(server, config.host, 0);
process.send?.({ fill, ready: 0, peak: peakMemory() });
await closeServer(server);
app.close();
process.disconnect?.();
