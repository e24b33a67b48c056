import { commands } from '../../commands/index.ts';
import { slackManifest, unfurlDomain } from '../adapters/slack/connect/manifest.ts';
import { readConfig } from '../config.ts';
import { complain, DONE, print, readArgs, UsageError, type Verb, words } from './verb.ts';

export const manifestVerb: Verb = {
  name: 'manifest',
  usage: ['slack [--socket]'],
  summary:
    'What api.slack.com makes the app from, as JSON, with PUBLIC_URL in it. --socket: for Socket Mode, as when SLACK_APP_TOKEN is set.',
  run: async (args) => {
    const { values, positionals } = readArgs(args, { socket: { type: 'boolean' } });
    const [what] = words(positionals, 'platform');
    if (what !== 'slack') throw new UsageError(`There is a manifest for "slack", not for "${what}".`);
    const publicUrl = addressOf(process.env);
    const socketMode = values.socket === true || Boolean(process.env.SLACK_APP_TOKEN);
    const warning = warningOf(publicUrl, socketMode);
    if (warning) complain(warning);
    print(JSON.stringify(slackManifest({ publicUrl, socketMode, commands }), null, 2));
    return DONE;
  },
};

/** PUBLIC_URL as the program reads it. The manifest comes before Slack's values, so half a set of them is no matter. */
function addressOf(env: NodeJS.ProcessEnv): string {
  const others = Object.entries(env).filter(([name]) => !name.startsWith('SLACK_'));
  return readConfig(Object.fromEntries(others)).publicUrl;
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
