import type { Scope } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import { isKind } from '../records.ts';
import { searchWide } from '../search/search-wide.ts';
import type { Id } from '../shared/record.ts';
import { withParts } from '../taxonomy/with-parts.ts';
import { type Evidence, isWarning, type Practice } from './practice.ts';

export interface PracticeFilter {
  words?: string | undefined;
  subjects?: readonly Id<'form' | 'topic'>[] | undefined;
  audiences?: readonly Id<'audience'>[] | undefined;
  evidence?: Evidence | undefined;
}

/**
 * Published practices that fit, warnings first because missing one costs most; then those made for what
 * is asked, those for every form after them, the strongest evidence first.
 */
export async function findPractices(store: Store, scope: Scope, filter: PracticeFilter): Promise<Practice[]> {
  const published = (await named(store, scope, filter.words)).filter(({ state }) => state === 'published');
  const forms = (filter.subjects ?? []).filter((id) => id.startsWith('form/')) as Id<'form'>[];
  const topics = (filter.subjects ?? []).filter((id) => id.startsWith('topic/'));
  const subjects = new Set<string>([...(await withParts(store, scope, 'form', forms)), ...topics]);
  const audiences = new Set<string>(await withParts(store, scope, 'audience', filter.audiences ?? []));
  const roles = new Set<string>(
    (await store.list('topic', scope)).filter(({ type }) => type === 'role').map(({ id }) => id),
  );
  const made = (practice: Practice): boolean =>
    [...practice.forms, ...practice.topics].some((id) => subjects.has(id));
  // Without a form a practice holds for all forms; a role such as geldezel is no form, but does narrow it.
  const general = ({ forms: own, topics: about }: Practice): boolean =>
    own.length === 0 && !about.some((id) => roles.has(id));
  const fitting = published.filter(
    (practice) =>
      (subjects.size === 0 || made(practice) || (forms.length > 0 && general(practice))) &&
      (audiences.size === 0 || practice.audiences.some((id) => audiences.has(id))) &&
      (!filter.evidence || practice.evidence.includes(filter.evidence)),
  );
  return fitting.sort(
    (a, b) =>
      Number(isWarning(b)) - Number(isWarning(a)) ||
      Number(made(b)) - Number(made(a)) ||
      (filter.words ? 0 : strength(a) - strength(b)),
  );
}

async function named(store: Store, scope: Scope, words: string | undefined): Promise<Practice[]> {
  if (!words) return store.list('practice', scope);
  const { hits } = await searchWide(store, scope, { words, kinds: ['practice'], limit: 100 });
  return hits.flatMap(({ record }) => (isKind(record, 'practice') ? [record] : []));
}

function strength({ evidence }: Practice): number {
  return 'ABCDX'.indexOf(evidence[0] ?? 'D');
}
