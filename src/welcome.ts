import type { App } from './app.ts';
import type { Config } from './config.ts';
import { publicScope } from './domain/access/visibility.ts';
import { teamsUnreachable } from './teams-reachable.ts';

/** The names of the public feeds, the one with all campaigns first. */
async function feedNames({ store, now }: App): Promise<string[]> {
  const names = (await store.list('feed', publicScope(now()))).flatMap(({ name }) => name ?? []);
  return names.sort((a, b) => Number(b === 'campagnes') - Number(a === 'campagnes'));
}

/** Where a browser on this machine finds the program. */
function addressOf({ host, publicUrl, port: wanted }: Config, port: number): string {
  if (wanted !== port) return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return publicUrl;
}

/** What to tell whoever starts the program: where everything is. */
export async function welcome(app: App, port: number, accessCode: string | undefined): Promise<string[]> {
  const address = addressOf(app.config, port);
  const feeds = await feedNames(app);
  const lines = ['', 'Campagneregie is running.', '', `  Calendar   ${address}/`];
  if (accessCode !== undefined)
    lines.push(
      `  Console    ${address}/console?token=${accessCode}`,
      '             Try every command here; this address is the key to it, so keep it to yourself.',
    );
  if (app.config.slack)
    lines.push(
      app.config.slack.mode === 'http'
        ? `  Slack      ${app.config.publicUrl}/slack/install`
        : '  Slack      over Socket Mode; see docs/slack.md',
    );
  const unreachable = teamsUnreachable(app.config);
  if (unreachable) lines.push(`  Teams      ${unreachable}`);
  else if (app.config.teams)
    lines.push(`  Teams      ${app.config.publicUrl}/api/messages, for the Azure Bot; see docs/teams.md`);
  if (feeds.length > 0)
    lines.push(
      `  Feeds      ${address}/feeds/${feeds[0]}.ics`,
      `             For your calendar app; there are also ${feeds.slice(1).join(', ') || 'no others'}.`,
    );
  return [...lines, '  Commands   docs/commands.md', '', 'Press Ctrl-C to stop.', ''];
}
