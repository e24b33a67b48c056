import type { TeamsOptions } from '../options.ts';
import type { Place } from './connector.ts';

/** Whom to write to: by Entra object id, and by Teams' own id when that is known. */
export interface Addressee {
  tenant: string;
  address: string;
  member?: string | undefined;
}

type Needs = Pick<TeamsOptions, 'references' | 'connector'>;

/**
 * The personal conversation with someone: the one that is known, else a new one, which Teams allows where the bot is
 * installed for them. Undefined while no conversation at all is known in the tenant. `anew`: the known one is gone.
 */
export async function personalPlace(
  { references, connector }: Needs,
  { tenant, address, member }: Addressee,
  { anew = false } = {},
): Promise<Place | undefined> {
  const known = await references.find(tenant, address);
  if (known?.conversation && !anew) return { serviceUrl: known.serviceUrl, conversation: known.conversation };
  const serviceUrl = (known ?? (await references.anyOf(tenant)))?.serviceUrl;
  if (serviceUrl === undefined) return undefined;
  const conversation = await connector.open(serviceUrl, tenant, member ?? known?.member ?? address);
  await references.keep({ tenant, address, serviceUrl, conversation, member: member ?? known?.member });
  return { serviceUrl, conversation };
}
