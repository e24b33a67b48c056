import type { IncomingMessage } from 'node:http';

export type Body = Record<string, unknown>;

/** One call of the app under test. */
export interface Call {
  method: string;
  /** The workspace of the token; empty when the token is nobody's. */
  team: string;
  token: string;
  body: Body;
}

const JSON_FIELDS = ['blocks', 'view', 'metadata', 'attachments', 'unfurls', 'source', 'user_auth_blocks'];

/** All of what was sent, as text. */
export async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const part of request) text += part;
  return text;
}

/** The arguments of a call, however they came: as JSON, as a form, or in the address. */
export function bodyOf(request: IncomingMessage, text: string): Body {
  if ((request.headers['content-type'] ?? '').includes('application/json')) return JSON.parse(text || '{}');
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const fields: Body = Object.fromEntries([...searchParams, ...new URLSearchParams(text)]);
  for (const name of JSON_FIELDS) {
    if (typeof fields[name] === 'string') fields[name] = parsed(fields[name]);
  }
  return fields;
}

/** The token of a call, which may stand in the header or among the arguments. */
export function tokenOf(request: IncomingMessage, body: Body): string {
  const header = request.headers.authorization ?? '';
  return header.startsWith('Bearer ') ? header.slice('Bearer '.length) : String(body.token ?? '');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
