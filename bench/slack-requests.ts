import { createHmac } from 'node:crypto';
import type { Installation } from '@slack/bolt';
import { systemClock } from '../src/core/clock.ts';

/** What both Slack apps are set up with, and the slash commands that they are sent. */

export const TEAM = 'T0BENCH';
export const USER = 'U0BENCH';
export const SIGNING_SECRET = 'een-geheim-om-mee-te-ondertekenen';

/** The access to the one workspace, as Slack gives it. */
export const INSTALLATION: Installation<'v2', false> = {
  team: { id: TEAM, name: 'Werkruimte' },
  enterprise: undefined,
  user: { id: USER, token: undefined, scopes: undefined },
  bot: { token: 'xoxb-1-bench', scopes: ['commands', 'chat:write'], id: 'B0BENCH', userId: 'U0BOT' },
  appId: 'A0BENCH',
  isEnterpriseInstall: false,
  authVersion: 'v2',
  tokenType: 'bot',
};

/** A slash command as Slack posts it, signed, as the bytes of a request. `key` names it wherever it is answered. */
export function slashRequest(port: number, typed: string, key: string, responseUrl: string): string {
  const [command = '', ...words] = typed.split(' ');
  const body = new URLSearchParams({
    token: 'oude-gedeelde-sleutel',
    team_id: TEAM,
    team_domain: 'werkruimte',
    channel_id: 'C0BENCH',
    channel_name: 'algemeen',
    user_id: USER,
    user_name: 'mens',
    command,
    text: words.join(' '),
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: key,
  }).toString();
  const at = Math.floor(systemClock().now().epochMilliseconds / 1000);
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${at}:${body}`).digest('hex');
  return [
    'POST /slack/events HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Slack-Request-Timestamp: ${at}`,
    `X-Slack-Signature: v0=${signature}`,
    '',
    body,
  ].join('\r\n');
}
