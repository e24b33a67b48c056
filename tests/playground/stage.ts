import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Chat, openChat } from './chat.ts';
import { freePort, type Running, run, start } from './processes.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const PLAYGROUND = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');

/** Made up, as everyone in playground.yml. */
export const LEAD = 'Daan Proefman';
export const COORDINATOR = 'Noor Voorbeeld';
export const CAMPAIGN = 'Praatje bij de bank';

/** Ten in the morning in Amsterdam, after the last morning on which reminders go. */
const WEDNESDAY = '2026-11-25T09:00:00Z';
/** Some seconds before the next of these mornings begins, at half past eight in Amsterdam. */
const THURSDAY = '2026-11-26T07:29:55Z';

/** The program, the Playground and a browser before it, with a coordinator and a lead who has a campaign. */
export interface Stage {
  chat: Chat;
  /** What someone types at the server, and what that gives. */
  campagneregie(...args: string[]): Promise<string>;
  /** Lets it be Thursday morning. The conversation stays open. */
  thursdayMorning(): Promise<void>;
  /** All that the program logged. */
  logged(): string;
  close(): Promise<void>;
}

export async function startStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'campagneregie-playground-'));
  const closing: (() => Promise<void>)[] = [() => rm(folder, { recursive: true })];
  const close = async () => {
    for (const each of closing.toReversed()) await each();
  };
  try {
    const port = await freePort();
    const settings = {
      DATABASE_PATH: join(folder, 'campagneregie.db'),
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'info',
      TEAMS_CLIENT_ID: '0f9b6f4e-5a52-4a0e-8f4e-1d6a8c2f7b11',
      TEAMS_UNAUTHENTICATED: 'on',
    };
    const campagneregie = (...args: string[]) =>
      run([here('../../src/cli.ts'), ...args], { ...settings, CLOCK: WEDNESDAY });
    await makeWorld(campagneregie);

    let program = await startProgram({ ...settings, CLOCK: WEDNESDAY });
    closing.push(() => program.stop());
    const address = await startPlayground(folder, port, closing);
    const chat = await openChat(address);
    closing.push(() => chat.close());

    let earlier = '';
    return {
      chat,
      campagneregie,
      async thursdayMorning() {
        await program.stop();
        earlier += program.written();
        program = await startProgram({ ...settings, CLOCK: THURSDAY });
      },
      logged: () => earlier + program.written(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** As an administrator, a lead and a coordinator do by hand; sending has begun, and nothing is due before Thursday. */
async function makeWorld(campagneregie: Stage['campagneregie']): Promise<void> {
  const as = (who: string, line: string) => campagneregie('run', '--as', who, line);
  const person = (name: string, organisation: string, role: string) =>
    campagneregie('person', 'add', '--name', name, '--organisation', organisation, '--role', role);
  await person(COORDINATOR, 'veiliginternetten', 'coordinator');
  await person(LEAD, 'politie', 'partner');
  await as(
    LEAD,
    `nieuw "${CAMPAIGN}" periode:"10 t/m 11 december 2026" doelgroep:senioren vorm:bankhelpdeskfraude --akkoord`,
  );
  await as(LEAD, `taak toevoegen "${CAMPAIGN}" "Zaal bespreken" termijn:"1 dag voor begin"`);
  await as(COORDINATOR, `goedkeuren "${CAMPAIGN}"`);
  await as(COORDINATOR, 'proefdraai');
  await as(COORDINATOR, 'proefdraai begin');
}

function startProgram(settings: Readonly<Record<string, string>>): Promise<Running> {
  return start([here('../../src/main.ts')], settings, { until: 'calendars were imported' });
}

async function startPlayground(
  folder: string,
  program: number,
  closing: (() => Promise<void>)[],
): Promise<string> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const flags = {
    '--app-endpoint': `http://127.0.0.1:${program}/api/messages`,
    '--channel-id': 'msteams',
    '--port': String(port),
    '--service-url': `${address}/_connector`,
  };
  const playground = await start(
    [
      '--import',
      here('loopback.ts'),
      PLAYGROUND,
      'start',
      ...Object.entries(flags).flat(),
      '--disable-telemetry',
    ],
    {
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: here('playground.yml'),
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
    },
    { until: `Listening on ${port}` },
  );
  closing.push(() => playground.stop());
  return address;
}
