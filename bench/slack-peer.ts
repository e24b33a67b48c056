import { createServer } from 'node:http';
import { listen } from '../src/web/http-server.ts';
import { TEAM, USER } from './slack-requests.ts';

/** How a command ended: when, on this process's clock, and with what. */
export interface Ending {
  at: number;
  body: string;
}

/** The least that stands for Slack: every call succeeds, and what ends a command is noted. */
export interface Peer {
  port: number;
  responseUrl(key: string): string;
  /** When the command with this key is answered; ask before it is sent. */
  endOf(key: string): Promise<Ending>;
}

/** Fits every call: what users.info asks about is a member of the workspace. */
const ANSWER = JSON.stringify({
  ok: true,
  view: { id: 'V0BENCH', hash: '1' },
  user: { id: USER, team_id: TEAM, real_name: 'Mens', locale: 'nl-NL', tz: 'Europe/Amsterdam' },
});

/** Starts it on a free port. */
export async function startPeer(): Promise<Peer> {
  const waiting = new Map<string, (ending: Ending) => void>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const at = performance.now();
      response.setHeader('content-type', 'application/json').end(ANSWER);
      const { url = '' } = request;
      const call = url.startsWith('/respond/') ? 'response' : 'views.open';
      if (call === 'views.open' && url !== '/api/views.open') return;
      const body = Buffer.concat(parts).toString();
      const [key = ''] = /bench-\d+/.exec(call === 'response' ? url : body) ?? [];
      waiting.get(key)?.({ at, body });
      waiting.delete(key);
    });
  });
  const port = await listen(server, '127.0.0.1', 0);
  return {
    port,
    responseUrl: (key) => `http://127.0.0.1:${port}/respond/${key}`,
    endOf: (key) => new Promise((resolve) => waiting.set(key, resolve)),
  };
}
