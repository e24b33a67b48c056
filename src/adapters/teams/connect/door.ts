import express, { type RequestHandler } from 'express';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { recently } from '../../chat/once.ts';
import type { ChatLog } from '../../chat/options.ts';
import { activityBody } from '../heard.ts';

const MOST_BYTES = '256kb';

/** Who the Bot Connector's tokens are from. */
const ISSUER = 'https://api.botframework.com';

/** Seconds by which clocks may differ, as the SDK allows. */
const TOLERANCE = 300;

/** The same reason stands in the log once in so many milliseconds, however many knock. */
const TELL_MS = 60_000;

const NO_TOKEN: Refusal = { status: 401, reason: 'no token' };

/** What the key server did when there was nothing to check a token with. */
const NO_KEYS = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC']);

export interface Door {
  clientId: string;
  /** Where the Bot Connector tells of its keys. */
  openIdMetadataUrl: string;
  log: ChatLog;
  /** Milliseconds that only go forward. */
  monotonic: () => number;
}

/**
 * Refuses what is not from the Bot Connector, before the SDK looks at it. By itself the SDK would take an Entra token
 * of any tenant for our app, and ask for keys, and log, for whatever anyone sends.
 */
export function refuseStrangers({ clientId, openIdMetadataUrl, log, monotonic }: Door): RequestHandler {
  // Asks for the keys again at most twice a minute, however many unknown ones are named.
  const keys = createRemoteJWKSet(new URL(openIdMetadataUrl.replace(/\/openidconfiguration$/, '/keys')));
  const rules = {
    issuer: ISSUER,
    audience: clientId,
    algorithms: ['RS256'],
    clockTolerance: TOLERANCE,
    requiredClaims: ['serviceurl', 'exp'],
  };
  const told = recently(TELL_MS, monotonic);
  return async (request, response, next) => {
    const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(request.get('authorization') ?? '') ?? [];
    const refusal = token === undefined ? NO_TOKEN : await refusalOf(() => jwtVerify(token, keys, rules));
    if (!refusal) return next();
    const { status, reason } = refusal;
    if (told.isFirst(reason)) log.warn({ status, reason }, 'a request that should be from Teams was refused');
    response.status(status).set('Cache-Control', 'no-store');
    response.json({ error: status === 401 ? 'not authenticated' : 'try again later' });
  };
}

interface Refusal {
  status: 401 | 503;
  /** For the log: what is wrong with the token, never the token. */
  reason: string;
}

/** Undefined for a token that holds; 503 while its keys cannot be asked, so that it is sent again. */
async function refusalOf(verify: () => Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await verify();
    return undefined;
  } catch (error) {
    if (!(error instanceof errors.JOSEError) || NO_KEYS.has(error.code))
      return { status: 503, reason: 'the keys of the Bot Connector cannot be asked' };
    const claim = error instanceof errors.JWTClaimValidationFailed ? ` ${error.claim}` : '';
    return { status: 401, reason: `${error.code}${claim}` };
  }
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
