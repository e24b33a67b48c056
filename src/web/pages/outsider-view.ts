import { guardOf } from '../../domain/access/guard.ts';
import { canSee, publicScope } from '../../domain/access/visibility.ts';
import { linksOf } from '../../domain/links.ts';
import { nameOf } from '../../domain/names.ts';
import type { Store } from '../../domain/ports.ts';
import type { AnyRecord } from '../../domain/records.ts';
import type { Id } from '../../domain/shared/record.ts';
import type { View } from '../../views/view.ts';
import type { PageContext } from './page.ts';

/** A view on these records for anyone at all: names that are not public stay out. */
export async function outsiderView(
  store: Store,
  now: Temporal.Instant,
  { t, locale, today }: PageContext,
  records: readonly AnyRecord[],
): Promise<View> {
  const scope = publicScope(now);
  const ids = new Set<Id>(records.flatMap((record) => linksOf(record).map(([, id]) => id)));
  const found = await store.getMany([...ids]);
  return {
    t,
    locale,
    today,
    name: (id) => {
      const record = found.get(id);
      return record && canSee(scope, guardOf(record)) ? nameOf(record, locale) : undefined;
    },
  };
}
