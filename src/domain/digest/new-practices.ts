import { todayAt } from '../../core/clock.ts';
import type { Scope } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import type { Practice } from '../practice/practice.ts';
import type { DigestFilter } from './calendar-parts.ts';
import { type Few, fewOf } from './digest.ts';

/** Practices published since the day of this moment, the newest first, as far as they fit the filter. */
export async function newPractices(
  store: Store,
  scope: Scope,
  since: Temporal.Instant,
  filter: DigestFilter = {},
): Promise<Few<Practice>> {
  return fewOf(await publishedBetween(store, scope, todayAt(since).toString(), '9999-12-31', filter));
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
