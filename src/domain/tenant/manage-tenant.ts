import { Refusal } from '../../core/errors.ts';
import { PROGRAM } from '../access/actor.ts';
import { isCoordinator, require } from '../access/may.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { type ChatPlatform, type Tenant, tenant, tenantId } from './tenant.ts';

/** The bot was installed, perhaps anew: what the workspace was linked to before holds again. */
export function tenantInstalled(
  store: Store,
  at: Temporal.Instant,
  found: { platform: ChatPlatform; tenant: string; name: string },
): Promise<void> {
  return present(store, at, found, at.toString());
}

/** The bot is in it, since whenever: entered when it was not known, and back when it was thought to be gone. */
export function tenantPresent(
  store: Store,
  at: Temporal.Instant,
  found: { platform: ChatPlatform; tenant: string; name: string },
): Promise<void> {
  return present(store, at, found, undefined);
}

async function present(
  store: Store,
  at: Temporal.Instant,
  { platform, tenant: id, name }: { platform: ChatPlatform; tenant: string; name: string },
  installedAt: string | undefined,
): Promise<void> {
  const key = tenantId(platform, id);
  await store.change({
    actor: PROGRAM,
    action: 'tenant.install',
    at,
    ids: [key],
    decide: (current) => {
      const { goneAt: _gone, ...old } = pick(current, key) ?? { installedAt: at.toString() };
      const made = tenant.parse({
        ...old,
        ...(installedAt === undefined ? {} : { installedAt }),
        id: key,
        platform,
        tenant: id,
        name,
        visibility: 'organisation',
      });
      return { put: [made as AnyRecord], result: null };
    },
  });
}

/** The bot is out of it: removed, or its access was withdrawn. Known workspaces only; again changes nothing. */
export async function tenantGone(
  store: Store,
  at: Temporal.Instant,
  platform: ChatPlatform,
  id: string,
): Promise<void> {
  const key = tenantId(platform, id);
  await store.change({
    actor: PROGRAM,
    action: 'tenant.gone',
    at,
    ids: [key],
    decide: (current) => {
      const old = pick(current, key);
      if (!old || old.goneAt) return { put: [], result: null };
      return { put: [{ ...old, goneAt: at.toString() } as AnyRecord], result: null };
    },
  });
}

/** Says whose a workspace is; nobody's ends what everyone in it may see at once. Coordinators only. */
export async function setTenantOrganisations(
  store: Store,
  by: By,
  id: Id<'tenant'>,
  organisations: readonly Id<'organisation'>[],
): Promise<Tenant> {
  require(isCoordinator(by.actor), 'coordinators-only');
  return changeOne(
    store,
    by,
    'tenant.organisations',
    id,
    (old, current) => {
      for (const one of organisations) if (!current.has(one)) throw new Refusal('not-found');
      return { ...old, organisations: [...organisations] };
    },
    organisations,
  );
}
