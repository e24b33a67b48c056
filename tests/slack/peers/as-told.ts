import type { ServerResponse } from 'node:http';
import type { Does } from './script.ts';

/** True when nothing is left to do: the call does not get to Slack. */
export async function doAsTold(does: Does | undefined, response: ServerResponse): Promise<boolean> {
  if (does === undefined) return false;
  if ('when' in does) await does.when;
  if ('error' in does) sendJson(response, { ok: false, error: does.error });
  else if ('retryAfter' in does) {
    sendJson(response, { ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(does.retryAfter) });
  } else if ('status' in does) response.writeHead(does.status).end('upstream');
  else if ('drop' in does && does.drop === 'before') response.destroy();
  else return 'hang' in does;
  return true;
}

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  answer: object,
  status = 200,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(answer));
}
