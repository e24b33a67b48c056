import type { Locale } from '../core/locale.ts';
import { guardOf } from '../domain/access/guard.ts';
import { canSee, type Scope } from '../domain/access/visibility.ts';
import { linksOf } from '../domain/links.ts';
import { nameOf } from '../domain/names.ts';
import type { Store } from '../domain/ports.ts';
import type { AnyRecord } from '../domain/records.ts';
import type { Id } from '../domain/shared/record.ts';
import type { Translate } from '../i18n/translate.ts';
import type { View } from './view.ts';

/** Who reads, and out of which store. */
export interface Reader {
  store: Store;
  scope: Scope;
  locale: Locale;
  today: Temporal.PlainDate;
  t: Translate;
}

/** A view on these records: the names of all that they point at, as far as the reader may see them. */
export async function viewOf(
  { store, scope, t, locale, today }: Reader,
  records: readonly AnyRecord[],
  more: readonly Id[] = [],
): Promise<View> {
  const ids = new Set<Id>([...more, ...records.flatMap((record) => linksOf(record).map(([, id]) => id))]);
  const found = await store.getMany([...ids]);
  const known = new Map([...records.map((record) => [record.id as string, record] as const), ...found]);
  const names = new Map<string, string>();
  for (const [id, record] of known) if (canSee(scope, guardOf(record))) names.set(id, nameOf(record, locale));
  return { t, locale, today, name: (id) => names.get(id) };
}
