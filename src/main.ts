import { randomBytes } from 'node:crypto';
import { type App, createApp, createWebServer, fillCalendar, rollCalendar } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { SetupError } from './core/errors.ts';
import { publicScope } from './domain/access/visibility.ts';
import { startScheduler } from './jobs/scheduler.ts';
import { createLogger, type Logger } from './logger.ts';
import { closeServer, listen } from './web/http-server.ts';

/** Starts everything; gives the function that stops it again. */
async function start(config: Config, logger: Logger): Promise<() => Promise<void>> {
  const app = createApp(config);
  try {
    const report = await fillCalendar(app);
    const accessCode = config.console ? randomBytes(18).toString('base64url') : undefined;
    const server = createWebServer(app, logger, accessCode);
    const port = await listen(server, config.host, config.port);
    const stopTicks = startScheduler({
      hourly: async () =>
        logger.debug({ written: await rollCalendar(app) }, 'the calendar was rolled forward'),
      onError: (error) => logger.error({ err: error }, 'the calendar could not be rolled forward'),
    });
    const feeds = await feedNames(app);
    process.stdout.write(`${welcome(addressOf(config, port), accessCode, feeds).join('\n')}\n`);
    const { added, updated, unchanged, differences } = report;
    logger.info(
      { added: added.length, updated: updated.length, unchanged, kept: differences.length },
      'calendars were imported',
    );
    for (const { id, fields } of differences)
      logger.warn({ id, fields }, 'a person changed this record: the calendar file was not taken over it');
    return async () => {
      await stopTicks();
      await closeServer(server);
      app.close();
    };
  } catch (error) {
    app.close();
    throw error;
  }
}

/** The names of the public feeds, the one with all campaigns first. */
async function feedNames({ store, now }: App): Promise<string[]> {
  const names = (await store.list('feed', publicScope(now()))).flatMap(({ name }) => name ?? []);
  return names.sort((a, b) => Number(b === 'campagnes') - Number(a === 'campagnes'));
}

/** Where a browser on this machine finds the program. */
function addressOf({ host, publicUrl, port: wanted }: Config, port: number): string {
  if (wanted !== port) return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return publicUrl;
}

function welcome(address: string, accessCode: string | undefined, feeds: readonly string[]): string[] {
  const lines = ['', 'Campagneregie is running.', '', `  Calendar   ${address}/`];
  if (accessCode !== undefined)
    lines.push(
      `  Console    ${address}/console?token=${accessCode}`,
      '             Try every command here; this address is the key to it, so keep it to yourself.',
    );
  if (feeds.length > 0)
    lines.push(
      `  Feeds      ${address}/feeds/${feeds[0]}.ics`,
      `             For your calendar app; there are also ${feeds.slice(1).join(', ') || 'no others'}.`,
    );
  return [...lines, '  Commands   docs/commands.md', '', 'Press Ctrl-C to stop.', ''];
}

/** Stops once when asked to; asked again, or when stopping hangs, the process simply ends. */
function stopOnSignals(stop: () => Promise<void>, logger: Logger): void {
  let stopping = false;
  const onSignal = (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ signal }, 'stopping');
    stop().then(
      () => process.exit(0),
      (error) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

let logger: Logger | undefined;
try {
  const config = readConfig(process.env);
  logger = createLogger(config);
  stopOnSignals(await start(config, logger), logger);
} catch (error) {
  const isSetup = error instanceof SetupError;
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    isSetup ? `${reason}\n` : `The program could not start: ${reason}. Set LOG_LEVEL=debug to see where.\n`,
  );
  if (!isSetup) logger?.debug({ err: error }, 'the program could not start');
  process.exitCode = 1;
}
