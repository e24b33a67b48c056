import { readConfig } from '../config.ts';

/** PUBLIC_URL as the program reads it. A manifest comes before a platform's values, so half a set of them is no matter. */
export function manifestAddress(env: NodeJS.ProcessEnv): string {
  const others = Object.entries(env).filter(([name]) => !/^(SLACK|TEAMS)_/.test(name));
  return readConfig(Object.fromEntries(others)).publicUrl;
}
