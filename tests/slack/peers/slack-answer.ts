import type { Call } from './call.ts';
import { cutHistory, fullUsers, membershipRefusal } from './gaps.ts';
import type { State } from './proxy-state.ts';
import type { Answer, Workspace } from './workspace.ts';

/** What Slack says: mostly emulate's answer, stricter where Slack is, and ours where emulate has none. */
export async function answerOf(
  state: State,
  call: Call,
  scopes: readonly string[],
  authorization: string | undefined,
): Promise<Answer> {
  const { method, team, body, token } = call;
  const workspace = state.workspaces.find((each) => each.team === team);
  if (workspace === undefined && method === 'oauth.v2.access') return { ok: false, error: 'invalid_code' };
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
  return isHistory ? cutHistory(answer, body) : fullUsers(answer, body, workspace);
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
