import { manifestSlack } from './manifest-slack.ts';
import { manifestTeams } from './manifest-teams.ts';
import { readArgs, UsageError, type Verb, words } from './verb.ts';

export const manifestVerb: Verb = {
  name: 'manifest',
  usage: ['slack [--socket]', 'teams --out <file.zip>'],
  summary:
    'What a chat platform makes the app from, with PUBLIC_URL in it. slack: printed, as JSON for api.slack.com; --socket is for Socket Mode, as when SLACK_APP_TOKEN is set. teams: a package to upload, for the app of TEAMS_CLIENT_ID.',
  run: async (args) => {
    const { values, positionals } = readArgs(args, { socket: { type: 'boolean' }, out: { type: 'string' } });
    const [what = ''] = words(positionals, 'platform');
    if (what === 'slack' && values.out !== undefined)
      throw new UsageError(
        'The manifest for Slack is printed. Leave --out away, and write "> manifest.json".',
      );
    if (what === 'teams' && values.socket) throw new UsageError('--socket is for Slack only.');
    if (what === 'slack') return manifestSlack(values.socket === true);
    if (what === 'teams') return manifestTeams(values.out);
    throw new UsageError(`There is a manifest for "slack" and for "teams", not for "${what}".`);
  },
};
