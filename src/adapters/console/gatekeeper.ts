import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Gatekeeper {
  /** Whether the console may answer under this Host header: else a hostile name could point at us. */
  isOurHost(host: string | undefined): boolean;
  isAccessCode(code: unknown): boolean;
  /** Whether the cookie shows that this browser gave the access code. */
  isKnown(headers: IncomingHttpHeaders): boolean;
  /** Whether a form was sent from our own page, as far as the browser's headers tell. */
  isSameOrigin(headers: IncomingHttpHeaders): boolean;
  /** The value that our own forms carry, and which no other site can know. */
  formValue(): string;
  isFormValue(value: unknown): boolean;
  /** The Set-Cookie header for a browser that gave the access code. */
  cookie(): string;
}

const COOKIE = 'campagneregie-console';
const LOCAL: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Guards the console: it acts for whoever it is told to be, so only who started the program may use it. */
export function createGatekeeper(options: {
  accessCode: string;
  host: string;
  publicUrl: string;
}): Gatekeeper {
  const secret = randomBytes(32);
  const derive = (purpose: string) => createHmac('sha256', secret).update(purpose).digest('base64url');
  const session = derive('session');
  const forForms = derive('forms');
  const hosts = new Set([...LOCAL, hostname(options.host), new URL(options.publicUrl).hostname]);
  const isSecure = options.publicUrl.startsWith('https:');
  return {
    isOurHost: (host) => host !== undefined && hosts.has(hostnameOf(host)),
    isAccessCode: (code) => isSame(code, options.accessCode),
    isKnown: ({ cookie }) => isSame(cookieValue(cookie), session),
    isSameOrigin,
    formValue: () => forForms,
    isFormValue: (value) => isSame(value, forForms),
    cookie: () =>
      `${COOKIE}=${session}; Path=/console; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`,
  };
}

/** Sec-Fetch-Site and Origin, as far as they are there: every browser of the last years sends one of them. */
function isSameOrigin({ host, origin, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || URL.parse(origin)?.host === host?.toLowerCase();
}

function hostnameOf(host: string): string {
  return URL.parse(`http://${host}`)?.hostname ?? '';
}

function hostname(address: string): string {
  return address.includes(':') ? `[${address}]` : address.toLowerCase();
}

function cookieValue(header: string | undefined): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1];
}

function isSame(given: unknown, wanted: string): boolean {
  if (typeof given !== 'string') return false;
  const one = Buffer.from(given);
  const other = Buffer.from(wanted);
  return one.length === other.length && timingSafeEqual(one, other);
}
