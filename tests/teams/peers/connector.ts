import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerOf } from './connector-answers.ts';
import { targetOf } from './connector-routes.ts';
import type { Call, Shown, State } from './connector-state.ts';
import { type Json, readBytes, sendJson } from './json.ts';
import { type Channel, type Person, type Tenant, type TenantName, tenantOf } from './places.ts';
import { CODES, Refused } from './refusals.ts';
import { type Does, type Rule, takeRule } from './script.ts';
import { faultsOf } from './violations.ts';

const MOST_BYTES = 100_000;
/** Without a signature that anybody checks: the SDK only reads it. */
const BOT_TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJhcHBpZCI6ImJvdCJ9.c2xldXRlbC12YW4tZGUtYm90';

export interface Connector {
  origin: string;
  /** The token that the app has to come with. */
  token: string;
  botId: string;
  calls: Call[];
  /** What Teams would refuse, or what reached into another tenant: every test holds it empty. */
  violations: string[];
  /** What to do with coming calls. */
  script: Rule[];
  tenant(key: TenantName): Tenant;
  /** Somebody of a tenant by name; the fields may be changed. */
  person(key: TenantName, name: string): Person;
  channel(key: TenantName, name: string): Channel;
  /** Where the tenant is served now. */
  serviceUrl(key: TenantName): string;
  /** From now on the tenant is served from another region, and at the old address nothing is found. */
  move(key: TenantName, region: string): void;
  /** Puts the bot in a personal conversation, a team or a group chat, by its id. */
  install(home: string): void;
  uninstall(home: string): void;
  isInstalled(home: string): boolean;
  /** What stands in a conversation now, oldest first; what `;messageid=` names makes no difference. */
  shown(conversation: string): readonly Shown[];
  close(): Promise<void>;
}

/** Plays the Bot Connector of Teams on loopback, with two tenants; the bot is installed nowhere yet. */
export async function startConnector({ clientId }: { clientId: string }): Promise<Connector> {
  const tenants = [tenantOf('T1'), tenantOf('T2')];
  let activities = 1_795_430_000_000;
  let turns = 0;
  const state: State = {
    tenants,
    origin: '',
    token: BOT_TOKEN,
    botId: `28:${clientId}`,
    calls: [],
    violations: [],
    script: [],
    installed: new Set(),
    shown: new Map(),
    regions: new Map(tenants.map(({ key }) => [key, 'emea'])),
    newId: () => String(++activities),
    newTurn: () => ++turns,
  };
  const server = serve(state);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  state.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tenant = (key: TenantName) => found(tenants, key, (each) => each.key);
  return {
    origin: state.origin,
    token: state.token,
    botId: state.botId,
    calls: state.calls,
    violations: state.violations,
    script: state.script,
    tenant,
    person: (key, name) => found(tenant(key).people, name, (each) => each.name),
    channel: (key, name) => found(tenant(key).team.channels, name, (each) => each.name),
    serviceUrl: (key) => `${state.origin}/${state.regions.get(key)}/${tenant(key).id}/`,
    move: (key, region) => void state.regions.set(key, region),
    install: (home) => void state.installed.add(home),
    uninstall: (home) => void state.installed.delete(home),
    isInstalled: (home) => state.installed.has(home),
    shown: (conversation) => state.shown.get(conversation.split(';')[0] ?? '') ?? [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serve(state: State): Server {
  return createServer((request, response) => {
    answer(state, request, response).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return;
      state.violations.push(`the peer itself: ${String(error)}`);
      response.destroy();
    });
  });
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = await readBytes(request);
  const target = targetOf(state, request.method ?? '', request.url ?? '');
  if (target === undefined) return refuse(response, new Refused(404, 'NotFound', 'nothing here'));
  const body = bytes.length === 0 ? {} : (JSON.parse(bytes.toString()) as Json);
  const call: Call = { ...target, body, status: 0 };
  state.calls.push(call);
  const reply = (status: number, send: () => void) => {
    call.status = status;
    send();
  };
  const fail = (refused: Refused, more?: Record<string, string>) =>
    reply(refused.status, () => refuse(response, refused, more));
  if (request.headers.authorization !== `Bearer ${state.token}`) {
    note(state, call, ['comes without the bot token']);
    return fail(new Refused(401, 'Unauthorized', 'Authorization has been denied for this request.'));
  }
  note(state, call, faultsOf(state, call));
  if (bytes.length > MOST_BYTES) {
    note(state, call, [`${bytes.length} bytes`]);
    return fail(new Refused(413, 'MessageSizeTooBig', 'Message size too large.'));
  }
  const does = takeRule(state.script, call.call, call.conversation);
  if (await doAsTold(does, response, fail)) return;
  try {
    const { status, body: given } = answerOf(state, call);
    if (does !== undefined && 'drop' in does) response.destroy();
    else reply(status, () => sendJson(response, status, given));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // What Teams refuses because of how it is asked is our fault; what it refuses because of how things are is not.
    if (error.status === 400) note(state, call, [error.message]);
    fail(error);
  }
}

/** True when nothing is left to do: the call does not get to Teams. */
async function doAsTold(
  does: Does | undefined,
  response: ServerResponse,
  fail: (refused: Refused, more?: Record<string, string>) => void,
): Promise<boolean> {
  if (does === undefined) return false;
  if ('when' in does) {
    does.heard?.();
    await does.when;
  }
  if ('status' in does) {
    const code = does.code ?? CODES[does.status] ?? 'ServiceError';
    const more = does.retryAfter === undefined ? {} : { 'retry-after': String(does.retryAfter) };
    fail(new Refused(does.status, code, 'as the test has it'), more);
    return true;
  }
  if ('drop' in does && does.drop === 'before') {
    response.destroy();
    return true;
  }
  return 'hang' in does;
}

function refuse(response: ServerResponse, { status, code, message }: Refused, more?: Record<string, string>) {
  sendJson(response, status, { error: { code, message } }, more);
}

function note({ violations }: State, { tenant, call }: Call, faults: readonly string[]): void {
  for (const fault of faults) violations.push(`${tenant.key} ${call}: ${fault}`);
}

function found<T>(all: readonly T[], name: string, nameOf: (each: T) => string): T {
  const one = all.find((each) => nameOf(each) === name);
  if (one === undefined) throw new Error(`no ${name} in this Teams`);
  return one;
}
