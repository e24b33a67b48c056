import { get } from 'node:http';

/** The three ways in which calendar programs ask for a feed. */
export const WAYS = ['200', 'gzip', '304'] as const;
export type Way = (typeof WAYS)[number];

export interface Answer {
  status: number;
  /** Names and values in turn, as they were sent. */
  headers: string[];
  body: Buffer;
}

const PATH = '/feeds/campagnes.ics';

/** Asks once in one of the ways; for a 304 the entity tag is fetched first. */
export async function ask(port: number, way: Way): Promise<Answer> {
  const answer = await send(port, headersOf(way, way === '304' ? await tagOf(port) : ''));
  const wanted = way === '304' ? 304 : 200;
  if (answer.status !== wanted) throw new Error(`asked for ${way} and got ${answer.status}`);
  return answer;
}

/** The bytes of one such request on a connection that is kept. */
export async function requestText(port: number, way: Way): Promise<string> {
  const headers = Object.entries(headersOf(way, await tagOf(port))).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [`GET ${PATH} HTTP/1.1`, 'Host: 127.0.0.1', ...headers, '', ''].join('\r\n');
}

function headersOf(way: Way, tag: string): Record<string, string> {
  if (way === '304') return { 'If-None-Match': tag };
  return way === 'gzip' ? { 'Accept-Encoding': 'gzip' } : {};
}

async function tagOf(port: number): Promise<string> {
  const { headers } = await send(port, {});
  return headers[headers.indexOf('ETag') + 1] ?? '';
}

function send(port: number, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: PATH, headers, agent: false }, async (response) => {
      const body = Buffer.concat(await Array.fromAsync(response));
      resolve({ status: response.statusCode ?? 0, headers: response.rawHeaders, body });
    }).on('error', reject);
  });
}
