import { z } from 'zod';
import type { TeamsSettings } from './adapters/teams/settings.ts';
import { SetupError } from './core/errors.ts';

const GUID_RULE = 'must be an id of 32 hexadecimal figures with hyphens, as Entra shows it';
const guid = z.guid(GUID_RULE).transform((id) => id.toLowerCase());

/** The variables of Teams, each by itself. */
export const teamsEnvironment = {
  TEAMS_CLIENT_ID: guid.optional(),
  TEAMS_CLIENT_SECRET: z.string().optional(),
  TEAMS_TENANT_ID: guid.optional(),
  TEAMS_UNAUTHENTICATED: z.enum(['on', 'off']).optional(),
};

const THIS_MACHINE = ['127.0.0.1', '[::1]', '::1', 'localhost'];

type TeamsEnvironment = z.infer<z.ZodObject<typeof teamsEnvironment>>;

/**
 * Off without an app id. Half a set is refused: it would look as if Teams worked. Without authentication anyone can
 * speak for anyone, so that is for trying out on one machine, and never in production.
 */
export function teamsSettings(
  values: TeamsEnvironment,
  { production, host, publicUrl }: { production: boolean; host: string; publicUrl: string },
): TeamsSettings | undefined {
  const { TEAMS_CLIENT_ID: clientId, TEAMS_CLIENT_SECRET: clientSecret, TEAMS_TENANT_ID: tenantId } = values;
  const unauthenticated = values.TEAMS_UNAUTHENTICATED === 'on';
  if (unauthenticated && production)
    throw new SetupError(
      'TEAMS_UNAUTHENTICATED is for trying things out and is refused with NODE_ENV=production. Unset one of them.',
    );
  if (unauthenticated && !THIS_MACHINE.includes(host))
    throw new SetupError(
      `TEAMS_UNAUTHENTICATED is for trying things out on one machine, and HOST is ${host}. Set HOST to 127.0.0.1.`,
    );
  // Behind a proxy the program listens on this machine only, and is open to all.
  if (unauthenticated && !THIS_MACHINE.includes(new URL(publicUrl).hostname))
    throw new SetupError(
      `TEAMS_UNAUTHENTICATED is for trying things out on one machine, and PUBLIC_URL is ${publicUrl}. Unset one of them.`,
    );
  if (clientId === undefined && clientSecret === undefined && tenantId === undefined && !unauthenticated)
    return undefined;
  const needed = {
    TEAMS_CLIENT_ID: clientId,
    ...(unauthenticated ? {} : { TEAMS_CLIENT_SECRET: clientSecret, TEAMS_TENANT_ID: tenantId }),
  };
  const missing = Object.entries(needed).filter(([, value]) => value === undefined);
  if (missing.length > 0)
    throw new SetupError(
      `Teams is set up in part. Set ${missing.map(([name]) => name).join(' and ')} as well.`,
    );
  return { clientId: clientId as string, clientSecret, tenantId, unauthenticated };
}
