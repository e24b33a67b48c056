import express, { type Express, type Request, type RequestHandler, type Router } from 'express';
import { todayAt } from '../core/clock.ts';
import { DELIVERY_STATES } from '../domain/delivery/delivery.ts';
import type { Outbox } from '../domain/delivery/outbox.ts';
import type { Store } from '../domain/ports.ts';
import { errorHandler } from './error-handler.ts';
import type { Metrics } from './metrics.ts';
import { calendarPage } from './pages/calendar-page.ts';
import { campaignPage } from './pages/campaign-page.ts';
import { type PageContext, pageContext, plainPage } from './pages/page.ts';
import { securityHeaders } from './security-headers.ts';
import { siteIcon, styleSheet } from './style-sheet.ts';

export interface SiteOptions {
  store: Store;
  now: () => Temporal.Instant;
  publicUrl: string;
  metrics: Metrics;
  outbox: Outbox;
  /** The console's routes, when it is on. */
  console: Router | undefined;
  /** The pages behind the links in a mail, when there is mail. */
  mail?: Router | undefined;
  /** Where Slack comes in, when it does. It reads the bodies itself, to check their signatures. */
  slack?: RequestHandler | undefined;
  /** Where Teams comes in, when it does. */
  teams?: RequestHandler | undefined;
  /** The pictures of the coming weeks. */
  timeline?: Router | undefined;
  /** The pictures and files for coordinators. */
  insight?: Router | undefined;
  onError: (error: unknown, id: string) => void;
}

/**
 * Everything that is no feed. There are no body parsers for the whole app: each route that takes a body
 * reads it itself, since a chat platform's signature needs the bytes as they came (DESIGN decision 3).
 */
export function createSite(options: SiteOptions): Express {
  const { store, now, publicUrl, metrics, console: consoleRoutes, mail, timeline, onError } = options;
  const contextOf = (request: Request) => contextFor(request, options);
  const site = express();
  site.disable('x-powered-by');
  site.use((_request, response, next) => {
    response.on('finish', () => metrics.page(response.statusCode));
    next();
  });
  site.use(securityHeaders);
  site.get('/style.css', styleSheet());
  site.get('/icon.svg', siteIcon());
  site.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').type('text/plain').send('ok\n');
  });
  site.get('/readyz', async (_request, response) => {
    response.set('Cache-Control', 'no-store').type('text/plain');
    const answers = await store.revision().then(
      () => true,
      () => false,
    );
    response.status(answers ? 200 : 503).send(answers ? 'ready\n' : 'the database does not answer\n');
  });
  // Open to whoever reaches the port: it counts requests, and tells nothing about anyone or of what is hidden.
  site.get('/metrics', async (_request, response) => {
    const text = metrics.text(await store.revision(), await messageCounts(options));
    response.set('Cache-Control', 'no-store').type('text/plain; version=0.0.4').send(text);
  });
  site.get('/', async (request, response, next) => {
    const { doelgroep, vorm } = request.query;
    const given = { store, now: now(), publicUrl, audience: one(doelgroep), form: one(vorm) };
    const html = await calendarPage(given, contextOf(request));
    if (html === undefined) return next();
    response.set('Cache-Control', 'no-cache').type('html').send(html);
  });
  site.get('/campagnes/:slug', async (request, response, next) => {
    const html = await campaignPage(store, now(), request.params.slug, contextOf(request));
    if (html === undefined) return next();
    response.set('Cache-Control', 'no-cache').type('html').send(html);
  });
  if (consoleRoutes) site.use('/console', consoleRoutes);
  if (mail) site.use(mail);
  if (options.slack) site.use(options.slack);
  if (options.teams) site.use(options.teams);
  if (timeline) site.use(timeline);
  if (options.insight) site.use(options.insight);
  site.use((request, response) => {
    const context = contextOf(request);
    const { t } = context;
    response.status(404).set('Cache-Control', 'no-store').type('html');
    response.send(plainPage(context, t('page.not-found'), t('page.not-found-text')));
  });
  site.use(errorHandler(contextOf, onError));
  return site;
}

const COUNTED_DAYS = 14;

/** How many messages there are in each state, so that one that does not arrive never goes unnoticed. */
async function messageCounts({ outbox, now }: SiteOptions): Promise<Record<string, number>> {
  const since = now().subtract({ hours: 24 * COUNTED_DAYS });
  const counts: Record<string, number> = {};
  for (const state of DELIVERY_STATES) counts[state] = await outbox.count({ states: [state], since });
  return counts;
}

function contextFor(
  request: Request,
  { now, console: consoleRoutes }: Pick<SiteOptions, 'now' | 'console'>,
): PageContext {
  const { taal, doelgroep, vorm } = request.query;
  const query = { doelgroep: one(doelgroep), vorm: one(vorm) };
  return pageContext({
    asked: one(taal),
    today: todayAt(now()),
    console: consoleRoutes !== undefined,
    path: request.path,
    query: Object.fromEntries(
      Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined),
    ),
  });
}

/** A query value that is given once; anything else counts as not given. */
function one(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
