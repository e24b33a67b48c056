import { createHmac } from 'node:crypto';

export * from './events.ts';
export * from './interactions.ts';

export type Payload = Record<string, unknown>;

export interface Sending {
  /** The app's signing secret. */
  secret: string;
  /** When it was signed, in seconds since 1970; now if left out, for the app holds it to the real clock. */
  at?: number;
  /** A signature to send in place of the right one. */
  signature?: string;
  /** The how-manieth attempt this is, from 1, and why Slack tries again. */
  retry?: { number: number; reason: 'http_timeout' | 'http_error' | 'connection_failed' };
}

/** Sends the app what Slack would, signed as Slack does; gives the app's answer. */
export async function sendToApp(base: string, payload: Payload, sending: Sending): Promise<Response> {
  const { secret, at = Math.floor(Date.now() / 1000), retry } = sending;
  const { type, body } = encode(payload);
  const right = `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`;
  return fetch(`${base}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': sending.signature ?? right,
      ...(retry && { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason }),
    },
    body,
  });
}

/** Events come as JSON, commands as a form, and all a person clicks as JSON in a form. */
function encode(payload: Payload): { type: string; body: string } {
  if (payload.type === 'event_callback' || payload.type === 'url_verification') {
    return { type: 'application/json', body: JSON.stringify(payload) };
  }
  const fields = 'command' in payload ? payload : { payload: JSON.stringify(payload) };
  const form = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  return { type: 'application/x-www-form-urlencoded', body: form.toString() };
}
