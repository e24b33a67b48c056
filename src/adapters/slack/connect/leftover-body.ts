import type { RequestHandler } from 'express';

/**
 * Reads what is left of a body that was refused halfway, such as one that is too large: until then the connection
 * cannot be used again, and behind a proxy the next one's request would wait on it.
 */
export function discardLeftover(): RequestHandler {
  return (request, response, next) => {
    response.once('finish', () => request.resume());
    next();
  };
}
