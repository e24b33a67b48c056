import { randomBytes, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { RequestHandler, Router } from 'express';
import { commands } from '../commands/index.ts';
import { consolePlatform } from './adapters/console/console-platform.ts';
import { consoleRoutes } from './adapters/console/routes.ts';
import type { Surroundings } from './command/context.ts';
import { createRegistry, type Registry } from './command/registry.ts';
import { checkCommand } from './command/run.ts';
import type { Config } from './config.ts';
import { type Clock, clockStartingAt, systemClock, todayAt } from './core/clock.ts';
import { randomIds } from './core/ids.ts';
import { PROGRAM } from './domain/access/actor.ts';
import { scopeOf } from './domain/access/visibility.ts';
import type { Cards } from './domain/card/cards.ts';
import type { SentCards } from './domain/card/sent-cards.ts';
import type { Platform } from './domain/delivery/platform.ts';
import { retireDemoPeople } from './domain/person/retire-demo-people.ts';
import { rollForward } from './domain/series/roll-forward.ts';
import type { Installations } from './domain/tenant/installations.ts';
import type { References } from './domain/tenant/references.ts';
import { feedServer } from './feeds/feed-server.ts';
import { hasMessage } from './i18n/translate.ts';
import { type ImportReport, importRecords } from './import/import-records.ts';
import { readCalendarFiles } from './import/read-calendar-files.ts';
import { readNudgeRules } from './import/read-nudge-rules.ts';
import { readSendingLimits } from './import/read-sending-limits.ts';
import { createMessenger, type Messenger } from './jobs/messenger.ts';
import type { Logger } from './logger.ts';
import type { Message } from './reply/reply.ts';
import type { Database } from './store/database.ts';
import { feedStateStore } from './store/feed-state.ts';
import { openStore } from './store/open-store.ts';
import { revisionReader } from './store/revision-reader.ts';
import { feedContent } from './web/feed-content.ts';
import { feedHandler } from './web/feed-handler.ts';
import { httpServer } from './web/http-server.ts';
import { type InsightLinks, insightLinks } from './web/insight-links.ts';
import { insightRoute } from './web/insight-route.ts';
import { createMetrics } from './web/metrics.ts';
import { createSite } from './web/site.ts';
import { type TimelineLinks, timelineLinks } from './web/timeline-links.ts';
import { timelineRoute } from './web/timeline-route.ts';

/** Everything that runs, put together once. Nothing here listens or sends yet. */
export interface App extends Surroundings {
  registry: Registry;
  clock: Clock;
  config: Config;
  database: Database;
  timelines: TimelineLinks;
  insights: InsightLinks;
  installations: Installations;
  cards: Cards;
  sentCards: SentCards;
  references: References;
  close(): void;
}

/** Opens the database and builds the program over it. SetupError when the set-up is wrong. */
export function createApp(config: Config): App {
  const clock = config.clock ? clockStartingAt(config.clock) : systemClock();
  const { store, database, nudges, outbox, drafts, ...chat } = openStore({
    path: config.databasePath,
    simulated: config.clock !== undefined,
  });
  for (const command of commands) checkCommand(command);
  const revision = revisionReader(database);
  // Without a key of the set-up, pictures are for as long as this process runs.
  const linkOptions = {
    key: config.encryptionKey ?? randomBytes(32),
    publicUrl: config.publicUrl,
    now: () => clock.now(),
  };
  const timelines = timelineLinks(linkOptions);
  const insights = insightLinks(linkOptions);
  return {
    registry: createRegistry(commands),
    clock,
    config,
    store,
    database,
    messages: {
      nudges,
      outbox,
      rules: readNudgeRules(config.calendarsFolder, hasMessage),
      console: config.console && config.demo && config.smtpUrl === undefined,
    },
    drafts,
    ...chat,
    timelines,
    timelineUrl: (actor) => timelines.linkFor(actor, revision()),
    insights,
    insightUrl: (actor, query, kind) => insights.linkFor(actor, query, kind, revision()),
    ids: randomIds(),
    now: () => clock.now(),
    publicUrl: config.publicUrl,
    close: () => database.close(),
  };
}

/** Imports calendars/, ends made-up people where they do not belong, and brings the occurrences of the coming 24 months into the calendar. */
export async function fillCalendar(app: App): Promise<ImportReport> {
  const files = readCalendarFiles(app.config.calendarsFolder, { demo: app.config.demo });
  const report = await importRecords(app.store, files, app.now());
  if (!app.config.demo) await retireDemoPeople(app.store, app.now());
  await rollCalendar(app);
  return report;
}

/** Brings the occurrences of the coming 24 months up to today; gives how many entries that wrote. */
export function rollCalendar({ store, now }: App): Promise<number> {
  return rollForward(store, todayAt(now()), now());
}

/** Cards in channels that are older than this are no longer kept up to date. */
const CARD_DAYS = 180;

/** A message whose buttons nobody pressed for so long is not drawn anew any more. */
const SENT_CARD_DAYS = 30;

/** Once a day: forgets cards in channels and messages that are old, and who Teams brought and is nobody here; gives how many. */
export async function removeOldCards({ store, cards, sentCards, references, now }: App): Promise<number> {
  const before = (days: number) => now().subtract({ hours: 24 * days });
  const shared = await cards.removeOld(before(CARD_DAYS));
  const sent = await sentCards.removeOld(before(SENT_CARD_DAYS));
  const tenants = await store.list('tenant', scopeOf(PROGRAM, now()));
  const linked = tenants.filter(
    ({ platform, organisations }) => platform === 'teams' && organisations.length > 0,
  );
  return shared + sent + (await references.removeStrangers(linked.map(({ tenant }) => tenant)));
}

/** A form that nobody touched for this long is not finished any more. */
const DRAFT_DAYS = 30;

/** Once a day: removes the drafts that nobody touched for 30 days; gives how many. */
export function removeOldDrafts({ drafts, now }: App): Promise<number> {
  return drafts.removeOld(now().subtract({ hours: 24 * DRAFT_DAYS }));
}

/** What the bot sends by itself, over these roads; without chat and mail messages stay on the console. */
export function createAppMessenger(
  app: App,
  logger: Logger,
  platforms: readonly Platform<Message>[],
): Messenger {
  const { store, messages, clock, publicUrl } = app;
  return createMessenger({
    store,
    publicUrl,
    ...messages,
    clock,
    platforms: messages.console && platforms.length === 0 ? [consolePlatform] : platforms,
    limits: readSendingLimits(),
    random: Math.random,
    worker: randomUUID(),
    onError: (error, delivery) => logger.error({ err: error, delivery }, 'a message could not be sent'),
  });
}

/** The HTTP server over the app: feeds, pages, the pages behind the links in a mail and, with an access code, the console. It does not listen yet. */
export function createWebServer(
  app: App,
  logger: Logger,
  {
    accessCode,
    mailRoutes,
    slackRoutes,
    teamsRoutes,
  }: {
    accessCode?: string | undefined;
    mailRoutes?: Router | undefined;
    slackRoutes?: RequestHandler | undefined;
    teamsRoutes?: RequestHandler | undefined;
  } = {},
): Server {
  const { store, database, clock, config, now, publicUrl } = app;
  const source = feedContent({ store, revision: revisionReader(database), now, publicUrl });
  const feeds = feedServer({ source, states: feedStateStore(database), clock, salt: config.feedSalt });
  const metrics = createMetrics();
  const site = createSite({
    store,
    now,
    publicUrl,
    metrics,
    outbox: app.messages.outbox,
    console: accessCode === undefined ? undefined : consoleRoutes({ ...app, accessCode, host: config.host }),
    mail: mailRoutes,
    slack: slackRoutes,
    teams: teamsRoutes,
    timeline: timelineRoute({ store, links: app.timelines, now }),
    insight: insightRoute({ store, ...app.messages, links: app.insights, now }),
    onError: (error, id) => logger.error({ err: error, id }, 'a page failed'),
  });
  const onFeedError = (error: unknown) => logger.error({ err: error }, 'a feed could not be made');
  return httpServer({ feeds: feedHandler(feeds, onFeedError), site, metrics });
}
