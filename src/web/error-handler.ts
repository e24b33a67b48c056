import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, Request } from 'express';
import { type PageContext, plainPage } from './pages/page.ts';

/**
 * The one final error handler. What a client sent wrongly gets a short text; a fault of our own gets a
 * number that is in the log too. No stack ever leaves the program.
 */
export function errorHandler(
  contextOf: (request: Request) => PageContext,
  onError: (error: unknown, id: string) => void,
): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    response.set('Cache-Control', 'no-store');
    const status = clientStatus(error);
    if (status !== undefined) {
      response
        .status(status)
        .type('text/plain')
        .send(`${TEXTS[status] ?? TEXTS[400]}\n`);
      return;
    }
    const id = randomUUID().slice(0, 8);
    onError(error, id);
    const context = contextOf(request);
    const { t } = context;
    response.status(500).type('html');
    response.send(plainPage(context, t('page.failed'), t('page.failed-text', { id })));
  };
}

const TEXTS: Readonly<Record<number, string>> = {
  400: 'This request cannot be read. Nothing was done.',
  413: 'This request is too large. Nothing was done.',
  415: 'This kind of request is not understood here. Nothing was done.',
};

/** The status of an error that the client caused, as body parsers and the router mark it. */
function clientStatus(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
