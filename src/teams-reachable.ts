import type { Config } from './config.ts';
import { unfurlDomain } from './core/unfurl-domain.ts';

/** Why Teams cannot reach the program at its address, and what to do; undefined when it can, or Teams is not set up. */
export function teamsUnreachable({
  teams,
  publicUrl,
}: Pick<Config, 'teams' | 'publicUrl'>): string | undefined {
  if (!teams || teams.unauthenticated) return undefined;
  if (publicUrl.startsWith('https:') && unfurlDomain(publicUrl) !== undefined) return undefined;
  return `Teams cannot call ${publicUrl}. Set PUBLIC_URL to an address with https: and a domain.`;
}
