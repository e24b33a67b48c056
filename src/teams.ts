import type { Teams } from './adapters/teams/teams.ts';
import type { App } from './app.ts';
import type { Logger } from './logger.ts';

/** Teams as it is set up; undefined when it is not. Its library is only loaded when it is. */
export async function createAppTeams(app: App, logger: Logger): Promise<Teams | undefined> {
  const { config, clock } = app;
  if (!config.teams) return undefined;
  const { createTeams } = await import('./adapters/teams/teams.ts');
  return createTeams({ ...app, settings: config.teams, log: logger, monotonic: () => clock.monotonic() });
}
