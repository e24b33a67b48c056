import type { App } from '../src/app.ts';
import { PROGRAM } from '../src/domain/access/actor.ts';
import type { Person } from '../src/domain/person/person.ts';
import { setTenantOrganisations } from '../src/domain/tenant/manage-tenant.ts';
import { type ChatPlatform, tenantId } from '../src/domain/tenant/tenant.ts';
import { NOW } from './filled-store.ts';

/** Links a workspace or tenant that is there to the police, and makes these accounts in it those of a partner. */
export async function linkPartner(
  { store }: Pick<App, 'store'>,
  { platform, tenant, users }: { platform: ChatPlatform; tenant: string; users: readonly string[] },
): Promise<void> {
  const coordinator = { actor: PROGRAM, at: NOW };
  await setTenantOrganisations(store, coordinator, tenantId(platform, tenant), ['organisation/politie']);
  const person = (await store.get('person/politie-demo')) as Person;
  const linked = { ...person, identities: users.map((user) => ({ platform, tenant, user })) };
  const decide = () => ({ put: [linked], result: undefined });
  await store.change({ actor: PROGRAM, action: 'bench.link', at: NOW, ids: [person.id], decide });
}
