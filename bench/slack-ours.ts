import { installationStore } from '../src/adapters/slack/connect/installation-store.ts';
import { createSlack } from '../src/adapters/slack/slack.ts';
import { createApp, createWebServer } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { givingWay } from '../src/core/give-way.ts';
import { PROGRAM } from '../src/domain/access/actor.ts';
import type { Campaign } from '../src/domain/campaign/campaign.ts';
import { createPlanner } from '../src/jobs/planner.ts';
import { situationReader } from '../src/jobs/situation.ts';
import { createLogger } from '../src/logger.ts';
import { listen } from '../src/web/http-server.ts';
import { idOfNumber } from './campaigns.ts';
import { NOW } from './filled-store.ts';
import { linkPartner } from './link-partner.ts';
import { timeOf } from './measure.ts';
import { answerUsage } from './server-child.ts';
import { INSTALLATION, SIGNING_SECRET, TEAM, USER } from './slack-requests.ts';

/** The program's own server with Slack, on the database file that is named, in one workspace of the police. */

const [path = '', apiPort = ''] = process.argv.slice(2);
const config = readConfig({
  DATABASE_PATH: path,
  LOG_LEVEL: 'warn',
  ENCRYPTION_KEY: '11'.repeat(32),
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'geheim',
  SLACK_API_URL: `http://127.0.0.1:${apiPort}/api/`,
});
if (config.slack?.mode !== 'http') throw new Error('Slack is not set up');
const app = { ...createApp(config), now: () => NOW };
const { store, installations, messages } = app;
const { encryptionKey } = config.slack;
await installationStore({ installations, encryptionKey, store, now: app.now }).storeInstallation(
  INSTALLATION,
);
await linkPartner(app, { platform: 'slack', tenant: TEAM, users: [USER] });

const log = createLogger(config);
const slack = createSlack({ ...app, settings: config.slack, log, monotonic: () => app.clock.monotonic() });
const server = createWebServer(app, log, { slackRoutes: slack.routes });
answerUsage(await listen(server, '127.0.0.1', 0));

const clock = { ...app.clock, now: app.now };
const onError = (error: unknown): void => {
  throw error;
};
const stores = { store, ...messages };
const situation = situationReader(stores, givingWay(clock.monotonic));
const plan = createPlanner({ ...stores, clock, onError, situation });
process.on('message', (asked) => {
  if ((asked as { plan?: boolean }).plan)
    void passAfterChange().then((milliseconds) => process.send?.({ milliseconds }));
});

/** How long the planner's pass takes after somebody changed something. */
async function passAfterChange(): Promise<number> {
  const campaign = (await store.get(idOfNumber(0))) as Campaign;
  const decide = () => ({ put: [{ ...campaign, note: crypto.randomUUID() }], result: undefined });
  await store.change({ actor: PROGRAM, action: 'bench.put', at: NOW, ids: [campaign.id], decide });
  return timeOf(plan);
}
