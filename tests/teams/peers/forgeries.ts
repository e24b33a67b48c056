import { createHmac, randomUUID } from 'node:crypto';
import type { Json } from './json.ts';
import { newKeys, now, type OpenId, signed, unsigned } from './openid-server.ts';

/** What to send as Authorization for a message from this service URL; undefined for no header at all. */
export type Forgery = (openid: OpenId, serviceUrl: string) => string | string[] | undefined;

const DAY = 86_400;
const FOREIGN = '5f0c0c5e-77f5-4c7e-9a3b-3f2f9e6b1a10';
const strangers = newKeys();

/** Every way to knock that must get no further than the door, by name. */
export const FORGERIES: Record<string, Forgery> = {
  'no header': () => undefined,
  'an empty header': () => '',
  'only the word Bearer': () => 'Bearer ',
  garbage: () => 'Bearer dit.is.geen-token',
  'garbage of one part': () => `Bearer ${'x'.repeat(2_000)}`,
  'parts that are no JSON': () => 'Bearer e30x.e30x.e30x',
  'for another audience': claiming({ aud: '7a1f0000-0000-4000-8000-000000000000' }),
  'for no audience': claiming({ aud: undefined }),
  'of another issuer': claiming({ iss: 'https://api.botframework.example' }),
  'of no issuer': claiming({ iss: undefined }),
  'of an issuer that begins alike': claiming({ iss: 'https://api.botframework.com.example' }),
  expired: (openid, serviceUrl) => `Bearer ${openid.mint(serviceUrl, { at: now() - DAY })}`,
  'not valid yet': (openid, serviceUrl) => `Bearer ${openid.mint(serviceUrl, { at: now() + DAY })}`,
  'for another service URL': claiming({ serviceurl: 'https://smba.example/emea/' }),
  'for no service URL': claiming({ serviceurl: undefined }),
  'signed with another key under the same id': (openid, serviceUrl) =>
    `Bearer ${signed(claimsOf(openid, serviceUrl), strangers.privateKey, { kid: openid.keys().kid })}`,
  'signed with another key under an unknown id': (openid, serviceUrl) =>
    `Bearer ${signed(claimsOf(openid, serviceUrl), strangers.privateKey, { kid: randomUUID() })}`,
  'under an unknown key id': (openid, serviceUrl) =>
    `Bearer ${openid.mint(serviceUrl, { header: { kid: randomUUID() } })}`,
  'with claims that were changed after signing': (openid, serviceUrl) => {
    const [header, , signature] = openid.mint(serviceUrl).split('.');
    const [, claims] = unsigned({ ...claimsOf(openid, serviceUrl), sub: 'een ander' }, {}).split('.');
    return `Bearer ${header}.${claims}.${signature}`;
  },
  'without its signature': (openid, serviceUrl) =>
    `Bearer ${openid.mint(serviceUrl).split('.').slice(0, 2).join('.')}.`,
  'of which the algorithm is none': (openid, serviceUrl) =>
    `Bearer ${unsigned(claimsOf(openid, serviceUrl), { alg: 'none', typ: 'JWT' })}.`,
  'of which the algorithm is None': (openid, serviceUrl) =>
    `Bearer ${unsigned(claimsOf(openid, serviceUrl), { alg: 'None', kid: openid.keys().kid })}.`,
  'HS256 with the public key as its secret': (openid, serviceUrl) => {
    const { kid, publicKey } = openid.keys();
    const body = unsigned(claimsOf(openid, serviceUrl), { alg: 'HS256', typ: 'JWT', kid });
    const secret = publicKey.export({ type: 'spki', format: 'pem' });
    return `Bearer ${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
  },
  'of Entra in another tenant, version 1': entra(`https://sts.windows.net/${FOREIGN}/`),
  'of Entra in another tenant, version 2': entra(`https://login.microsoftonline.com/${FOREIGN}/v2.0`),
  'of Entra with the service URL in it': (openid, serviceUrl) =>
    entra(`https://sts.windows.net/${FOREIGN}/`, { serviceurl: serviceUrl })(openid, serviceUrl),
  'right, without the word Bearer': (openid, serviceUrl) => openid.mint(serviceUrl),
  'right, after bearer in lower case': (openid, serviceUrl) => `bearer ${openid.mint(serviceUrl)}`,
  'right, after the word Basic': (openid, serviceUrl) => `Basic ${openid.mint(serviceUrl)}`,
  'right, in the second of two headers': (openid, serviceUrl) => [
    'Bearer dit.is.geen-token',
    `Bearer ${openid.mint(serviceUrl)}`,
  ],
  'right, behind another in one header': (openid, serviceUrl) =>
    `Bearer dit.is.geen-token, Bearer ${openid.mint(serviceUrl)}`,
};

/**
 * What the SDK by itself lets in, as measured of 2.1.0: our own door has to stop these. Version 2 of Entra's it knows
 * by the address of Microsoft's own login, which is elsewhere here.
 */
export const THE_SDK_LETS_IN = [
  'of Entra in another tenant, version 1',
  'of Entra with the service URL in it',
  'right, without the word Bearer',
] as const;

function claiming(claims: Json): Forgery {
  return (openid, serviceUrl) => `Bearer ${openid.mint(serviceUrl, { claims })}`;
}

/** The right audience in a token that any tenant's own administrator can get: it says nothing of the Bot Connector. */
function entra(iss: string, more: Json = {}): Forgery {
  return claiming({
    iss,
    tid: FOREIGN,
    appid: randomUUID(),
    oid: randomUUID(),
    serviceurl: undefined,
    ...more,
  });
}

function claimsOf({ clientId }: OpenId, serviceUrl: string): Json {
  const at = now();
  const times = { nbf: at - 60, iat: at - 60, exp: at + 3600 };
  return { iss: 'https://api.botframework.com', aud: clientId, serviceurl: serviceUrl, ...times };
}
