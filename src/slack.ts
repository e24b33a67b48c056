import type { Slack } from './adapters/slack/slack.ts';
import type { App } from './app.ts';
import type { Logger } from './logger.ts';

/** Slack as it is set up; undefined when it is not. Its library is only loaded when it is. */
export async function createAppSlack(app: App, logger: Logger): Promise<Slack | undefined> {
  const { config, clock } = app;
  if (!config.slack) return undefined;
  const { createSlack } = await import('./adapters/slack/slack.ts');
  return createSlack({ ...app, settings: config.slack, log: logger, monotonic: () => clock.monotonic() });
}
