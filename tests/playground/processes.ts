import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

/** No process outlives this, whatever happens. */
const LONGEST_MS = 600_000;

const WITH_PARENT = fileURLToPath(new URL('with-parent.ts', import.meta.url));

/** A program that runs until it is stopped. */
export interface Running {
  /** All that it wrote so far. */
  written(): string;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

/** Starts a Node program, and waits until it writes this. Throws what it wrote when it ends before that. */
export async function start(
  args: readonly string[],
  env: Environment,
  { until }: { until: string },
): Promise<Running> {
  const child = spawned(args, env);
  const ended = once(child, 'close');
  const written = collected(child);
  const said = new Promise<'said'>((resolve) => {
    child.stdout?.on('data', () => written().includes(until) && resolve('said'));
  });
  if ((await Promise.race([said, ended])) !== 'said') throw new Error(`${args.join(' ')}:\n${written()}`);
  return {
    written,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Runs a Node program to its end and gives what it wrote. Throws that when it fails. */
export async function run(args: readonly string[], env: Environment): Promise<string> {
  const child = spawned(args, env);
  const written = collected(child);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${args.join(' ')}:\n${written()}`);
  return written();
}

/** A port of loopback that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}

/** Nothing of the surroundings comes along: a setting of whoever runs this would make it another program. */
function spawned(args: readonly string[], env: Environment): ChildProcess {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, ['--import', WITH_PARENT, ...args], {
    env: { PATH, HOME: homedir(), TMPDIR: tmpdir(), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  });
}

function collected(child: ChildProcess): () => string {
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      written += chunk;
    });
  return () => written;
}
