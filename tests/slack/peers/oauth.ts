import type { SlackServer } from './slack-server.ts';

export interface Installer {
  team: string;
  /** The user id of who installs the app. */
  user: string;
  /** Presses "Cancel" instead of "Allow". */
  cancels?: boolean;
  /** Scopes that they do not allow: those that are optional. */
  leavesOut?: readonly string[];
}

/** What somebody's browser has when it comes to Slack's page: the app's cookie, and where it goes. */
export interface Begun {
  cookie: string;
  authorize: URL;
}

/**
 * Installs the app in a workspace as somebody's browser does: from the app's install page, over
 * Slack's page, back to the app with the cookie it set. Gives the app's last answer.
 */
export async function installApp(base: string, server: SlackServer, installer: Installer): Promise<Response> {
  const { cookie, authorize } = await beginInstall(base, server);
  const back = await decideInstall(server, authorize, installer);
  return fetch(back, { headers: { cookie }, redirect: 'manual' });
}

/** Goes to the app's install page. */
export async function beginInstall(base: string, server: SlackServer): Promise<Begun> {
  const start = await fetch(`${base}/slack/install`, { redirect: 'manual' });
  const cookie = start.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const authorize = new URL(start.headers.get('location') ?? linkIn(await start.text(), server.authorizeUrl));
  return { cookie, authorize };
}

/** Allows it, or not, on Slack's page; gives the address that Slack sends the browser back to. */
export async function decideInstall(
  server: SlackServer,
  authorize: URL,
  installer: Installer,
): Promise<string> {
  authorize.searchParams.set('team', installer.team);
  const { leavesOut = [] } = installer;
  const asked = (authorize.searchParams.get('scope') ?? '').split(',');
  authorize.searchParams.set('scope', asked.filter((scope) => !leavesOut.includes(scope)).join(','));
  if (installer.cancels) return cancelled(authorize);
  return chooseUser(server, await (await fetch(authorize)).text(), installer.user);
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
