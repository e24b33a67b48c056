/** Loads one part, says how many megabytes the process held at most, and ends. */

export type Part = 'nothing' | 'bolt' | 'slack' | 'teams-sdk' | 'teams' | Program;
type Program = 'program' | 'program-slack' | 'program-teams';

export interface Loaded {
  ready: number;
  peak: number;
}

const KEY = { ENCRYPTION_KEY: '11'.repeat(32) };
const PROGRAMS: Record<Program, Record<string, string>> = {
  program: {},
  'program-slack': {
    ...KEY,
    SLACK_SIGNING_SECRET: 'een-geheim-om-mee-te-ondertekenen',
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'geheim',
  },
  'program-teams': {
    ...KEY,
    TEAMS_CLIENT_ID: '0f9b6f4e-5a52-4a0e-8f4e-1d6a8c2f7b11',
    TEAMS_CLIENT_SECRET: 'geheim',
    TEAMS_TENANT_ID: 'c5a0c0de-1111-4222-8333-444455556666',
  },
};
const IMPORTS: Record<Exclude<Part, Program>, () => Promise<unknown>> = {
  nothing: async () => {},
  bolt: () => import('@slack/bolt'),
  slack: () => import('../src/adapters/slack/slack.ts'),
  'teams-sdk': () => import('@microsoft/teams.apps'),
  teams: () => import('../src/adapters/teams/teams.ts'),
};

const [part, path] = process.argv.slice(2) as [Part, string];
await (isProgram(part) ? startProgram(PROGRAMS[part]) : IMPORTS[part]());
process.send?.(process.resourceUsage().maxRSS / 1024, () => process.exit());

function isProgram(one: Part): one is Program {
  return one in PROGRAMS;
}

/** As src/start.ts does it, up to where it can be asked; what comes from time to time is left out. */
async function startProgram(environment: Record<string, string>): Promise<void> {
  const { createApp, createWebServer, fillCalendar } = await import('../src/app.ts');
  const { readConfig } = await import('../src/config.ts');
  const { createLogger } = await import('../src/logger.ts');
  const { createAppSlack } = await import('../src/slack.ts');
  const { createAppTeams } = await import('../src/teams.ts');
  const { listen } = await import('../src/web/http-server.ts');
  const config = readConfig({ ...environment, DATABASE_PATH: path, LOG_LEVEL: 'silent' });
  const log = createLogger(config);
  const app = createApp(config);
  const slack = await createAppSlack(app, log);
  const teams = await createAppTeams(app, log);
  await fillCalendar(app);
  const server = createWebServer(app, log, { slackRoutes: slack?.routes, teamsRoutes: teams?.routes });
  await listen(server, config.host, 0);
}
