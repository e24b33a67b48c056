import { Refusal } from '../../core/errors.ts';
import { isCoordinator, require } from '../access/may.ts';
import { scopeOf } from '../access/visibility.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, pick } from '../records.ts';
import { personalDataIn, withoutPersonalData } from '../shared/personal-data.ts';
import type { Id } from '../shared/record.ts';
import { draftPlan, type EarlierPlan, type PlanBase, type PlanDraft } from './draft-plan.ts';
import { partyReader } from './parse-parties.ts';
import { type Plan, plan } from './plan.ts';
import { actionsOf, isWaiting, savedPlans } from './plans.ts';
import type { PlanText } from './read-plan/plan-text.ts';
import { readPlanText } from './read-plan/read-plan-text.ts';

/** What a coordinator gives to take in a plan. */
export interface NewPlan {
  key: string;
  title: string;
  start?: string | undefined;
  end?: string | undefined;
  text: string;
  visibility: 'public' | 'partners';
}

/** The id under which a plan with this key is kept. */
export function planId(key: string): Id<'plan'> {
  return `plan/${key.toLowerCase()}`;
}

/**
 * Reads a pasted plan and keeps it as a draft, so that the button that saves it need not carry the text.
 * It has no owner yet, so that only coordinators see it; pasting again replaces it.
 */
export async function keepDraft(store: Store, by: By, given: NewPlan): Promise<PlanDraft> {
  require(isCoordinator(by.actor), 'coordinators-only');
  refusePersonalData(readPlanText(given.text));
  const key = given.key.trim().toUpperCase();
  if (!/^[A-Z]{1,6}\d{2}$/.test(key)) throw new Refusal('plan-key', {}, 'sleutel');
  const start = given.start ?? `20${key.slice(-2)}-01-01`;
  if (given.end && given.end < start)
    throw new Refusal('period-end-before-start', { text: `${start} - ${given.end}` }, 'einde');
  const base = {
    id: planId(key),
    key,
    title: given.title,
    start,
    ...(given.end ? { end: given.end } : {}),
    visibility: 'organisation' as const,
    origin: 'person',
    version: 0,
    themes: [],
    sources: [],
    // What stands outside the table is not taken over; a sender's address there need not be kept either.
    draft: { text: withoutPersonalData(given.text), visibility: given.visibility },
  };
  const draft = await interpret(store, by, base);
  await store.change({
    actor: by.actor,
    action: 'plan.draft',
    at: by.at,
    ids: [base.id],
    decide: (current) => {
      const stored = pick(current, base.id);
      if (stored && !stored.draft) throw new Refusal('plan-exists', { title: stored.title, key }, 'sleutel');
      return { put: [plan.parse({ ...base, end: draft.plan.end }) as AnyRecord], result: null };
    },
  });
  return draft;
}

/** A draft as it was kept, read anew: organisations may have been added since. */
export async function readDraft(store: Store, by: By, id: Id<'plan'>): Promise<PlanDraft> {
  require(isCoordinator(by.actor), 'coordinators-only');
  const kept = await store.get(id);
  if (!isWaiting(kept)) throw new Refusal('plan-no-draft');
  return interpret(store, by, kept);
}

/** Throws a draft's text away. Nothing is ever deleted: without its text the draft is nothing any more. */
export async function discardDraft(store: Store, by: By, id: Id<'plan'>): Promise<void> {
  require(isCoordinator(by.actor), 'coordinators-only');
  await changeOne(store, by, 'plan.discard', id, (kept) => {
    if (!isWaiting(kept)) throw new Refusal('plan-no-draft');
    return { ...kept, draft: { ...kept.draft, text: '' } };
  });
}

/** Saves a draft: the plan and all its actions, in one change. The earlier plan stays as it is. */
export async function savePlan(store: Store, by: By, id: Id<'plan'>): Promise<PlanDraft> {
  const draft = await readDraft(store, by, id);
  const { draft: kept, ...rest } = draft.plan;
  const actions = draft.actions.map(({ action }) => action);
  await store.change({
    actor: by.actor,
    action: 'plan.save',
    at: by.at,
    ids: [id, ...actions.map((one) => one.id)],
    ...(by.version === undefined ? {} : { expect: { [id]: by.version } }),
    ...(by.key === undefined ? {} : { key: by.key }),
    decide: (current) => {
      if (!isWaiting(pick(current, id))) throw new Refusal('plan-no-draft');
      const saved: Plan = { ...rest, visibility: kept?.visibility ?? 'partners' };
      return { put: [saved as AnyRecord, ...(actions as AnyRecord[])], result: null };
    },
  });
  return draft;
}

async function interpret(store: Store, by: By, kept: Omit<PlanBase, 'owner'>): Promise<PlanDraft> {
  const base = { ...kept, owner: by.actor.organisations[0] };
  const scope = scopeOf(by.actor, by.at);
  const known = [...(await store.list('organisation', scope)), ...(await store.list('group', scope))];
  const read = readPlanText(base.draft?.text ?? '');
  return draftPlan(base, read, partyReader(known), await earlierPlan(store, by, base.start));
}

/** The newest plan that began before this one. */
async function earlierPlan(store: Store, by: By, start: string): Promise<EarlierPlan | undefined> {
  const scope = scopeOf(by.actor, by.at);
  const found = (await savedPlans(store, scope)).find((one) => one.start < start);
  return found && { plan: found, actions: await actionsOf(store, scope, found.id) };
}

function refusePersonalData({ rows, themes }: PlanText): void {
  const texts = [
    ...rows.map(({ line, goal, result, planning, leads, partners }) => ({
      line,
      text: [goal, result, planning, leads, partners].join(' | '),
    })),
    ...themes.map(({ objective }) => ({ line: 1, text: objective ?? '' })),
  ];
  const found = texts.flatMap(({ line, text }) => personalDataIn(text).map((one) => ({ ...one, line })));
  if (found.length === 0) return;
  const lines = [...new Set(found.map(({ line, masked }) => `${line} (${masked})`))].slice(0, 5).join(', ');
  throw new Refusal('personal-data-lines', { count: found.length, lines }, 'tekst');
}
