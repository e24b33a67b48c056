import { todayAt } from '../../core/clock.ts';
import type { Scope } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import type { Practice } from '../practice/practice.ts';
import type { DigestFilter } from './calendar-parts.ts';
import { type Few, fewOf } from './digest.ts';

/**
 * Practices published from the day of `since` until yesterday, the newest first, as far as they fit the filter.
 * A practice has a day and no moment, so only days that are over are told: one that is published on the day of
 * a digest, before or after it goes, stands in the next one, and in that one only.
 */
export async function newPractices(
  store: Store,
  scope: Scope,
  { since, now }: { since: Temporal.Instant; now: Temporal.Instant },
  filter: DigestFilter = {},
): Promise<Few<Practice>> {
  const [first, last] = [todayAt(since), todayAt(now).subtract({ days: 1 })];
  return fewOf(await publishedBetween(store, scope, first.toString(), last.toString(), filter));
}

/** Practices published between two ISO dates, both counted, the newest first. */
export async function publishedBetween(
  store: Store,
  scope: Scope,
  from: string,
  until: string,
  filter: DigestFilter = {},
): Promise<Practice[]> {
  const practices = await store.list('practice', scope);
  return practices
    .filter(
      ({ state, publishedOn }) =>
        state === 'published' && publishedOn !== undefined && publishedOn >= from && publishedOn <= until,
    )
    .filter((practice) => fits(practice, filter))
    .sort((a, b) => ((a.publishedOn ?? '') > (b.publishedOn ?? '') ? -1 : 1));
}

/** A practice that names no form, audience or topic holds for all of them. */
function fits(practice: Practice, { forms = [], audiences = [], topics = [] }: DigestFilter): boolean {
  const shares = (own: readonly string[], asked: readonly string[]): boolean =>
    own.length === 0 || asked.length === 0 || own.some((id) => asked.includes(id));
  return (
    shares(practice.forms, forms) && shares(practice.audiences, audiences) && shares(practice.topics, topics)
  );
}
