import type { Scope } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import type { HelpPoint } from './help-point.ts';

export type Victim = HelpPoint['serves'][number];

export interface Question {
  form?: Id<'form'> | undefined;
  victim?: Victim | undefined;
}

/**
 * Where a victim goes, the first point first: those for the form by their rank, then those that help with
 * every form. A form without points of its own has those of the form that it is part of.
 */
export async function whereToGo(store: Store, scope: Scope, question: Question): Promise<HelpPoint[]> {
  const serving = (await store.list('helppoint', scope)).filter(
    ({ serves }) => !question.victim || serves.includes(question.victim),
  );
  const own = await ownPoints(store, serving, question.form);
  const others = serving.filter((point) => point.everyForm && !own.includes(point));
  return [...own, ...others.sort((a, b) => firstness(b) - firstness(a))];
}

async function ownPoints(
  store: Store,
  serving: readonly HelpPoint[],
  form: Id<'form'> | undefined,
): Promise<HelpPoint[]> {
  if (!form) return [];
  const rank = (point: HelpPoint): number | undefined => point.forms.find((one) => one.form === form)?.rank;
  const own = serving.filter((point) => rank(point) !== undefined);
  if (own.length > 0) return own.sort((a, b) => (rank(a) ?? 9) - (rank(b) ?? 9));
  return ownPoints(store, serving, (await store.get(form))?.partOf);
}

/** The point that comes first for most forms comes first when the form is not known. */
function firstness({ forms }: HelpPoint): number {
  return forms.filter(({ rank }) => rank === 1).length;
}
