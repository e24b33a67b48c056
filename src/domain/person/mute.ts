import { todayAt } from '../../core/clock.ts';
import { Refusal } from '../../core/errors.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { Person } from './person.ts';

export type Mute = Person['mutes'][number];

/** The asker is not reminded of this any more: a kind, a record, or a kind for one record; until a day, or for good. */
export function muteFor(store: Store, by: By, mute: Mute): Promise<Person> {
  if (mute.until !== undefined && mute.until < todayAt(by.at).toString())
    throw new Refusal('day-is-past', {}, 'tot');
  return changeSelf(store, by, 'person.mute', (me) => ({
    ...me,
    mutes: [...me.mutes.filter((one) => !isAlike(one, mute)), mute],
  }));
}

/** The asker is reminded of it again; without a kind and a record, of everything. */
export function unmuteFor(store: Store, by: By, mute: Pick<Mute, 'kind' | 'subject'>): Promise<Person> {
  const all = mute.kind === undefined && mute.subject === undefined;
  return changeSelf(store, by, 'person.unmute', (me) => ({
    ...me,
    mutes: all ? [] : me.mutes.filter((one) => !isAlike(one, mute)),
  }));
}

/** Changes the asker's own record, whatever the role: these settings are nobody else's business. */
export function changeSelf(
  store: Store,
  by: By,
  action: string,
  update: (me: Person) => Person,
): Promise<Person> {
  const { person } = by.actor;
  if (!person) throw new Refusal('not-found');
  return changeOne(store, { ...by, actor: { ...by.actor, role: 'program' } }, action, person, update);
}

function isAlike(one: Pick<Mute, 'kind' | 'subject'>, other: Pick<Mute, 'kind' | 'subject'>): boolean {
  return one.kind === other.kind && one.subject === other.subject;
}
