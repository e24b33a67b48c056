import { createHash } from 'node:crypto';
import { Refusal } from '../../core/errors.ts';
import type { IdSource } from '../../core/ids.ts';
import { isCoordinator, require } from '../access/may.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { AnyRecord } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { type CalendarFilter, type Feed, feed } from './feed.ts';

/** A feed with the token that opens it: shown this once, for only its hash is kept. */
export interface OpenedFeed {
  feed: Feed;
  token: string;
}

/** The hash under which a token is kept (SHA-256, hex). */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Makes a feed for one person: it shows what that person may see, filtered. */
export async function createFeed(
  store: Store,
  by: By,
  ids: IdSource,
  given: { title: string; filter: CalendarFilter; locale: 'nl' | 'en' },
): Promise<OpenedFeed> {
  const person = by.actor.person;
  if (!person) throw new Refusal('feed-needs-person');
  const token = newToken(ids);
  const made = feed.parse({
    ...given,
    ...tokenFields(token),
    id: `feed/${ids()}`,
    visibility: 'organisation',
    person,
    createdAt: by.at.toString(),
  });
  const changed = await store.change<Id<'feed'>>({
    actor: by.actor,
    action: 'feed.create',
    at: by.at,
    ids: [],
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: () => ({ put: [made as AnyRecord], result: made.id }),
  });
  // Sent twice: still one feed. The first answer's address was perhaps never seen, so it gets another.
  if (!changed.changed) return rotateFeed(store, { actor: by.actor, at: by.at }, ids, changed.result);
  return { feed: made, token };
}

/** Gives a feed a new address; the old one stops working at once. */
export async function rotateFeed(store: Store, by: By, ids: IdSource, id: Id<'feed'>): Promise<OpenedFeed> {
  const token = newToken(ids);
  // Without the submission's key: sent twice, the address that was shown last must be the one that works.
  const { key: _key, ...unkeyed } = by;
  const rotated = await changeOwnFeed(store, unkeyed, 'feed.rotate', id, (old) => {
    if (old.revokedAt) throw new Refusal('feed-revoked');
    return { ...old, ...tokenFields(token) };
  });
  return { feed: rotated, token };
}

/** Ends a feed for good. */
export function revokeFeed(store: Store, by: By, id: Id<'feed'>): Promise<Feed> {
  return changeOwnFeed(store, by, 'feed.revoke', id, (old) => ({
    ...old,
    revokedAt: old.revokedAt ?? by.at.toString(),
  }));
}

/** The feeds of a person that still work. */
export async function feedsOf(store: Store, by: By, person: Id<'person'>): Promise<Feed[]> {
  const scope = { everything: true, partners: true, organisations: [], groups: [], at: by.at.toString() };
  require(isCoordinator(by.actor) || by.actor.person === person, 'not-yours-feed');
  return (await store.linked('feed', 'person', person, scope)).filter(
    ({ revokedAt }) => revokedAt === undefined,
  );
}

async function changeOwnFeed(
  store: Store,
  by: By,
  action: string,
  id: Id<'feed'>,
  update: (old: Feed) => Feed,
): Promise<Feed> {
  const old = await store.get(id);
  const own = old?.person !== undefined && old.person === by.actor.person;
  if (!old || old.name !== undefined || !(own || isCoordinator(by.actor))) throw new Refusal('not-found');
  // A token feed is visible to nobody by its record; its owner changes it as the program would.
  const actor = { ...by.actor, role: 'program' as const };
  return changeOne(store, { ...by, actor }, action, id, update);
}

/** 157 bits from the system's random source, without look-alike letters. */
function newToken(ids: IdSource): string {
  return Array.from({ length: 4 }, ids).join('');
}

function tokenFields(token: string): Pick<Feed, 'tokenHash' | 'tokenPrefix'> {
  return { tokenHash: hashToken(token), tokenPrefix: token.slice(0, 4) };
}
