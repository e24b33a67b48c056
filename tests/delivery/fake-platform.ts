import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pass } from 'node:timers/promises';

/** A message as it is posted to the fake platform. */
export interface Posted {
  delivery: string;
  recipient: string;
  nudges: string[];
  text: string;
}

/** One that the platform took in; `answered` is false when the sender was not told so. */
export interface Accepted extends Posted {
  platformId: string;
  answered: boolean;
}

/** What it does with a message: each word with how likely it is, against the others. */
export interface Behaviours {
  accept: number;
  /** 429 with Retry-After: 1. */
  busy: number;
  /** 500, not taken in. */
  fail: number;
  dropBefore: number;
  dropAfter: number;
}

export interface FakePlatform {
  base: string;
  /** In the order of arrival; one message twice is here twice. */
  accepted: readonly Accepted[];
  /** How often each behaviour was met. */
  met: Readonly<Record<keyof Behaviours, number>>;
  stop(): Promise<void>;
}

export const WELL_BEHAVED: Behaviours = { accept: 1, busy: 0, fail: 0, dropBefore: 0, dropAfter: 0 };
const LONGEST_DELAY = 15;

/**
 * A chat platform on loopback that behaves as badly as `behaviours` says: POST /messages brings a message, GET
 * /find?delivery=... tells whether it is there. `random` decides all, so a seed repeats a run's choices.
 */
export async function startFakePlatform(given: {
  random: () => number;
  behaviours?: Partial<Behaviours>;
}): Promise<FakePlatform> {
  const { random } = given;
  const behaviours = { ...WELL_BEHAVED, ...given.behaviours };
  const accepted: Accepted[] = [];
  const met = { accept: 0, busy: 0, fail: 0, dropBefore: 0, dropAfter: 0 };

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const posted = JSON.parse(await bodyOf(request)) as Posted;
    const behaviour = choose(behaviours, random());
    met[behaviour]++;
    await pass(random() * LONGEST_DELAY);
    if (behaviour === 'dropBefore') return void response.destroy();
    if (behaviour === 'busy') return answer(response, 429, { error: 'slow down' }, { 'retry-after': '1' });
    if (behaviour === 'fail') return answer(response, 500, { error: 'oops' });
    const platformId = `m${accepted.length + 1}`;
    const kept: Accepted = { ...posted, platformId, answered: false };
    accepted.push(kept);
    if (behaviour === 'dropAfter') return void response.destroy();
    kept.answered = true;
    answer(response, 200, { platformId });
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake');
    if (request.method === 'POST' && url.pathname === '/messages')
      return void take(request, response).catch(() => response.destroy());
    const found = accepted.find(({ delivery }) => delivery === url.searchParams.get('delivery'));
    if (found) answer(response, 200, { platformId: found.platformId });
    else answer(response, 404, {});
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted,
    met,
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function choose(behaviours: Behaviours, at: number): keyof Behaviours {
  const words = Object.entries(behaviours) as [keyof Behaviours, number][];
  let left = at * words.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [word, weight] of words) {
    left -= weight;
    if (left < 0) return word;
  }
  return 'accept';
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function answer(response: ServerResponse, status: number, body: object, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
