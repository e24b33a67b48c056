import { z } from 'zod';
import type { SlackSettings } from './adapters/slack/settings.ts';
import { SetupError } from './core/errors.ts';

/** The variables of Slack, each by itself. */
export const slackEnvironment = {
  SLACK_SIGNING_SECRET: z
    .string()
    .min(16, 'must be the Signing Secret of the app, 32 letters and figures')
    .optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', 'must be an app-level token; it begins with xapp-')
    .optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must be a bot token; it begins with xoxb-').optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  HTTPS_PROXY: z.url({ protocol: /^https?$/ }).optional(),
  NODE_USE_ENV_PROXY: z.string().optional(),
};

type SlackEnvironment = z.infer<z.ZodObject<typeof slackEnvironment>> & {
  ENCRYPTION_KEY?: Buffer | undefined;
};

/**
 * Over HTTP for many workspaces, each with its own access, or over Socket Mode for one that cannot be reached from
 * outside. Half a set is refused: it would look as if Slack worked.
 */
export function slackSettings(values: SlackEnvironment): SlackSettings | undefined {
  const api = values.SLACK_API_URL === undefined ? {} : { apiUrl: values.SLACK_API_URL };
  if (values.SLACK_APP_TOKEN !== undefined || values.SLACK_BOT_TOKEN !== undefined) {
    const { SLACK_APP_TOKEN, SLACK_BOT_TOKEN } = requireTogether(
      { SLACK_APP_TOKEN: values.SLACK_APP_TOKEN, SLACK_BOT_TOKEN: values.SLACK_BOT_TOKEN },
      'Slack over Socket Mode needs both',
    );
    const isProxied = values.NODE_USE_ENV_PROXY === '1' && values.HTTPS_PROXY !== undefined;
    const proxy = isProxied ? { proxyUrl: values.HTTPS_PROXY as string } : {};
    return { mode: 'socket', appToken: SLACK_APP_TOKEN, botToken: SLACK_BOT_TOKEN, ...proxy, ...api };
  }
  const { SLACK_SIGNING_SECRET, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, ENCRYPTION_KEY } = values;
  const given = { SLACK_SIGNING_SECRET, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET };
  if (Object.values(given).every((value) => value === undefined)) return undefined;
  const all = requireTogether(given, 'Slack needs all three');
  if (ENCRYPTION_KEY === undefined)
    throw new SetupError(
      'Slack is set up, and ENCRYPTION_KEY is not: the access to workspaces is kept encrypted. Make one with: openssl rand -hex 32',
    );
  return {
    mode: 'http',
    signingSecret: all.SLACK_SIGNING_SECRET,
    clientId: all.SLACK_CLIENT_ID,
    clientSecret: all.SLACK_CLIENT_SECRET,
    encryptionKey: ENCRYPTION_KEY,
    ...api,
  };
}

function requireTogether<K extends string>(
  given: Record<K, string | undefined>,
  why: string,
): Record<K, string> {
  const missing = Object.entries(given).filter(([, value]) => value === undefined);
  if (missing.length > 0)
    throw new SetupError(`${why}. Set ${missing.map(([name]) => name).join(' and ')} as well.`);
  return given as Record<K, string>;
}
