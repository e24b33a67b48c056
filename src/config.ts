import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { SlackSettings } from './adapters/slack/settings.ts';
import type { TeamsSettings } from './adapters/teams/settings.ts';
import { SetupError } from './core/errors.ts';
import { slackEnvironment, slackSettings } from './slack-settings.ts';
import { teamsEnvironment, teamsSettings } from './teams-settings.ts';

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
  /** The mail server; without it nothing is mailed. */
  smtpUrl: string | undefined;
  /** The sender of all mail: an address, with a name before it when wanted. */
  mailFrom: string | undefined;
  /** 32 bytes from which every other key is derived; always there when there is a mail server. */
  encryptionKey: Buffer | undefined;
  /** How Slack reaches us; undefined when it does not. */
  slack: SlackSettings | undefined;
  /** How Teams reaches us; undefined when it does not. */
  teams: TeamsSettings | undefined;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const KEY_RULE =
  'must be 32 random bytes, as 64 hexadecimal characters or as base64. Make one with: openssl rand -hex 32';

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
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be a whole address, such as https://campagne.example.org',
    })
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  CONSOLE: z.enum(['on', 'off']).optional(),
  CLOCK: z.string().optional(),
  FEED_SALT: z.string().max(20).default('1'),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      hostname: /./,
      error: 'must be the address of a mail server, such as smtps://user:password@mail.example.org:465',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(isMailAddress, 'must be a mail address, such as Campagneregie <regie@example.org>')
    .optional(),
  ENCRYPTION_KEY: z
    .string()
    .transform(keyBytes)
    .refine((key) => key.length === 32, KEY_RULE)
    .optional(),
  NODE_ENV: z.string().optional(),
  ...slackEnvironment,
  ...teamsEnvironment,
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
  requireForMail(values);
  const production = values.NODE_ENV === 'production';
  const slack = slackSettings(values);
  const publicUrl = (values.PUBLIC_URL ?? `http://127.0.0.1:${values.PORT}`).replace(/\/+$/, '');
  const teams = teamsSettings(values, { production, host: values.HOST, publicUrl });
  const chat = slack !== undefined || teams !== undefined;
  const consoleOn = values.CONSOLE ? values.CONSOLE === 'on' : !chat;
  return {
    host: values.HOST,
    port: values.PORT,
    databasePath: values.DATABASE_PATH,
    calendarsFolder: values.CALENDARS_PATH,
    publicUrl,
    logLevel: values.LOG_LEVEL,
    production,
    clock: readClock(values.CLOCK, production),
    console: consoleOn,
    demo: !chat && !production,
    feedSalt: values.FEED_SALT,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    encryptionKey: values.ENCRYPTION_KEY,
    slack,
    teams,
  };
}

/** Mail needs a sender, and a key to sign the links in it with. */
function requireForMail(values: z.infer<typeof environment>): void {
  if (values.SMTP_URL === undefined) return;
  if (values.MAIL_FROM === undefined)
    throw new SetupError(
      'SMTP_URL is set, and MAIL_FROM is not. Set MAIL_FROM to the sender of the mail, such as Campagneregie <regie@example.org>.',
    );
  if (values.ENCRYPTION_KEY === undefined)
    throw new SetupError(`SMTP_URL is set, and ENCRYPTION_KEY is not. It ${KEY_RULE}.`);
}

/** An address by itself, or a name with the address in angle brackets behind it. */
function isMailAddress(text: string): boolean {
  const [, address = text] = /^[^<>\r\n]*<([^<>]+)>$/.exec(text) ?? [];
  return z.email().safeParse(address.trim()).success;
}

function keyBytes(text: string): Buffer {
  return Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
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
