import { PROGRAM } from '../access/actor.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';

/**
 * No more e-mail to this person. Whoever has the link out of the mail may do it, signed in or not; a second time
 * changes nothing. Refusal not-found when the person is gone.
 */
export async function stopEmail(store: Store, at: Temporal.Instant, person: Id<'person'>): Promise<void> {
  const by: By = { actor: { ...PROGRAM, person }, at };
  await changeOne(store, by, 'person.stop-email', person, (one) => ({ ...one, emailOff: true }));
}
