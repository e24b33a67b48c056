import type { Scope } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import { isWarning, type Practice } from '../practice/practice.ts';
import type { Id } from '../shared/record.ts';
import type { Form } from '../taxonomy/taxonomy.ts';
import type { Measure } from './measure.ts';

/** So many effective measures row 5.06 of the Actieplan 2024 asks for each prioritised form. */
export const WANTED = 2;

/** The reasons for which a measure does not count, the first that holds. */
export type WhyNotEffective = 'withdrawn' | 'warning' | 'not-measured' | 'other-form';

export interface MeasureOfForm {
  measure: Measure;
  practice: Practice;
  /** Why it does not count as one of the effective measures; undefined when it does. */
  whyNot: WhyNotEffective | undefined;
}

export interface FormMeasures {
  form: Form;
  measures: readonly MeasureOfForm[];
  /** Effective ones that were not stopped: row 5.06 asks to identify them... */
  chosen: number;
  /** ...and to implement them. */
  running: number;
}

/**
 * The prioritised forms by name, each with its measures; what was stopped comes last. What the scope may not see is
 * left out and not counted.
 */
export async function measuresPerForm(
  store: Store,
  scope: Scope,
  only?: readonly Id<'form'>[],
): Promise<FormMeasures[]> {
  const forms = (await store.list('form', scope)).filter(
    ({ id, priority }) => priority !== undefined && (!only || only.includes(id)),
  );
  const measures = await store.list('measure', scope);
  const practices = new Map((await store.list('practice', scope)).map((one) => [one.id, one]));
  return forms
    .sort((a, b) => a.name.nl.localeCompare(b.name.nl, 'nl'))
    .map((form) => {
      const own = measures.flatMap((measure): MeasureOfForm[] => {
        const practice = measure.form === form.id ? practices.get(measure.practice) : undefined;
        return practice ? [{ measure, practice, whyNot: whyNotEffective(practice, form) }] : [];
      });
      const count = own.filter(({ whyNot, measure }) => !whyNot && measure.state !== 'stopped');
      return {
        form,
        measures: own.sort((a, b) => Number(isStopped(a)) - Number(isStopped(b))),
        chosen: count.length,
        running: count.filter(({ measure }) => measure.state === 'running').length,
      };
    });
}

/** The forms of which fewer effective measures run than row 5.06 asks for; those with the fewest chosen first. */
export function gapsAmong(all: readonly FormMeasures[]): FormMeasures[] {
  return all
    .filter(({ running }) => running < WANTED)
    .toSorted((a, b) => a.chosen - b.chosen || a.running - b.running);
}

/**
 * Row 5.06 asks for effective measures: those of which an effect was measured (evidence A or B), for this form or for
 * every form. C and D may be chosen too, but nobody knows yet whether they work; X never counts. Gives why one is not.
 */
export function whyNotEffective(
  practice: Practice,
  { id, partOf }: Pick<Form, 'id' | 'partOf'>,
): WhyNotEffective | undefined {
  const { state, evidence, forms } = practice;
  if (state !== 'published') return 'withdrawn';
  if (isWarning(practice)) return 'warning';
  if (!/^[AB]$/.test(evidence[0] ?? '')) return 'not-measured';
  const fits = forms.length === 0 || forms.some((one) => one === id || one === partOf);
  return fits ? undefined : 'other-form';
}

function isStopped({ measure }: MeasureOfForm): boolean {
  return measure.state === 'stopped';
}
