import type { SlackServer } from './slack-server.ts';

export interface Installer {
  team: string;
  /** The user id of who installs the app. */
  user: string;
  /** Presses "Cancel" instead of "Allow". */
  cancels?: boolean;
}

/**
 * Installs the app in a workspace as somebody's browser does: from the app's install page, over
 * Slack's page, back to the app with the cookie it set. Gives the app's last answer.
 */
export async function installApp(base: string, server: SlackServer, installer: Installer): Promise<Response> {
  const start = await fetch(`${base}/slack/install`, { redirect: 'manual' });
  const cookie = start.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const authorize = new URL(start.headers.get('location') ?? linkIn(await start.text(), server.authorizeUrl));
  authorize.searchParams.set('team', installer.team);
  const back = installer.cancels
    ? cancelled(authorize)
    : await chooseUser(server, await (await fetch(authorize)).text(), installer.user);
  return fetch(back, { headers: { cookie }, redirect: 'manual' });
}

/** Presses the button of one user on Slack's page; gives the address that Slack sends the browser to. */
async function chooseUser(server: SlackServer, page: string, user: string): Promise<string> {
  const form = page.split('<form').find((each) => each.includes(`value="${user}"`));
  if (form === undefined) throw new Error(`nobody ${user} on the page: ${page.slice(0, 2000)}`);
  const action = decode(/action="([^"]*)"/.exec(form)?.[1] ?? '');
  const fields = [...form.matchAll(/name="([^"]*)" value="([^"]*)"/g)];
  const response = await fetch(server.origin + action, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields.map(([, name = '', value = '']) => [name, decode(value)])),
  });
  return response.headers.get('location') ?? '';
}

function cancelled(authorize: URL): string {
  const back = new URL(authorize.searchParams.get('redirect_uri') ?? '');
  back.searchParams.set('error', 'access_denied');
  back.searchParams.set('state', authorize.searchParams.get('state') ?? '');
  return back.href;
}

function linkIn(page: string, authorizeUrl: string): string {
  const link = [...page.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => decode(href));
  const found = link.find((href) => href.startsWith(authorizeUrl));
  if (found === undefined) throw new Error(`no link to Slack on the page: ${page.slice(0, 2000)}`);
  return found;
}

function decode(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}
