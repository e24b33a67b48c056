import { createServer } from 'node:http';
import { listen } from '../src/web/http-server.ts';
import { conversationOf, TENANT_ID, userOf } from './teams-requests.ts';

/** How a message ended: when, on this process's clock, and with what. */
export interface Ending {
  at: number;
  body: string;
}

/** The least that stands for the Bot Connector: every call succeeds, and what is posted is noted. */
export interface Peer {
  serviceUrl: string;
  /** What is posted next in this seat's conversation; ask before it can be. */
  endOf(seat: number): Promise<Ending>;
}

/** Fits every call: what asks about a member is told of one of the tenant. */
const ANSWER = JSON.stringify({
  id: '1795430000001',
  name: 'Mens',
  aadObjectId: userOf(0),
  userPrincipalName: 'mens@politie.example',
  tenantId: TENANT_ID,
  userRole: 'user',
});

/** Starts it on a free port. A message that nobody waits for ends the process: it would answer the wrong question. */
export async function startPeer(): Promise<Peer> {
  const waiting = new Map<string, (ending: Ending) => void>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const at = performance.now();
      response.setHeader('content-type', 'application/json').end(ANSWER);
      if (request.method !== 'POST') return;
      const [, conversation = ''] = /\/conversations\/([^/]+)\/activities/.exec(request.url ?? '') ?? [];
      const key = decodeURIComponent(conversation);
      const end = waiting.get(key);
      if (!end) throw new Error(`nobody waits for ${request.url}`);
      waiting.delete(key);
      end({ at, body: Buffer.concat(parts).toString() });
    });
  });
  const port = await listen(server, '127.0.0.1', 0);
  return {
    serviceUrl: `http://127.0.0.1:${port}/emea/`,
    endOf: (seat) => new Promise((resolve) => waiting.set(conversationOf(seat), resolve)),
  };
}
