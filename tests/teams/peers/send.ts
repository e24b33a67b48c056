import { request } from 'node:http';
import type { Json } from './json.ts';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Delivers an activity as the Bot Connector does; gives the app's answer. */
export function deliver(base: string, activity: Json, authorization: string): Promise<Response> {
  return fetch(`${base}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', authorization },
    body: JSON.stringify(activity),
  });
}

/** Sends whatever a stranger could: several headers of one name, any body, any method. */
export function knock(
  base: string,
  {
    method = 'POST',
    authorization,
    headers = { 'content-type': 'application/json' },
    body,
  }: {
    method?: string;
    authorization?: string | string[] | undefined;
    headers?: Record<string, string>;
    body?: string | Buffer;
  },
): Promise<Answer> {
  const all = authorization === undefined ? headers : { ...headers, authorization };
  return new Promise((resolve, reject) => {
    const asked = request(`${base}/api/messages`, { method, headers: all as Record<string, string> });
    asked.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
