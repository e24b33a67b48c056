import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { mailTransport } from '../adapters/email/mail-transport.ts';
import { type Config, readConfig } from '../config.ts';
import { SetupError } from '../core/errors.ts';
import { hasMessage } from '../i18n/translate.ts';
import { readCalendarFiles } from '../import/read-calendar-files.ts';
import { readNudgeRules } from '../import/read-nudge-rules.ts';
import { readSendingLimits } from '../import/read-sending-limits.ts';
import { checkDatabaseFile, migrationsOf } from '../store/check-file.ts';
import { teamsUnreachable } from '../teams-reachable.ts';
import { DONE, FAILED, print, readArgs, type Verb, words } from './verb.ts';

/** What was looked at, and what it came to; with a problem, what to do about it. */
interface Finding {
  ok: boolean;
  text: string;
}

const OLDEST_NODE = 26;
const LEAST_FREE_MB = 200;
/** Milliseconds. */
const MAIL_TIMEOUT = 5_000;

export const doctorVerb: Verb = {
  name: 'doctor',
  usage: [''],
  summary: 'Looks whether everything is in order, and says what to do where it is not. It changes nothing.',
  run: async (args) => {
    words(readArgs(args, {}).positionals);
    const findings = await examine();
    for (const { ok, text } of findings) print(`${ok ? 'ok     ' : 'problem'}  ${text}`);
    return findings.every(({ ok }) => ok) ? DONE : FAILED;
  },
};

async function examine(): Promise<Finding[]> {
  const found = [nodeVersion()];
  try {
    const config = readConfig(process.env);
    found.push(good('the environment is right'));
    found.push(...database(config), folder(config), diskSpace(config), calendars(config));
    found.push(await port(config), secrets(config), ...teams(config), ...(await mail(config)));
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    found.push(bad(error.message));
  }
  return found;
}

function nodeVersion(): Finding {
  const [major = '0'] = process.versions.node.split('.');
  return Number(major) >= OLDEST_NODE && typeof Temporal === 'object'
    ? good(`Node.js ${process.versions.node}`)
    : bad(
        `Node.js ${process.versions.node} is too old. Start through npm, which brings Node.js ${OLDEST_NODE}.`,
      );
}

function database({ databasePath }: Config): Finding[] {
  if (!existsSync(databasePath))
    return [good(`${databasePath} is not there yet; it is made at the first start`)];
  const problem = checkDatabaseFile(databasePath);
  if (problem)
    return [bad(`${databasePath} ${problem}. Restore a backup, or set DATABASE_PATH to another file.`)];
  const { applied, known } = migrationsOf(databasePath);
  const pending = applied < known ? `; ${known - applied} migrations are applied at the next start` : '';
  return [
    good(`${databasePath} is whole`),
    good(`the database is at version ${applied} of ${known}${pending}`),
  ];
}

function folder({ databasePath }: Config): Finding {
  const path = dirname(resolve(databasePath));
  try {
    accessSync(path, constants.W_OK);
    return good(`${path} can be written to`);
  } catch {
    return bad(`${path} cannot be written to, or is not there. Make it, or set DATABASE_PATH elsewhere.`);
  }
}

function diskSpace({ databasePath }: Config): Finding {
  const path = dirname(resolve(databasePath));
  if (!existsSync(path)) return bad(`${path} is not there, so its free space is not known.`);
  const { bavail, bsize } = statfsSync(path);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  return free >= LEAST_FREE_MB
    ? good(`${free} MB are free on the disk`)
    : bad(`only ${free} MB are free on the disk of ${path}. Free some space.`);
}

function calendars({ calendarsFolder, demo }: Config): Finding {
  try {
    const { records } = readCalendarFiles(calendarsFolder, { demo });
    const { rules } = readNudgeRules(calendarsFolder, hasMessage);
    readSendingLimits();
    return good(
      `the calendar files are right: ${records.length} records, ${rules.length} rules for reminders`,
    );
  } catch (error) {
    if (error instanceof SetupError) return bad(error.message);
    throw error;
  }
}

/** A port that is in use by this very program is as it should be. */
async function port({ host, port: number }: Config): Promise<Finding> {
  const isFree = await new Promise<boolean>((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(number, host, () => probe.close(() => done(true)));
  });
  if (isFree) return good(`port ${number} of ${host} is free`);
  const answer = await fetch(`http://${host}:${number}/readyz`, { signal: AbortSignal.timeout(2_000) })
    .then((response) => response.text())
    .catch(() => '');
  return answer === 'ready\n'
    ? good(`the program is running on port ${number} of ${host}`)
    : bad(`port ${number} of ${host} cannot be used. Set PORT to a free one, or HOST to 127.0.0.1.`);
}

function secrets({ production, publicUrl, console: consoleOn }: Config): Finding {
  if (production && !publicUrl.startsWith('https:'))
    return bad('PUBLIC_URL does not start with https:, so secret feed addresses travel in the open. Set it.');
  if (production && consoleOn)
    return bad('The console is on in production: whoever has its code acts as anyone. Set CONSOLE=off.');
  return good('the secrets that are needed are there');
}

/** Nothing is asked of Microsoft here; what can be seen without is said. */
function teams(config: Config): Finding[] {
  if (!config.teams) return [];
  const { unauthenticated, clientSecret } = config.teams;
  if (unauthenticated)
    return [bad('Teams is set up without authentication: anyone on this machine can speak for anyone.')];
  const unreachable = teamsUnreachable(config);
  if (unreachable) return [bad(unreachable)];
  if (z.guid().safeParse(clientSecret).success)
    return [bad('TEAMS_CLIENT_SECRET looks like the id of a secret. Set it to the value beside that id.')];
  return [good(`Teams is set up; the messaging endpoint of the bot is ${config.publicUrl}/api/messages`)];
}

/** Connects and logs in as for a mail, and sends none. */
async function mail({ smtpUrl }: Config): Promise<Finding[]> {
  if (smtpUrl === undefined) return [];
  const { host } = new URL(smtpUrl);
  const transport = mailTransport(smtpUrl, { connect: MAIL_TIMEOUT, idle: MAIL_TIMEOUT });
  try {
    await transport.verify();
    return [good(`the mail server ${host} answers and lets us in`)];
  } catch (error) {
    return [bad(`the mail server ${host} cannot be used: ${reasonOf(error)}. Look at SMTP_URL.`)];
  } finally {
    transport.close();
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === 'EAUTH') return 'it does not accept this user and password';
  if (code === 'ETIMEDOUT') return 'it does not answer in time';
  return String(message).replace(/[.\s]+$/, '');
}

function good(text: string): Finding {
  return { ok: true, text };
}

function bad(text: string): Finding {
  return { ok: false, text };
}
