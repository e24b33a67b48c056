import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Json, sendJson } from './json.ts';

const ISSUER = 'https://api.botframework.com';
const HOUR = 3600;

export interface Keys {
  kid: string;
  publicKey: KeyObject;
  privateKey: KeyObject;
}

export interface OpenId {
  origin: string;
  /** For the SDK's `cloud.openIdMetadataUrl`; it finds the keys beside it. */
  metadataUrl: string;
  clientId: string;
  /** How often the keys were asked for, of Bot Framework and of any tenant. */
  asked(): number;
  /** The keys that it signs with now. */
  keys(): Keys;
  /** While it is down it answers 503. */
  setDown(isDown: boolean): void;
  /** From now on it signs with new keys, and shows only those. */
  rotate(): void;
  /** A token as the Bot Connector sends with what it delivers from this service URL; `at` in seconds since 1970. */
  mint(serviceUrl: string, more?: { claims?: Json; header?: Json; at?: number }): string;
  close(): Promise<void>;
}

/** Plays login.botframework.com on loopback, for the bot with this client id. */
export async function startOpenId(clientId: string): Promise<OpenId> {
  let keys = newKeys();
  let asked = 0;
  let down = false;
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/v1/.well-known/openidconfiguration') {
      return sendJson(response, 200, {
        issuer: ISSUER,
        authorization_endpoint: 'https://invalid.botframework.com',
        jwks_uri: `${origin}/v1/.well-known/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      });
    }
    // Beside the Bot Framework's own, those of any tenant: Entra has them under the tenant's id.
    if (pathname !== '/v1/.well-known/keys' && !/^\/[\w-]+\/discovery\/v2\.0\/keys$/.test(pathname)) {
      return sendJson(response, 404, { error: 'no such page' });
    }
    asked += 1;
    if (down) return sendJson(response, 503, { error: 'unavailable' });
    sendJson(response, 200, { keys: [shownKey(keys)] });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    metadataUrl: `${origin}/v1/.well-known/openidconfiguration`,
    clientId,
    asked: () => asked,
    keys: () => keys,
    setDown: (isDown) => {
      down = isDown;
    },
    rotate: () => {
      keys = newKeys();
    },
    mint: (serviceUrl, { claims = {}, header = {}, at = now() } = {}) => {
      const times = { nbf: at - 60, iat: at - 60, exp: at + HOUR };
      const all = { iss: ISSUER, aud: clientId, serviceurl: serviceUrl, ...times, ...claims };
      return signed(all, keys.privateKey, { kid: keys.kid, ...header });
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The real time in seconds: the SDK holds tokens to it, whatever the program's clock says. */
export function now(): number {
  return Math.floor(Date.now() / 1000);
}

/** A JWT with these claims; the header says RS256 unless told otherwise. */
export function signed(claims: Json, key: KeyObject, header: Json = {}): string {
  const body = unsigned(claims, { alg: 'RS256', typ: 'JWT', ...header });
  return `${body}.${sign('RSA-SHA256', Buffer.from(body), key).toString('base64url')}`;
}

/** The first two parts of a JWT. */
export function unsigned(claims: Json, header: Json): string {
  const part = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}`;
}

let made = 0;

/** New keys under an id that no other keys have. */
export function newKeys(): Keys {
  return { kid: `sleutel-${++made}`, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

function shownKey({ kid, publicKey }: Keys): Json {
  const { n, e } = publicKey.export({ format: 'jwk' });
  return { kty: 'RSA', use: 'sig', kid, x5t: kid, n, e, endorsements: ['msteams'] };
}
