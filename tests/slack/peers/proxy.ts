import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { doAsTold, sendJson } from './as-told.ts';
import { answerAuthorize } from './authorize.ts';
import { bodyOf, type Call, readText, tokenOf } from './call.ts';
import type { State } from './proxy-state.ts';
import { takeRule } from './script.ts';
import { answerOf } from './slack-answer.ts';
import { faultsOf } from './violations.ts';

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
  watch(state, call);
  const does = takeRule(state.script, method, team);
  if (await doAsTold(does, response)) return;
  const answer = await answerOf(state, call, grant?.scopes ?? [], request.headers.authorization);
  if (does !== undefined && 'drop' in does) response.destroy();
  else sendJson(response, answer);
}

/** A response URL takes five answers, and none after. */
async function answerResponseUrl(
  state: State,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const body = bodyOf(request, await readText(request));
  const team = id.split('-')[0] ?? '';
  watch(state, { method: 'response', team, token: '', body });
  const does = takeRule(state.script, 'response', team);
  if (await doAsTold(does, response)) return;
  const used = state.responses.filter((each) => each.id === id).length;
  if (used >= 5) return void response.writeHead(404).end('used_url');
  state.responses.push({ id, body });
  if (does !== undefined && 'drop' in does) response.destroy();
  else response.end('ok');
}

function watch({ owners, violations }: State, call: Call): void {
  const { team, method, body } = call;
  const foreign = owners.foreign(team, body).map((id) => `${id} is of another workspace`);
  for (const fault of [...faultsOf(call), ...foreign]) violations.push(`${team} ${method}: ${fault}`);
}
