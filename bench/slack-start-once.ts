/** Loads one part, says how many megabytes the process held at most, and ends. */

export type Part = 'nothing' | 'bolt' | 'adapter' | 'program' | 'program-slack';

export interface Loaded {
  ready: number;
  peak: number;
}

const SLACK = {
  ENCRYPTION_KEY: '11'.repeat(32),
  SLACK_SIGNING_SECRET: 'een-geheim-om-mee-te-ondertekenen',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'geheim',
};

const [part, path] = process.argv.slice(2) as [Part, string];
if (part === 'bolt') await import('@slack/bolt');
if (part === 'adapter') await import('../src/adapters/slack/slack.ts');
if (part === 'program') await startProgram({});
if (part === 'program-slack') await startProgram(SLACK);
process.send?.(process.resourceUsage().maxRSS / 1024, () => process.exit());

/** As src/start.ts does it, up to where it can be asked; what comes from time to time is left out. */
async function startProgram(environment: Record<string, string>): Promise<void> {
  const { createApp, createWebServer, fillCalendar } = await import('../src/app.ts');
  const { readConfig } = await import('../src/config.ts');
  const { createLogger } = await import('../src/logger.ts');
  const { createAppSlack } = await import('../src/slack.ts');
  const { listen } = await import('../src/web/http-server.ts');
  const config = readConfig({ ...environment, DATABASE_PATH: path, LOG_LEVEL: 'silent' });
  const log = createLogger(config);
  const app = createApp(config);
  const slack = await createAppSlack(app, log);
  await fillCalendar(app);
  await listen(createWebServer(app, log, { slackRoutes: slack?.routes }), config.host, 0);
}
