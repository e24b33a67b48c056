import { randomBytes } from 'node:crypto';
import {
  type App,
  createApp,
  createAppMessenger,
  createWebServer,
  fillCalendar,
  removeOldCards,
  removeOldDrafts,
  rollCalendar,
} from './app.ts';
import type { Config } from './config.ts';
import type { Platform } from './domain/delivery/platform.ts';
import type { ImportReport } from './import/import-records.ts';
import type { Messenger } from './jobs/messenger.ts';
import { startScheduler } from './jobs/scheduler.ts';
import type { Logger } from './logger.ts';
import { createMail } from './mail.ts';
import type { Message } from './reply/reply.ts';
import { createAppSlack } from './slack.ts';
import { createAppTeams } from './teams.ts';
import { closeServer, listen } from './web/http-server.ts';
import { welcome } from './welcome.ts';

/** Starts everything, over these roads for messages besides mail; gives the function that stops it again. */
export async function start(
  config: Config,
  logger: Logger,
  roads: readonly Platform<Message>[] = [],
): Promise<() => Promise<void>> {
  const app = createApp(config);
  const mail = createMail(app, logger);
  const slack = await createAppSlack(app, logger);
  const teams = await createAppTeams(app, logger);
  const chats = [slack, teams].filter((chat) => chat !== undefined);
  try {
    const report = await fillCalendar(app);
    const accessCode = config.console ? randomBytes(18).toString('base64url') : undefined;
    const messenger = createAppMessenger(app, logger, [
      ...roads,
      ...chats.map(({ platform }) => platform),
      ...(mail ? [mail.platform] : []),
    ]);
    const server = createWebServer(app, logger, {
      accessCode,
      mailRoutes: mail?.routes,
      slackRoutes: slack?.routes,
      teamsRoutes: teams?.routes,
    });
    const port = await listen(server, config.host, config.port);
    await slack?.start();
    const stopTicks = startTicks(app, messenger, logger, chats);
    process.stdout.write(`${(await welcome(app, port, accessCode)).join('\n')}\n`);
    logImport(report, logger);
    return async () => {
      // Together, for a tick that sends goes on until all is sent.
      await Promise.all([stopTicks(), messenger.stop()]);
      await closeServer(server);
      await Promise.all(chats.map((chat) => chat.stop()));
      mail?.close();
      app.close();
    };
  } catch (error) {
    mail?.close();
    app.close();
    throw error;
  }
}

/** At once, because the program may have been down when something was due, and from then on with the ticks. */
function startTicks(
  app: App,
  messenger: Messenger,
  logger: Logger,
  chats: readonly { refreshCards(): Promise<number> }[],
): () => Promise<void> {
  const onError = (error: unknown, name: string): void =>
    logger.error({ err: error, tick: name }, 'a tick failed');
  const plan = async (): Promise<void> => {
    await messenger.plan();
    await messenger.sendDue();
  };
  const drawCards = async (): Promise<void> => {
    for (const chat of chats) await chat.refreshCards();
  };
  const first = plan().catch((error) => onError(error, 'plan'));
  const stop = startScheduler(
    [
      { cron: '7 7 * * * *', name: 'calendar', work: () => rollCalendar(app) },
      { cron: '*/15 * * * * *', name: 'plan', work: plan },
      ...(chats.length > 0 ? [{ cron: '*/5 * * * * *', name: 'cards', work: drawCards }] : []),
      { cron: '* * * * * *', name: 'send', work: () => messenger.sendDue() },
      { cron: '30 20 3 * * *', name: 'tidy', work: () => messenger.tidy() },
      { cron: '40 20 3 * * *', name: 'drafts', work: () => removeOldDrafts(app) },
      { cron: '50 20 3 * * *', name: 'old-cards', work: () => removeOldCards(app) },
    ],
    onError,
  );
  return async () => {
    await stop();
    await first;
  };
}

function logImport({ added, updated, unchanged, differences }: ImportReport, logger: Logger): void {
  logger.info(
    { added: added.length, updated: updated.length, unchanged, kept: differences.length },
    'calendars were imported',
  );
  for (const { id, fields } of differences)
    logger.warn({ id, fields }, 'a person changed this record: the calendar file was not taken over it');
}
