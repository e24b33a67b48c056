import express, { type Router } from 'express';
import { actorOf } from '../domain/person/actor-of.ts';
import type { Store } from '../domain/ports.ts';
import { translator } from '../i18n/translate.ts';
import { timelineSvg } from '../render/timeline/timeline.ts';
import { drawnOnce } from './drawn-once.ts';
import { timelineFor } from './timeline-content.ts';
import type { TimelineLinks } from './timeline-links.ts';

export interface TimelineRouteOptions {
  store: Store;
  links: TimelineLinks;
  now: () => Temporal.Instant;
}

const FILE = /^(?<signed>[\w-]+\.[\w-]+)\.png$/;

/** The pictures behind signed links. Whatever is wrong with a link, the answer is the same. */
export function timelineRoute(options: TimelineRouteOptions): Router {
  const draw = drawnOnce();
  const router = express.Router();
  router.get('/tijdlijn/:file', async (request, response) => {
    const signed = FILE.exec(request.params.file)?.groups?.signed;
    const svg = signed && (await pictureOf(signed, options));
    response.set('X-Robots-Tag', 'noindex');
    if (!svg) {
      response.status(404).set('Cache-Control', 'no-store').type('text/plain').send('no such picture\n');
      return;
    }
    const png = await draw(svg);
    // The address is the permission: a chat program fetches it for its people from another site than ours.
    response.set({ 'Cache-Control': 'private, max-age=300', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    response.type('png').send(png);
  });
  return router;
}

async function pictureOf(
  signed: string,
  { store, links, now }: TimelineRouteOptions,
): Promise<string | undefined> {
  const linked = links.read(signed);
  const actor = linked && (await actorOf(store, linked.person, now()));
  if (!actor) return undefined;
  return timelineSvg(await timelineFor(actor, store, now()), translator(linked.locale), linked.locale);
}
