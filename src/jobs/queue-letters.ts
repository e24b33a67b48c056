import { PROGRAM } from '../domain/access/actor.ts';
import { scopeOf } from '../domain/access/visibility.ts';
import { letterDeliveries, letterReaders } from '../domain/newsletter/letter-readers.ts';
import type { NudgeStore } from '../domain/nudge/nudge-store.ts';
import type { Store } from '../domain/ports.ts';
import { type AnyRecord, pick } from '../domain/records.ts';

/**
 * Queues the newsletters that a coordinator released for everyone who is subscribed now; gives how many messages.
 * A program that ends half-way does it again, and no message is queued twice: its key is that of letter and reader.
 */
export async function queueLetters(
  { store, nudges }: { store: Store; nudges: NudgeStore },
  now: Temporal.Instant,
): Promise<number> {
  const scope = scopeOf(PROGRAM, now);
  const released = (await store.list('newsletter', scope)).filter(
    ({ sentAt, queuedAt }) => sentAt !== undefined && queuedAt === undefined,
  );
  let queued = 0;
  for (const letter of released) {
    const deliveries = letterDeliveries(letter, await letterReaders(store, scope), now);
    queued += await nudges.plan(now, () => ({
      slots: [],
      deliveries: deliveries.map((delivery) => ({ delivery, nudges: [] })),
    }));
    await store.change({
      actor: PROGRAM,
      action: 'newsletter.queued',
      at: now,
      ids: [letter.id],
      decide: (current) => {
        const stored = pick(current, letter.id);
        const put = stored && !stored.queuedAt ? [{ ...stored, queuedAt: now.toString() } as AnyRecord] : [];
        return { put, result: null };
      },
    });
  }
  return queued;
}
