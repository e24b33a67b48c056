import express, { type Router } from 'express';
import { todayAt } from '../core/clock.ts';
import { isCoordinator } from '../domain/access/may.ts';
import { scopeOf } from '../domain/access/visibility.ts';
import { type InsightSources, namedBy, readInsight } from '../domain/insight/read-insight.ts';
import { actorOf } from '../domain/person/actor-of.ts';
import { translator } from '../i18n/translate.ts';
import { writeCsv } from '../render/csv/write-csv.ts';
import { heatMapSvg } from '../render/insight/heat-map.ts';
import { fileNameOf, fileRows } from '../views/insight-file.ts';
import { viewOf } from '../views/view-of.ts';
import { drawnOnce } from './drawn-once.ts';
import type { InsightLinks, LinkedInsight } from './insight-links.ts';
import { heatMapOf } from './insight-picture.ts';

export interface InsightRouteOptions extends InsightSources {
  links: InsightLinks;
  now: () => Temporal.Instant;
}

const FILE = /^(?<signed>[\w-]+\.[\w-]+)\.(?<kind>png|csv)$/;

/** The pictures and files behind signed links, for who is a coordinator at the moment of asking. */
export function insightRoute(options: InsightRouteOptions): Router {
  const draw = drawnOnce();
  const router = express.Router();
  router.get('/inzicht/:file', async (request, response) => {
    const { signed = '', kind } = FILE.exec(request.params.file)?.groups ?? {};
    const linked = options.links.read(signed);
    const made = linked && linked.kind === kind ? await make(linked, options) : undefined;
    response.set('X-Robots-Tag', 'noindex');
    if (linked && typeof made === 'string' && kind === 'png') {
      const png = await draw(made);
      // The address is the permission: a chat program fetches it for its people from another site than ours.
      response.set({
        'Cache-Control': 'private, max-age=300',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      });
      response.type('png').send(png);
    } else if (linked && made !== undefined && kind === 'csv') {
      response.set('Cache-Control', 'no-store');
      response.attachment(fileNameOf(linked.query)).type('text/csv; charset=utf-8').send(made);
    } else {
      response
        .status(404)
        .set('Cache-Control', 'no-store')
        .type('text/plain')
        .send('no such picture or file\n');
    }
  });
  return router;
}

/** The drawing or the file; undefined for who may not see it any more, or a picture of what has none. */
async function make(
  { person, locale, kind, query }: LinkedInsight,
  options: InsightRouteOptions,
): Promise<string | undefined> {
  const { store, now } = options;
  const at = now();
  const actor = await actorOf(store, person, at);
  if (!actor || !isCoordinator(actor)) return undefined;
  const [scope, today, t] = [scopeOf(actor, at), todayAt(at), translator(locale)];
  const insight = await readInsight(options, scope, query, today);
  const { records, ids } = namedBy(insight);
  const filter = [...query.forms, ...query.audiences];
  const view = await viewOf({ store, scope, t, locale, today }, records, [...ids, ...filter]);
  if (kind === 'csv') return writeCsv(fileRows(insight, view));
  const names = filter.flatMap((id) => view.name(id) ?? []);
  const map = heatMapOf(insight, query, names, view);
  return map && heatMapSvg(map, t);
}
