import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { bodyOf, type Call, readText, tokenOf } from './call.ts';
import { cutHistory, fullUser, membershipRefusal } from './gaps.ts';
import type { State } from './proxy-state.ts';
import { type Does, takeRule } from './script.ts';
import { faultsOf } from './violations.ts';
import type { Answer, Workspace } from './workspace.ts';

/** The server that the app under test takes for Slack: it looks at every call and passes it on. */
export function createProxy(state: State): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, first = '', ...rest] = pathname.split('/');
    const answered =
      first === 'api'
        ? answerCall(state, rest.join('/'), request, response)
        : first === 'response'
          ? answerResponseUrl(state, rest[0] ?? '', request, response)
          : answerAuthorize(state, request, response);
    answered.catch((error: unknown) => {
      state.violations.push(`the peer itself: ${String(error)}`);
      response.destroy();
    });
  });
}

async function answerCall(state: State, method: string, request: IncomingMessage, response: ServerResponse) {
  const body = bodyOf(request, await readText(request));
  const token = tokenOf(request, body);
  const grant = state.grants.get(token);
  const team = grant?.team ?? (method === 'oauth.v2.access' ? state.codes.get(String(body.code)) : '') ?? '';
  const call: Call = { method, team, token, body };
  state.calls.push(call);
  for (const fault of faultsOf(call)) state.violations.push(`${team} ${method}: ${fault}`);
  for (const id of state.owners.foreign(team, body)) {
    state.violations.push(`${team} ${method}: ${id} is of another workspace`);
  }
  const does = takeRule(state.script, method, team);
  if (await doAsTold(does, response)) return;
  const answer = await answerOf(state, call, grant?.scopes ?? [], request.headers.authorization);
  if (does !== undefined && 'drop' in does) response.destroy();
  else sendJson(response, answer);
}

/** True when nothing is left to do: the call does not get to Slack. */
async function doAsTold(does: Does | undefined, response: ServerResponse): Promise<boolean> {
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

/** What Slack says: mostly emulate's answer, stricter where Slack is, and ours where emulate has none. */
async function answerOf(
  state: State,
  call: Call,
  scopes: readonly string[],
  authorization: string | undefined,
): Promise<Answer> {
  const { method, team, body, token } = call;
  const workspace = state.workspaces.find((each) => each.team === team);
  if (workspace === undefined) return { ok: false, error: token === '' ? 'not_authed' : 'invalid_auth' };
  const refusal =
    state.owners.refusal(team, body) ??
    (state.expired.has(String(body.trigger_id)) ? 'expired_trigger_id' : undefined) ??
    (await membershipRefusal(call, scopes, workspace));
  if (refusal !== undefined) return { ok: false, error: refusal };
  if (method === 'chat.unfurl') return answerUnfurl(scopes);
  const answer = await passOn(workspace, call, authorization);
  if (answer.error === 'unknown_method') state.violations.push(`${team}: no method ${method} here`);
  learn(state, call, answer);
  return answer;
}

async function passOn(workspace: Workspace, { method, body }: Call, authorization = ''): Promise<Answer> {
  const isHistory = method === 'conversations.history';
  const { status, text } = await workspace.pass(`/api/${method}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(isHistory ? { channel: body.channel, limit: 1000 } : body),
  });
  if (status === 404) return { ok: false, error: 'unknown_method', req_method: method };
  const answer = JSON.parse(text) as Answer;
  return isHistory ? cutHistory(answer, body) : fullUser(answer, body, workspace);
}

function answerUnfurl(scopes: readonly string[]): Answer {
  if (scopes.includes('links:write')) return { ok: true };
  return { ok: false, error: 'missing_scope', needed: 'links:write', provided: scopes.join(',') };
}

function learn(state: State, { method, team, body }: Call, answer: Answer): void {
  state.owners.learn(team, JSON.stringify(answer));
  if (method === 'oauth.v2.access' && answer.ok) {
    state.grants.set(String(answer.access_token), { team, scopes: String(answer.scope).split(',') });
  }
  const view = answer.view as { id: string } | undefined;
  if (view === undefined) return;
  state.views.set(view.id, view);
  if (method === 'views.publish') state.homes.set(`${team} ${String(body.user_id)}`, view);
}

async function answerResponseUrl(
  state: State,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const body = bodyOf(request, await readText(request));
  const team = id.split('-')[0] ?? '';
  const call: Call = { method: 'response', team, token: '', body };
  for (const fault of faultsOf(call)) state.violations.push(`${team} response: ${fault}`);
  for (const foreign of state.owners.foreign(team, body)) {
    state.violations.push(`${team} response: ${foreign} is of another workspace`);
  }
  const does = takeRule(state.script, 'response', team);
  if (await doAsTold(does, response)) return;
  const used = state.responses.filter((each) => each.id === id).length;
  if (used >= 5) return void response.writeHead(404).end('used_url');
  state.responses.push({ id, body });
  if (does !== undefined && 'drop' in does) response.destroy();
  else response.end('ok');
}

async function answerAuthorize(state: State, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const team = url.searchParams.get('team');
  const workspace = state.workspaces.find((each) => each.team === team);
  if (!url.pathname.startsWith('/oauth/v2/authorize') || workspace === undefined) {
    return void response.writeHead(404).end('No such page, or no workspace chosen with ?team=');
  }
  // Slack falls back to the address that the app is registered with; emulate does not.
  if (!url.searchParams.get('redirect_uri')) url.searchParams.set('redirect_uri', state.redirectUri);
  const answer = await workspace.pass(url.pathname + url.search, {
    method: request.method ?? 'GET',
    redirect: 'manual',
    headers: { 'content-type': request.headers['content-type'] ?? 'text/html' },
    ...(request.method === 'POST' ? { body: await readText(request) } : {}),
  });
  const location = answer.headers.get('location');
  const code = location === null ? null : new URL(location).searchParams.get('code');
  if (code !== null) state.codes.set(code, workspace.team);
  const page = answer.text.replaceAll('authorize/callback"', `authorize/callback?team=${workspace.team}"`);
  response
    .writeHead(answer.status, location === null ? { 'content-type': 'text/html' } : { location })
    .end(page);
}

function sendJson(
  response: ServerResponse,
  answer: Answer,
  status = 200,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(answer));
}
