import { spawnSync } from 'node:child_process';

/** The standard output of a program that must succeed and keep its standard error empty. */
export function run(folder: string, program: string, ...given: string[]): string {
  const { status, stdout, stderr, error } = start(folder, program, given);
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${given.join(' ')} gave ${status}: ${stderr}${stdout}`);
  return stdout;
}

/** Whether a program is there and ends well. */
export function runs(folder: string, program: string, ...given: string[]): boolean {
  return start(folder, program, given).status === 0;
}

function start(folder: string, program: string, given: readonly string[]) {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    TZ: 'Europe/Amsterdam',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
  };
  return spawnSync(program, given, { cwd: folder, env, encoding: 'utf8', timeout: 15_000 });
}
