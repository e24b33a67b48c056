import type { Scope } from '../access/visibility.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { withParts } from '../taxonomy/with-parts.ts';
import type { InsightQuery } from './query.ts';
import { monthsOf as monthsBetween } from './query.ts';

const PAGE = 500;

/** All that is planned or proposed in the period, about these forms and for these audiences or parts of them. */
export async function entriesBetween(
  store: Store,
  scope: Scope,
  { period, forms, audiences }: Pick<InsightQuery, 'period' | 'forms' | 'audiences'>,
): Promise<Campaign[]> {
  const filter = {
    audiences: await withParts(store, scope, 'audience', audiences),
    forms: await withParts(store, scope, 'form', forms),
    organisations: [],
    regions: [],
    series: [],
    topics: [],
    types: [],
  };
  const query = {
    scope,
    from: period.start,
    until: period.end,
    progress: ['planned', 'proposed'],
    filter,
    limit: PAGE,
  };
  const found: Campaign[] = [];
  let after: string | undefined;
  do {
    const page = await store.entries({ ...query, ...(after ? { after } : {}) });
    found.push(...page.campaigns);
    after = page.next;
  } while (after);
  return found;
}

/** Only what somebody confirmed and nobody still has to approve is sure. */
export function isSure({ dateState, period, progress }: Campaign): boolean {
  return progress === 'planned' && dateState === 'confirmed' && period !== null;
}

/** The months (YYYY-MM) of these in which a campaign runs, or, while it has no dates, may run. */
export function monthsIn({ period, expectedMonths }: Campaign, months: readonly string[]): string[] {
  const own = new Set(period ? monthsBetween(period) : expectedMonths);
  return months.filter((month) => own.has(month));
}

/** The terms with everything that they are part of: what is about quishing is about phishing as well. */
export function withWholes<K extends 'form' | 'audience'>(
  terms: readonly Id<K>[],
  partOf: ReadonlyMap<string, Id<K> | undefined>,
): Set<Id<K>> {
  const found = new Set(terms);
  for (const term of found) {
    const whole = partOf.get(term);
    if (whole) found.add(whole);
  }
  return found;
}
