import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('killed-program.ts', import.meta.url));
/** Without this a third of the time to start goes to collecting garbage. */
const FLAGS = ['--max-semi-space-size=16', '--min-semi-space-size=16'];

/** How a process ended, and what it said that went wrong. */
export interface End {
  signal: NodeJS.Signals | null;
  code: number | null;
  errors: string;
}

/** The program in a process of its own: see killed-program.ts. */
export interface Program {
  pid: number;
  /** Loaded, and waiting to be told to go. */
  ready: Promise<void>;
  /** Lets it start; comes back as it begins. */
  go(): Promise<void>;
  kill(): void;
  /** Lets it stop in good order. */
  stop(): void;
  ended: Promise<End>;
}

export function program(env: Record<string, string>): Program {
  const child = fork(PROGRAM, { env, execArgv: FLAGS, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = new Promise<End>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, errors }));
  });
  const ready = said(child, 'ready', ended);
  return {
    pid: child.pid ?? 0,
    ready,
    go: async () => {
      const began = said(child, 'began', ended);
      child.send('go');
      await began;
    },
    kill: () => child.kill('SIGKILL'),
    stop: () => child.send('stop'),
    ended,
  };
}

async function said(child: ChildProcess, word: string, ended: Promise<End>): Promise<void> {
  const heard = new Promise<true>((resolve) => {
    child.on('message', (message) => message === word && resolve(true));
  });
  const first = await Promise.race([heard, ended]);
  if (first !== true) throw new Error(`the program ended before it said "${word}": ${JSON.stringify(first)}`);
}
