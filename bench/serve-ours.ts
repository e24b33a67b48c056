import { createApp, createWebServer } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { createLogger } from '../src/logger.ts';
import { listen } from '../src/web/http-server.ts';
import { answerUsage } from './server-child.ts';

/** The program's own server on the database file that is named. */

const config = readConfig({ DATABASE_PATH: process.argv[2], LOG_LEVEL: 'silent' });
const app = createApp(config);
const server = createWebServer(app, createLogger(config));
const port = await listen(server, '127.0.0.1', 0);
answerUsage(port);
