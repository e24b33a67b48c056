import { todayAt } from '../../core/clock.ts';
import { Refusal } from '../../core/errors.ts';
import { isCoordinator, mayEditMeasure, maySpeakFor, require } from '../access/may.ts';
import { type By, changeOne, visibleRecord } from '../change-one.ts';
import type { Store } from '../ports.ts';
import { checkUsable } from '../practice/use-practice.ts';
import { type AnyRecord, pick } from '../records.ts';
import type { Id } from '../shared/record.ts';
import type { Form } from '../taxonomy/taxonomy.ts';
import { type Measure, measure } from './measure.ts';

export interface ChosenMeasure {
  form: Id<'form'>;
  practice: Id<'practice'>;
  organisations: readonly Id<'organisation'>[];
  state?: Measure['state'] | undefined;
  note?: string | undefined;
}

/**
 * Chooses a published practice as a measure against a prioritised form. There is one measure for each pair: who
 * chooses it too joins it, and one that was stopped begins again. Refuses a warning, and who speaks for another.
 */
export async function chooseMeasure(store: Store, by: By, chosen: ChosenMeasure): Promise<Measure> {
  const { form, practice, organisations, state, note } = chosen;
  const id = measureId(form, practice);
  await store.change({
    actor: by.actor,
    action: 'measure.choose',
    at: by.at,
    ids: [id, form, practice, ...organisations],
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: (current) => {
      require(organisations.length > 0, 'other-organisation');
      for (const one of organisations) require(maySpeakFor(by.actor, one), 'other-organisation');
      checkPrioritised(visibleRecord(current, form, by));
      visibleRecord(current, practice, by);
      checkUsable(current, practice);
      const old = pick(current, id);
      const goesOn = old && old.state !== 'stopped';
      const made = measure.parse({
        ...(old ?? { id, form, practice, by: by.actor.person, at: by.at.toString() }),
        organisations: [...new Set([...(goesOn ? old.organisations : []), ...organisations])],
        state: state ?? (goesOn ? old.state : 'chosen'),
        ...(note ? { note } : {}),
      });
      return { put: [made as AnyRecord], result: null };
    },
  });
  return visibleRecord(await store.getMany([id]), id, by);
}

/**
 * How far a measure is, by who carries it out. An organisation that stops leaves it to the others; the measure stops
 * with the last of them, or when a coordinator stops it. What was withdrawn can only be stopped.
 */
export async function setMeasureState(
  store: Store,
  by: By,
  id: Id<'measure'>,
  { state, note }: Pick<ChosenMeasure, 'note'> & { state: Measure['state'] },
): Promise<Measure> {
  const practice = (await store.get(id))?.practice;
  return changeOne(
    store,
    by,
    `measure.${state}`,
    id,
    (old, current) => {
      require(mayEditMeasure(by.actor, old), 'not-your-measure');
      if (state !== 'stopped') checkUsable(current, old.practice);
      const others = old.organisations.filter((one) => !by.actor.organisations.includes(one));
      const goesOn = state === 'stopped' && others.length > 0 && !isCoordinator(by.actor);
      return { ...old, ...(goesOn ? { organisations: others } : { state }), ...(note ? { note } : {}) };
    },
    practice ? [practice] : [],
  );
}

/** A coordinator gives a form priority from today on, or takes it away; its measures stay as they are. */
export function setPriority(store: Store, by: By, id: Id<'form'>, isPriority: boolean): Promise<Form> {
  return changeOne(store, by, isPriority ? 'form.prioritise' : 'form.unprioritise', id, (form) => {
    require(isCoordinator(by.actor), 'coordinators-only');
    const { priority, ...rest } = form;
    return isPriority ? { ...rest, priority: priority ?? todayAt(by.at).toString() } : rest;
  });
}

/** The one measure of this form and practice. */
export function measureId(form: Id<'form'>, practice: Id<'practice'>): Id<'measure'> {
  return `measure/${afterSlash(form)}~${afterSlash(practice)}`;
}

function checkPrioritised({ priority, name }: Form): void {
  if (!priority) throw new Refusal('form-not-prioritised', { form: name.nl }, 'vorm');
}

function afterSlash(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
