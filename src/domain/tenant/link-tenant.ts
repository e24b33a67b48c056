import { Refusal } from '../../core/errors.ts';
import { PROGRAM } from '../access/actor.ts';
import type { By } from '../change-one.ts';
import { handOver } from '../person/hand-over.ts';
import { otherCoordinators, requireCoordinatorLeft } from '../person/last-coordinator.ts';
import type { Person } from '../person/person.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, isKind, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import type { Account } from './account.ts';
import { codeId } from './link-code.ts';
import type { LinkCode } from './link-code-record.ts';
import { type Tenant, tenantId } from './tenant.ts';

const MOST_WRONG = 5;
const WITHIN_HOURS = 1;

/** What a code did: linked the workspace, or the asker's account to a person. */
export type Linked =
  | { type: 'tenant'; organisations: readonly Id<'organisation'>[] }
  | { type: 'person'; person: Id<'person'> };

/**
 * Uses a one-time code from this account. Whoever has it may: a coordinator gave it. Wrong, used and expired codes
 * read alike, and after five within an hour this workspace waits. Refusal beside the field `code`.
 */
export async function useLinkCode(store: Store, by: By, account: Account, typed: string): Promise<Linked> {
  const code = codeId(typed);
  const at = tenantId(account.platform, account.tenant);
  const stored = await store.get(code);
  const holder = await store.personWith(account);
  const moved = stored?.person && holder && holder.id !== stored.person ? holder : undefined;
  const others = moved ? await otherCoordinators(store, moved.id, by.at) : [];
  const aside = stored?.person ? [stored.person, ...(moved ? [moved.id] : []), ...others] : [];
  const changed = await store.change<Linked | 'wrong' | 'too-often' | 'other-organisation'>({
    actor: by.actor,
    action: 'tenant.link',
    at: by.at,
    ids: [...new Set([at, code, ...aside])],
    decide: (current) => {
      const here = pick(current, at);
      if (!here) throw new Refusal('not-found');
      const wrong = recentWrong(here, by.at);
      if (wrong.length >= MOST_WRONG) return { put: [], result: 'too-often' };
      const given = pick(current, code);
      if (!given || given.usedAt || given.expiresAt <= by.at.toString())
        return { put: [{ ...here, wrongCodes: [...wrong, by.at.toString()] } as AnyRecord], result: 'wrong' };
      const used = { ...given, usedAt: by.at.toString(), usedIn: at } as AnyRecord;
      if (given.person) {
        const left = moved && pick(current, moved.id);
        if (left && isOnly(left, account)) requireCoordinatorLeft(left, others, current);
        return linkPerson(current, here, { ...given, person: given.person }, account, used);
      }
      const organisations = [...new Set([...here.organisations, ...given.organisations])];
      const linked = { ...here, organisations, wrongCodes: [] } as AnyRecord;
      return { put: [linked, used], result: { type: 'tenant', organisations } };
    },
  });
  const { result } = changed;
  if (typeof result === 'string') throw new Refusal(`code-${result}`, {}, 'code');
  // Who has another account goes on with that one, and keeps everything.
  if (result.type === 'person' && moved && isOnly(moved, account))
    await handOver(store, { actor: PROGRAM, at: by.at }, moved.id, result.person);
  return result;
}

/** Whether someone is left without any account when this one moves. */
function isOnly({ identities }: Person, { platform, tenant }: Account): boolean {
  return identities.every((one) => one.platform === platform && one.tenant === tenant);
}

/** The account moves from the reader that first contact made to the person whose code it is. */
function linkPerson(
  current: ReadonlyMap<string, AnyRecord>,
  here: Tenant,
  given: LinkCode & { person: Id<'person'> },
  account: Account,
  used: AnyRecord,
): { put: AnyRecord[]; result: Linked | 'wrong' | 'other-organisation' } {
  const person = pick(current, given.person);
  if (!person?.active) return { put: [], result: 'wrong' };
  if (!here.organisations.includes(person.organisation)) return { put: [], result: 'other-organisation' };
  const isHere = (one: Person['identities'][number]) =>
    one.platform === account.platform && one.tenant === account.tenant;
  const put: AnyRecord[] = [used, { ...here, wrongCodes: [] } as AnyRecord];
  for (const record of current.values()) {
    const identities = isKind(record, 'person') ? record.identities : [];
    const others = identities.filter((one) => !isHere(one) || one.user !== account.user);
    if (record.id !== person.id && others.length < identities.length)
      put.push({ ...record, identities: others } as AnyRecord);
  }
  const { platform, tenant, user } = account;
  const identities = [...person.identities.filter((one) => !isHere(one)), { platform, tenant, user }];
  put.push({ ...person, identities } as AnyRecord);
  return { put, result: { type: 'person', person: person.id } };
}

function recentWrong({ wrongCodes }: Tenant, at: Temporal.Instant): string[] {
  const since = at.subtract({ hours: WITHIN_HOURS }).toString();
  return wrongCodes.filter((one) => one > since);
}
