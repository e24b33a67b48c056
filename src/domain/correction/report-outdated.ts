import { todayAt } from '../../core/clock.ts';
import { Refusal } from '../../core/errors.ts';
import type { IdSource } from '../../core/ids.ts';
import { PROGRAM } from '../access/actor.ts';
import { isCoordinator, mayPropose, require } from '../access/may.ts';
import { type Scope, scopeOf } from '../access/visibility.ts';
import { type By, changeOne, visibleRecord } from '../change-one.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import { type Correction, correction } from './correction.ts';

/** What can be outdated. */
export type Checked = Id<'helppoint' | 'guide'>;

/**
 * Notes that something in a help point or in first steps is not right any more; the coordinators hear of it. For
 * partners: a reader may be anybody in a linked workspace, and each report asks a coordinator to look.
 */
export async function reportOutdated(
  store: Store,
  by: By,
  ids: IdSource,
  { about, text }: { about: Checked; text: string },
): Promise<void> {
  const [organisation] = by.actor.organisations;
  if (!organisation || !mayPropose(by.actor)) throw new Refusal('other-organisation');
  const { person } = by.actor;
  const id = `correction/${ids()}` as const;
  await store.change({
    actor: by.actor,
    action: 'correction.report',
    at: by.at,
    ids: [about],
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: (current) => {
      visibleRecord(current, about, by);
      const made = correction.parse({
        id,
        about,
        text,
        organisation,
        owner: organisation,
        visibility: 'organisation',
        at: by.at.toString(),
        ...(person ? { by: person } : {}),
      });
      return { put: [made as AnyRecord], result: null };
    },
  });
}

/**
 * A coordinator has looked: all of it is right, from today. What partners reported of it until `seenUntil`, the
 * moment of the newest report that was shown, is done with; without it nothing was shown. Refuses everyone else.
 */
export async function confirmRight(
  store: Store,
  by: By,
  id: Checked,
  seenUntil: Temporal.Instant | undefined,
): Promise<void> {
  require(isCoordinator(by.actor), 'coordinators-only');
  const all = seenUntil ? await openCorrections(store, scopeOf(PROGRAM, by.at), id) : [];
  const open = all.filter(({ at }) => seenUntil && Temporal.Instant.compare(at, seenUntil) <= 0);
  const checkedOn = todayAt(by.at).toString();
  const done = { doneAt: by.at.toString(), ...(by.actor.person ? { doneBy: by.actor.person } : {}) };
  await changeOne(
    store,
    by,
    `${id.slice(0, id.indexOf('/'))}.check`,
    id,
    (record) => ({ ...record, checkedOn }),
    open.map((one) => one.id),
    (_record, current) =>
      open.flatMap((one) => {
        const stored = pick(current, one.id);
        return stored && !stored.doneAt ? [{ ...stored, ...done } as AnyRecord] : [];
      }),
  );
}

/** What was reported of it and not yet looked at, oldest first, as far as the scope may see it. */
export async function openCorrections(store: Store, scope: Scope, id: Checked): Promise<Correction[]> {
  const all = await store.linked('correction', 'about', id, scope);
  return all.filter(({ doneAt }) => !doneAt).sort((a, b) => Temporal.Instant.compare(a.at, b.at));
}

/** A help point or guide of which something was reported that nobody looked at yet. */
export interface Reported {
  about: Checked;
  reports: Correction[];
}

/** All that was reported and waits, as far as the scope may see it: what waits longest comes first. */
export async function waitingReports(store: Store, scope: Scope): Promise<Reported[]> {
  const open = (await store.list('correction', scope)).filter(({ doneAt }) => !doneAt);
  const ordered = open.sort((a, b) => (a.at < b.at ? -1 : 1));
  return [...Map.groupBy(ordered, ({ about }) => about)].map(([about, reports]) => ({ about, reports }));
}
