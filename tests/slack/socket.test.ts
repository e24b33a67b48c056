import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { createSlack } from '../../src/adapters/slack/slack.ts';
import { createApp, fillCalendar } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { setTenantOrganisations } from '../../src/domain/tenant/manage-tenant.ts';
import { slashCommand } from './peers/requests.ts';
import { type Json, wordsIn } from './reading.ts';

const CONFIG = {
  DATABASE_PATH: ':memory:',
  CLOCK: '2026-11-23T09:00:00Z',
  LOG_LEVEL: 'silent',
  SLACK_APP_TOKEN: 'xapp-1-A0-1-geheim',
  SLACK_BOT_TOKEN: 'xoxb-1-geheim',
};

/** Slack as it is behind Socket Mode: a few answers over HTTP, and a socket over which requests come. */
async function startPeer() {
  const answered = Promise.withResolvers<Json>();
  const acknowledged = Promise.withResolvers<Json>();
  const connected = Promise.withResolvers<WebSocket>();
  const web = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    response.setHeader('content-type', 'application/json');
    const { port } = web.address() as AddressInfo;
    if (request.url === '/response') answered.resolve(JSON.parse(body) as Json);
    const answers: Record<string, Json> = {
      '/api/auth.test': { team_id: 'T7', team: 'Achter de muur', user_id: 'U0', bot_id: 'B0' },
      '/api/apps.connections.open': { url: `ws://127.0.0.1:${port}/link` },
      '/api/users.info': { user: { id: 'U1', team_id: 'T7', real_name: 'Anna', tz: 'Europe/Amsterdam' } },
    };
    response.end(JSON.stringify({ ok: true, ...answers[request.url ?? ''] }));
  });
  const sockets = new WebSocketServer({ server: web });
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => acknowledged.resolve(JSON.parse(String(data)) as Json));
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    connected.resolve(socket);
  });
  await once(web.listen(0, '127.0.0.1'), 'listening');
  const origin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  return { origin, answered, acknowledged, connected, web, sockets };
}

const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A proxy that only tunnels (CONNECT); notes where to. */
async function startProxy(): Promise<{ url: string; tunnels: string[] }> {
  const tunnels: string[] = [];
  const proxy = createServer();
  const sockets = new Set<Socket>();
  proxy.on('connect', (request, client: Socket, head) => {
    tunnels.push(request.url ?? '');
    const [host, port] = (request.url ?? '').split(':');
    const target = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.write(head);
      target.pipe(client).pipe(target);
    });
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, tunnels };
}

describe('over Socket Mode', () => {
  it('a command is acknowledged over the socket and answered, with nothing open to the outside', async () => {
    await commandOverSocket({});
  });

  it('the socket goes through the outgoing proxy', async () => {
    const proxy = await startProxy();
    const peer = await commandOverSocket({ HTTPS_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1' });
    expect(proxy.tunnels).toContain(new URL(peer.origin).host);
  });
});

async function commandOverSocket(environment: Record<string, string>) {
  const peer = await startPeer();
  closing.push(() => {
    for (const socket of peer.sockets.clients) socket.terminate();
    peer.web.closeAllConnections();
    peer.web.close();
  });
  const config = readConfig({ ...CONFIG, ...environment, SLACK_API_URL: `${peer.origin}/api/` });
  const app = createApp(config);
  await fillCalendar(app);
  const nothing = () => {};
  const slack = createSlack({
    ...app,
    settings: config.slack as NonNullable<typeof config.slack>,
    log: { error: nothing, warn: nothing, debug: nothing },
    monotonic: () => app.clock.monotonic(),
  });
  closing.push(app.close, slack.stop);
  expect(slack.routes).toBeUndefined();
  await slack.start();
  const socket = await peer.connected.promise;
  const by = { actor: { ...PROGRAM, role: 'coordinator' as const }, at: app.now() };
  await setTenantOrganisations(app.store, by, 'tenant/slack~t7', ['organisation/politie']);

  const payload = slashCommand({
    team: 'T7',
    user: 'U1',
    channel: 'C1',
    command: '/kalender',
    text: 'okt 2027',
    trigger: '1.2.3',
    responseUrl: `${peer.origin}/response`,
  });
  socket.send(
    JSON.stringify({ envelope_id: 'e1', type: 'slash_commands', payload, accepts_response_payload: true }),
  );
  expect(await peer.acknowledged.promise).toMatchObject({ envelope_id: 'e1' });
  expect(wordsIn(await peer.answered.promise)).toContain('Week van de Veiligheid');
  expect(await app.store.get('tenant/slack~t7')).toMatchObject({ name: 'Achter de muur' });
  return peer;
}
