import { type RequestHandler, Router } from 'express';
import type { Surroundings } from '../../command/context.ts';
import type { Registry } from '../../command/registry.ts';
import type { AnswerLinks } from './answer-links.ts';
import { answerRoutes } from './answer-routes.ts';
import { stopRoutes } from './stop-routes.ts';

export interface EmailRoutesOptions extends Surroundings {
  registry: Registry;
  links: AnswerLinks;
}

/** What the links in a mail open: `/doe/...` to answer, `/afmelden/...` to stop. To be mounted at the root. */
export function emailRoutes(options: EmailRoutesOptions): Router {
  const router = Router();
  router.use('/doe', unlisted, answerRoutes(options));
  router.use('/afmelden', unlisted, stopRoutes(options));
  return router;
}

/** Whoever has the address may act, so it must not stay in a cache, a search engine or another site's log. */
const unlisted: RequestHandler = (_request, response, next) => {
  response.set({
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex',
  });
  next();
};
