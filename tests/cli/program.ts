import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** A folder of its own, with the environment that makes the program work there. */
export function workplace(more: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'campagneregie-'));
  const database = join(folder, 'test.db');
  const env = { PATH: process.env.PATH ?? '', DATABASE_PATH: database, ...more };
  return {
    folder,
    database,
    at: (name: string) => join(folder, name),
    /** Runs a command within this process: most of a second faster than starting the program. */
    cli: (args: readonly string[]): Promise<Ended> => runHere(args, env),
    /** Starts the real program and waits for its end. */
    started: (args: readonly string[], input = ''): Ended => {
      const ended = spawnSync(process.execPath, ['src/cli.ts', ...args], {
        cwd: ROOT,
        env,
        input,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      return { code: ended.status, out: ended.stdout, err: ended.stderr };
    },
    /** Starts the server, and gives it once it says that it runs; or what it said before it ended. */
    start: (port: string) => startServer({ ...env, PORT: port, LOG_LEVEL: 'info' }),
  };
}

async function runHere(args: readonly string[], env: Record<string, string>): Promise<Ended> {
  const written = { out: '', err: '' };
  const into = (name: 'out' | 'err') => (chunk: unknown) => {
    written[name] += String(chunk);
    return true;
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(into('out'));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(into('err'));
  try {
    return { code: await runProgram([...args]), ...written };
  } finally {
    out.mockRestore();
    err.mockRestore();
    vi.unstubAllEnvs();
  }
}

function startServer(env: Record<string, string>) {
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: ROOT, env });
  let out = '';
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  const running = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk) => {
      out += chunk;
      const [, base] = /Calendar +(http:\/\/\S+)\/\n/.exec(out) ?? [];
      if (base && out.includes('Ctrl-C')) resolve(base);
    });
  });
  return { running, ended, kill: (signal: NodeJS.Signals) => child.kill(signal) };
}
