import express, { type RequestHandler } from 'express';
import { activityBody } from '../hear/heard.ts';

const MOST_BYTES = '256kb';

/** Who the Bot Connector's tokens are from. */
const ISSUER = 'https://api.botframework.com';

/**
 * Refuses at once what cannot be from the Bot Connector; what passes, the SDK checks for its signature. Without this
 * the SDK would take an Entra token of any tenant for our app, and fetch keys for whatever anyone sends.
 */
export function refuseStrangers(clientId: string): RequestHandler {
  return (request, response, next) => {
    const [, token = ''] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(request.get('authorization') ?? '') ?? [];
    const [header, claims] = token.split('.').slice(0, 2).map(decoded);
    const isTheirs =
      header?.alg === 'RS256' &&
      typeof header.kid === 'string' &&
      claims?.iss === ISSUER &&
      claims.aud === clientId &&
      typeof claims.serviceurl === 'string';
    if (isTheirs) return next();
    response.status(401).set('Cache-Control', 'no-store').json({ error: 'not authenticated' });
  };
}

/** Reads the body, and refuses one that is no activity as Teams sends them. */
export function readActivity(): RequestHandler[] {
  return [
    express.json({ limit: MOST_BYTES }),
    (request, response, next) => {
      if (activityBody.safeParse(request.body).success) return next();
      response.status(400).set('Cache-Control', 'no-store').json({ error: 'this is no activity' });
    },
  ];
}

function decoded(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    // Not JSON: then it is no token of the Bot Connector.
    return undefined;
  }
}
