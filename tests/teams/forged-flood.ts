import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { message } from './peers/activities.ts';
import { at } from './peers/at.ts';
import { now, unsigned } from './peers/openid-server.ts';
import type { Stage } from './stage.ts';
import { startStage } from './stage.ts';

/** A process of its own that knocks with thousands of forged tokens, and tells its parent what that left behind. */

export interface FloodResult {
  statuses: Record<string, number>;
  /** Bytes that are still in use afterwards, beyond those before. */
  grown: number;
  /** How often the keys were asked for. */
  asked: number;
  /** Lines in the log that an administrator sees. */
  logged: number;
  revision: { before: number; after: number };
  calls: number;
}

const WARM_UP = 2_000;
const AT_ONCE = 25;

/** Long enough that keeping one per request would show. */
const LONG = 1_500;

const issuers = [
  () => `https://sts.windows.net/${randomUUID()}/`,
  () => `https://login.microsoftonline.com/${randomUUID()}/v2.0`,
  () => `https://${randomBytes(LONG).toString('base64url')}.example`,
];

/** Half of them are wrong only in their signature, and half of those in the id of their key as well. */
function forged({ openid }: Stage, serviceUrl: string, turn: number): string {
  const isPlausible = turn % 2 === 0;
  const iss = isPlausible ? 'https://api.botframework.com' : issuers[turn % issuers.length]?.();
  const aud = isPlausible || turn % 3 === 0 ? openid.clientId : randomUUID();
  const times = { nbf: now() - 60, iat: now() - 60, exp: now() + 3600 };
  const kid = turn % 4 === 0 ? openid.keys().kid : randomBytes(LONG).toString('base64url');
  const claims = { iss, tid: randomUUID(), aud, serviceurl: serviceUrl, ...times };
  return `${unsigned(claims, { alg: 'RS256', typ: 'JWT', kid })}.${randomBytes(256).toString('base64url')}`;
}

async function flood(stage: Stage, many: number, statuses: Record<string, number>): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const serviceUrl = stage.connector.serviceUrl('T1');
  const body = JSON.stringify(message(at(stage.connector, 'T1'), 'help'));
  let turn = 0;
  const knock = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const authorization = `Bearer ${forged(stage, serviceUrl, turn)}`;
      const headers = { 'content-type': 'application/json', authorization };
      const asked = request(`${stage.base}/api/messages`, { method: 'POST', headers, agent });
      asked.on('response', (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  const worker = async () => {
    while (turn < many) {
      turn += 1;
      const status = await knock();
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  agent.destroy();
}

function inUse(): number {
  for (let turn = 0; turn < 3; turn++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

async function run(many: number): Promise<FloodResult> {
  let logged = 0;
  const count = () => {
    logged += 1;
  };
  const stage = await startStage({ log: { error: count, warn: count, debug: () => {} } });
  await flood(stage, WARM_UP, {});
  stage.logged.length = 0;
  logged = 0;
  const before = { heap: inUse(), asked: stage.openid.asked(), revision: await stage.app.store.revision() };
  const statuses: Record<string, number> = {};
  await flood(stage, many, statuses);
  await stage.teams.settled();
  stage.logged.length = 0;
  const result: FloodResult = {
    statuses,
    grown: inUse() - before.heap,
    asked: stage.openid.asked() - before.asked,
    logged,
    revision: { before: before.revision, after: await stage.app.store.revision() },
    calls: stage.connector.calls.length,
  };
  await stage.close();
  return result;
}

process.send?.(await run(Number(process.argv[2])));
process.disconnect?.();
