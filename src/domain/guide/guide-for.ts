import type { Scope } from '../access/visibility.ts';
import type { Question, Victim } from '../help-point/where-to-go.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import type { Guide } from './guide.ts';

/** The first steps that answer a question, and how well: for whom, and whether they are of another form. */
export interface FoundGuide {
  guide: Guide;
  /** Set when the other kind of victim has steps of their own. */
  victim: Victim | undefined;
  /** The form itself, the form that it is part of, or every form. */
  fit: 'own' | 'wider' | 'general';
}

const VICTIMS: readonly Victim[] = ['citizen', 'business'];

/**
 * The first steps for a form and a victim: the form's own, else those of the form that it is part of, else the
 * general ones; undefined when there are none. Who does not say who the victim is gets the nearest, a citizen's
 * before a business's: somebody who was just cheated is helped at once rather than asked.
 */
export async function guideFor(
  store: Store,
  scope: Scope,
  { form, victim }: Question,
): Promise<FoundGuide | undefined> {
  const guides = await store.list('guide', scope);
  const chain = await formsAbove(store, form);
  const [citizen, business] = VICTIMS.map((one) => nearest(guides, chain, one));
  if (victim) return shown(victim === 'citizen' ? citizen : business, undefined);
  if (!citizen || !business) return shown(citizen ?? business, undefined);
  if (citizen.guide.id === business.guide.id) return shown(citizen, undefined);
  return business.steps < citizen.steps ? shown(business, 'business') : shown(citizen, 'citizen');
}

interface Near {
  guide: Guide;
  /** How far from the form: 0 is its own. */
  steps: number;
}

function nearest(guides: readonly Guide[], chain: readonly Id<'form'>[], victim: Victim): Near | undefined {
  const serving = guides.filter(({ serves }) => serves.includes(victim));
  for (const [steps, form] of [...chain, undefined].entries()) {
    const guide = serving.find((one) => one.form === form);
    if (guide) return { guide, steps: form === undefined ? Number.POSITIVE_INFINITY : steps };
  }
  return undefined;
}

function shown(near: Near | undefined, victim: Victim | undefined): FoundGuide | undefined {
  if (!near) return undefined;
  const { guide, steps } = near;
  const fit = steps === 0 ? 'own' : steps === Number.POSITIVE_INFINITY ? 'general' : 'wider';
  return { guide, victim, fit };
}

/** The form and the forms that it is part of, the nearest first. */
async function formsAbove(store: Store, form: Id<'form'> | undefined): Promise<Id<'form'>[]> {
  const chain: Id<'form'>[] = [];
  for (let next = form; next && !chain.includes(next); next = (await store.get(next))?.partOf)
    chain.push(next);
  return chain;
}
