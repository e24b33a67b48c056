import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { SetupError } from './core/errors.ts';

/** The program's settings, read from the environment once and checked. */
export interface Config {
  host: string;
  port: number;
  databasePath: string;
  calendarsFolder: string;
  /** Without a slash at the end. */
  publicUrl: string;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  production: boolean;
  /** Where the clock starts, under CLOCK. */
  clock: Temporal.Instant | undefined;
  /** The console page: on while no chat platform is configured, or when asked for. */
  console: boolean;
  /** The made-up people of calendars/demo: only while no chat platform is configured, never in production. */
  demo: boolean;
  /** Raised to make every subscriber fetch anew, should a bad feed ever have been served. */
  feedSalt: string;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const PORT_RULE = 'must be a whole number from 0 to 65535';

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT_RULE)
    .transform(Number)
    .refine((port) => port <= 65_535, PORT_RULE)
    .default(3000),
  DATABASE_PATH: z.string().min(1).default('campagneregie.db'),
  CALENDARS_PATH: z.string().min(1).default(here('../calendars')),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  CONSOLE: z.enum(['on', 'off']).optional(),
  CLOCK: z.string().optional(),
  FEED_SALT: z.string().max(20).default('1'),
  NODE_ENV: z.string().optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  TEAMS_CLIENT_ID: z.string().optional(),
});

/** Reads and checks the environment; a SetupError names each wrong variable and what it must be. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new SetupError(`The environment is not right. ${lines.join('. ')}.`);
  }
  const values = parsed.data;
  const production = values.NODE_ENV === 'production';
  const chat = values.SLACK_SIGNING_SECRET !== undefined || values.TEAMS_CLIENT_ID !== undefined;
  const consoleOn = values.CONSOLE ? values.CONSOLE === 'on' : !chat;
  return {
    host: values.HOST,
    port: values.PORT,
    databasePath: values.DATABASE_PATH,
    calendarsFolder: values.CALENDARS_PATH,
    publicUrl: (values.PUBLIC_URL ?? `http://127.0.0.1:${values.PORT}`).replace(/\/+$/, ''),
    logLevel: values.LOG_LEVEL,
    production,
    clock: readClock(values.CLOCK, production),
    console: consoleOn,
    demo: !chat && !production,
    feedSalt: values.FEED_SALT,
  };
}

function readClock(text: string | undefined, production: boolean): Temporal.Instant | undefined {
  if (text === undefined) return undefined;
  if (production)
    throw new SetupError(
      'CLOCK is for trying things out and is refused with NODE_ENV=production. Unset one of them.',
    );
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new SetupError(
      `CLOCK must be a moment with an offset, for example 2027-03-01T09:00:00+01:00, not "${text}".`,
    );
  }
}
