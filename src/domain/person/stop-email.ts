import { PROGRAM } from '../access/actor.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';

/**
 * No more e-mail to this person or mailing list. Whoever has the link out of the mail may do it, signed in
 * or not; a second time changes nothing. Refusal not-found when the record is gone.
 */
export async function stopEmail(
  store: Store,
  at: Temporal.Instant,
  recipient: Id<'person' | 'subscription'>,
): Promise<void> {
  if (recipient.startsWith('person/')) {
    const person = recipient as Id<'person'>;
    const by: By = { actor: { ...PROGRAM, person }, at };
    await changeOne(store, by, 'person.stop-email', person, (one) => ({ ...one, emailOff: true }));
    return;
  }
  const subscription = recipient as Id<'subscription'>;
  await changeOne(store, { actor: PROGRAM, at }, 'subscription.stop-email', subscription, (one) =>
    one.platform === 'email' ? { ...one, active: false } : one,
  );
}
