import type { IncomingMessage, ServerResponse } from 'node:http';
import { readText } from './call.ts';
import type { State } from './proxy-state.ts';

/** Slack's page to allow an app, and what it does then; which workspace is in the address (`team`). */
export async function answerAuthorize(state: State, request: IncomingMessage, response: ServerResponse) {
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
