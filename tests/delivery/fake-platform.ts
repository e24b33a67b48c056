import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as pass } from 'node:timers/promises';

/** A message as it is posted to the fake platform. */
export interface Posted {
  /** Which process posted it. */
  by: string;
  delivery: string;
  kind: string;
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
  /** How many messages a process posted, taken in or not. */
  postedBy(process: string): number;
  /** Behaves well from now on. */
  heal(): void;
  /** Once everything that senders who are dead by now had posted is taken in or gone. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export const WELL_BEHAVED: Behaviours = { accept: 1, busy: 0, fail: 0, dropBefore: 0, dropAfter: 0 };
const LONGEST_DELAY = 15;
const KEEP_ALIVE = 60_000;

/**
 * A chat platform on loopback that behaves as badly as `behaviours` says: POST /messages brings a message, GET
 * /find?delivery=... tells whether it is there. `random` decides all, so a seed repeats a run's choices.
 */
export async function startFakePlatform(given: {
  random: () => number;
  behaviours?: Partial<Behaviours>;
  /** How many milliseconds it takes over a message, at most. */
  slow?: number;
}): Promise<FakePlatform> {
  const { random, slow = LONGEST_DELAY } = given;
  let behaviours = { ...WELL_BEHAVED, ...given.behaviours };
  const accepted: Accepted[] = [];
  const posts = new Map<string, number>();
  const met = { accept: 0, busy: 0, fail: 0, dropBefore: 0, dropAfter: 0 };

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const posted = JSON.parse(await bodyOf(request)) as Posted;
    posts.set(posted.by, (posts.get(posted.by) ?? 0) + 1);
    const behaviour = choose(behaviours, random());
    met[behaviour]++;
    await pass(random() * slow);
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

  const underWay = new Set<unknown>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake');
    if (request.method === 'POST' && url.pathname === '/messages') {
      underWay.add(request);
      return void take(request, response)
        .catch(() => response.destroy())
        .finally(() => underWay.delete(request));
    }
    const found = accepted.find(({ delivery }) => delivery === url.searchParams.get('delivery'));
    if (found) answer(response, 200, { platformId: found.platformId });
    else answer(response, 404, {});
  });
  server.keepAliveTimeout = KEEP_ALIVE;
  server.on('connection', (socket) => {
    underWay.add(socket);
    socket.on('close', () => underWay.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    accepted,
    met,
    postedBy: (process) => posts.get(process) ?? 0,
    heal: () => {
      behaviours = WELL_BEHAVED;
    },
    settled: async () => {
      // Connections are taken in turn: once this one was, so were all that dead senders had made.
      await knock(port);
      while (underWay.size > 0) await pass(2);
    },
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

/** Makes a connection, waits until the other side ends it, and leaves. */
async function knock(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.end('GET /find HTTP/1.1\r\nhost: fake\r\nconnection: close\r\n\r\n').resume();
  await once(socket, 'close');
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
