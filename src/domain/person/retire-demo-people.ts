import { PROGRAM } from '../access/actor.ts';
import { scopeOf } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import { handOver } from './hand-over.ts';

/** Made-up people end where real work begins: they become inactive and their feeds stop. */
export async function retireDemoPeople(store: Store, at: Temporal.Instant): Promise<void> {
  const people = await store.list('person', scopeOf(PROGRAM, at));
  for (const { id, demo, active } of people)
    if (demo && active) await handOver(store, { actor: PROGRAM, at }, id, undefined);
}
