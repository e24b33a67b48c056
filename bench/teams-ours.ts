import { createTeams } from '../src/adapters/teams/teams.ts';
import { createApp, createWebServer } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { tenantPresent } from '../src/domain/tenant/manage-tenant.ts';
import { createLogger } from '../src/logger.ts';
import { listen } from '../src/web/http-server.ts';
import { NOW } from './filled-store.ts';
import { linkPartner } from './link-partner.ts';
import { answerUsage } from './server-child.ts';
import { BOT_TOKEN, CLIENT_ID, TENANT_ID, type Told, USERS } from './teams-requests.ts';

/** The program's own server with Teams, on the database file that is named, in one tenant of the police. */

const [path = '', told = ''] = process.argv.slice(2);
const { openIdMetadataUrl } = JSON.parse(told) as Told;
const config = readConfig({
  DATABASE_PATH: path,
  LOG_LEVEL: 'warn',
  ENCRYPTION_KEY: '11'.repeat(32),
  TEAMS_CLIENT_ID: CLIENT_ID,
  TEAMS_CLIENT_SECRET: 'geheim',
  TEAMS_TENANT_ID: TENANT_ID,
});
if (!config.teams) throw new Error('Teams is not set up');
const app = { ...createApp(config), now: () => NOW };
await tenantPresent(app.store, NOW, { platform: 'teams', tenant: TENANT_ID, name: 'politie.example' });
await linkPartner(app, { platform: 'teams', tenant: TENANT_ID, users: USERS });

const log = createLogger(config);
// With a secret the SDK would ask Entra for a token.
const own = { clientSecret: undefined, openIdMetadataUrl, token: async () => BOT_TOKEN };
const settings = { ...config.teams, ...own };
const teams = await createTeams({ ...app, settings, log, monotonic: () => app.clock.monotonic() });
const server = createWebServer(app, log, { teamsRoutes: teams.routes });
answerUsage(await listen(server, '127.0.0.1', 0));
