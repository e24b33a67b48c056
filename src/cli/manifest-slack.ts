import { commands } from '../../commands/index.ts';
import { slackManifest } from '../adapters/slack/connect/manifest.ts';
import { unfurlDomain } from '../core/unfurl-domain.ts';
import { manifestAddress } from './manifest-address.ts';
import { complain, DONE, print } from './verb.ts';

/** Prints what api.slack.com makes the app from. */
export function manifestSlack(socket: boolean): number {
  const publicUrl = manifestAddress(process.env);
  const socketMode = socket || Boolean(process.env.SLACK_APP_TOKEN);
  const warning = warningOf(publicUrl, socketMode);
  if (warning) complain(warning);
  print(JSON.stringify(slackManifest({ publicUrl, socketMode, commands }), null, 2));
  return DONE;
}

/** What will not work with this address, and what to do about it; undefined when all will. */
function warningOf(publicUrl: string, socketMode: boolean): string | undefined {
  const isDomain = unfurlDomain(publicUrl) !== undefined;
  if (socketMode)
    return isDomain
      ? undefined
      : `Warning: PUBLIC_URL is ${publicUrl}, which is no domain. Links to campaigns get no card in Slack.`;
  return isDomain && publicUrl.startsWith('https:')
    ? undefined
    : `Warning: PUBLIC_URL is ${publicUrl}, which Slack cannot call. Set PUBLIC_URL to an address with https: and a domain, and print it again; or use --socket.`;
}
