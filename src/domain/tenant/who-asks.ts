import type { Locale } from '../../core/locale.ts';
import { type Actor, OUTSIDER, PROGRAM } from '../access/actor.ts';
import { actorOf } from '../person/actor-of.ts';
import { person as personSchema } from '../person/person.ts';
import type { Store } from '../ports.ts';
import type { AnyRecord } from '../records.ts';
import type { Id } from '../shared/record.ts';
import type { Account, Profile } from './account.ts';
import { tenantId } from './tenant.ts';

/**
 * How someone stands here. unlinked: the workspace is nobody's yet. guest: here as a guest, which gives no rights.
 * unplaced: the workspace is shared, and it is not known for whom this person works. inactive: was signed off.
 */
export type Standing = 'known' | 'unlinked' | 'guest' | 'unplaced' | 'inactive';

export interface Asker {
  actor: Actor;
  standing: Standing;
}

export interface WhoAsks {
  store: Store;
  now: Temporal.Instant;
  newId: () => string;
  /** The language that the request itself tells, so that the platform need not be asked for it alone. */
  locale?: Locale | undefined;
  /** Asked only of who is not known yet, since it is a call to the platform. */
  profileOf: () => Promise<Profile>;
}

/**
 * Who asks, and with which rights. First contact in a linked workspace makes a reader of its organisation (DESIGN
 * section 2); anybody without standing is an outsider, in the tongue of their profile.
 */
export async function whoAsks(account: Account, around: WhoAsks): Promise<Asker> {
  const { store, now, profileOf } = around;
  const here = await store.get(tenantId(account.platform, account.tenant));
  const known = await store.personWith(account);
  if (!here || here.goneAt || here.organisations.length === 0)
    return outsider('unlinked', known?.locale ?? around.locale ?? (await profileOf()).locale);
  if (known) {
    if (!known.active) return outsider('inactive', known.locale);
    if (!here.organisations.includes(known.organisation)) return outsider('guest', known.locale);
    const actor = await actorOf(store, known.id, now);
    return actor ? { actor, standing: 'known' } : outsider('inactive', known.locale);
  }
  const profile = await profileOf();
  if (profile.guest || profile.signedOff) return outsider('guest', profile.locale);
  const [only, ...more] = here.organisations;
  if (!only || more.length > 0) return outsider('unplaced', profile.locale);
  return meet(account, profile, only, around);
}

/** Takes someone in as a reader of an organisation; two requests at once make one person. */
export async function meet(
  account: Account,
  profile: Profile,
  organisation: Id<'organisation'>,
  { store, now, newId }: Pick<WhoAsks, 'store' | 'now' | 'newId'>,
): Promise<Asker> {
  const { platform, tenant, user } = account;
  const met = personSchema.parse({
    id: `person/${newId()}${newId()}`,
    name: profile.name,
    organisation,
    owner: organisation,
    locale: profile.locale,
    ...(profile.zone ? { zone: profile.zone } : {}),
    identities: [{ platform, tenant, user }],
  });
  try {
    await store.change({
      actor: PROGRAM,
      action: 'person.meet',
      at: now,
      ids: [],
      decide: () => ({ put: [met as AnyRecord], result: null }),
    });
  } catch (error) {
    // The account is unique: another request of the same person may have been first.
    if (!(await store.personWith(account))) throw error;
  }
  const person = await store.personWith(account);
  const actor = person && (await actorOf(store, person.id, now));
  return actor ? { actor, standing: 'known' } : outsider('inactive', profile.locale);
}

function outsider(standing: Standing, locale: Locale): Asker {
  return { actor: { ...OUTSIDER, locale }, standing };
}
