import { todayAt } from '../../core/clock.ts';
import { Refusal } from '../../core/errors.ts';
import type { By } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { changeSelf } from './mute.ts';
import type { Person } from './person.ts';

const MOST = 20;

/** The asker is away on these days (ISO dates, both counted); a stand-in may be named along with it. */
export async function beAway(
  store: Store,
  by: By,
  { from, until, standIn }: { from: string; until: string; standIn?: Id<'person'> | undefined },
): Promise<Person> {
  const today = todayAt(by.at).toString();
  if (until < today) throw new Refusal('day-is-past', {}, 'dagen');
  if (standIn === by.actor.person) throw new Refusal('own-stand-in', {}, 'vervanger');
  if (standIn && !(await store.get(standIn))?.active) throw new Refusal('hand-over-to-whom', {}, 'vervanger');
  return changeSelf(store, by, 'person.away', (me) => {
    const others = me.absences.filter(
      (one) => one.until >= today && (one.from !== from || one.until !== until),
    );
    return {
      ...me,
      absences: [...others, { from, until }].sort((a, b) => (a.from < b.from ? -1 : 1)).slice(-MOST),
      ...(standIn ? { standIn } : {}),
    };
  });
}

/** The asker is back: what has begun or was planned is taken away. */
export function beBack(store: Store, by: By): Promise<Person> {
  return changeSelf(store, by, 'person.back', (me) => ({ ...me, absences: [] }));
}
