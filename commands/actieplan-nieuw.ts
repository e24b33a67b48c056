import { z } from 'zod';
import { type Context, defineCommand, type FieldValue } from '../src/command/command.ts';
import { choice, date, flag, number, optional, paragraph, ref, text } from '../src/command/fields.ts';
import { Refusal } from '../src/core/errors.ts';
import { isCoordinator, require } from '../src/domain/access/may.ts';
import type { PlanDraft } from '../src/domain/plan/draft-plan.ts';
import type { Plan } from '../src/domain/plan/plan.ts';
import { isWaiting } from '../src/domain/plan/plans.ts';
import { appendText } from '../src/domain/plan/read-plan/append-text.ts';
import { MAX_PLAN_TEXT } from '../src/domain/plan/read-plan/read-plan-text.ts';
import { discardDraft, keepDraft, planId, readDraft, savePlan } from '../src/domain/plan/save-plan.ts';
import type { Id } from '../src/domain/shared/record.ts';
import type { MessageKey } from '../src/i18n/translate.ts';
import type { Confirm, Message } from '../src/reply/reply.ts';
import { discardQuestion, planPreview } from '../src/views/plan-preview.ts';
import { viewOf } from '../src/views/view-of.ts';
import { planPage, withNotice } from './shared/plan-page.ts';

const args = z.object({
  titel: text({ names: ['title'] }),
  sleutel: text({ names: ['key', 'afkorting'], max: 8 }),
  start: optional(date({ names: ['begin', 'van', 'from'] })),
  einde: optional(date({ names: ['end', 'eind', 'tot', 'until'] })),
  zichtbaar: optional(choice(['openbaar', 'partners'], { names: ['visible', 'visibility'] })),
  tekst: optional(paragraph({ names: ['text'], max: MAX_PLAN_TEXT })),
  erbij: flag({ names: ['append'] }),
  weg: flag({ names: ['discard'], hidden: true }),
  /** The plan whose text is kept and waits to be saved. */
  plan: optional(ref('plan', { hidden: true })),
  verder: optional(number(0, 10_000, { hidden: true })),
});
type Args = z.infer<typeof args>;

export const actieplanNieuw = defineCommand({
  name: 'actieplan-nieuw',
  aliases: ['new-action-plan', 'actieplan-toevoegen', 'nieuw-actieplan'],
  access: 'coordinator',
  args,
  examples: ['titel:"Actieplan 2026" sleutel:AP26'],
  subject: 'plan',
  prefill: async (context, given) => kept(context, given.plan as Id<'plan'>),
  // The text is kept already at the preview: a button cannot carry it to the moment of saving.
  preview: async (context, given) => {
    if (given.weg) return discardQuestion(await draftOf(context, given), await viewOf(context, []));
    if (!given.tekst && (await savedBefore(context, given.plan))) return undefined;
    const draft = given.tekst ? await keep(context, given) : await waiting(context, given);
    return preview(context, draft, given.verder ?? 0);
  },
  run: async (context, given) => {
    if (given.weg) return discarded(context, given);
    if (!given.tekst && given.plan && (await savedBefore(context, given.plan)))
      return told(context, given.plan, 'plan.saved-already');
    const id = given.tekst ? (await keep(context, given)).plan.id : (await waiting(context, given)).plan.id;
    await savePlan(context.store, context.by, id);
    return told(context, id, 'plan.saved');
  },
});

/** The draft that is to go; a refusal when its text is gone already. */
async function draftOf({ store, actor }: Context, given: Args): Promise<Plan> {
  require(isCoordinator(actor), 'coordinators-only');
  const plan = await store.get((given.plan as Id<'plan'>) ?? planId(given.sleutel));
  if (!isWaiting(plan)) throw new Refusal('plan-no-draft');
  return plan;
}

async function discarded(context: Context, given: Args): Promise<Message> {
  const { id } = await draftOf(context, given);
  await discardDraft(context.store, context.by, id);
  return withNotice(await planPage(context, {}), context.t('plan.discarded'));
}

async function keep({ store, by }: Context, given: Args): Promise<PlanDraft> {
  require(isCoordinator(by.actor), 'coordinators-only');
  const key = given.sleutel;
  const before = given.erbij ? ((await store.get(planId(key)))?.draft?.text ?? '') : '';
  const { version: _seen, ...anew } = by;
  return keepDraft(store, anew, {
    key,
    title: given.titel,
    start: given.start,
    end: given.einde,
    text: appendText(before, needed(given.tekst, 'tekst')),
    visibility: given.zichtbaar === 'openbaar' ? 'public' : 'partners',
  });
}

async function waiting({ store, by }: Context, given: Args): Promise<PlanDraft> {
  needed(given.plan ?? given.tekst, 'tekst');
  return readDraft(store, by, given.plan as Id<'plan'>);
}

async function savedBefore({ store }: Context, id: Id<'plan'> | undefined): Promise<boolean> {
  const plan = id && (await store.get(id));
  return plan !== undefined && plan.draft === undefined;
}

async function preview(context: Context, draft: PlanDraft, from: number): Promise<Confirm> {
  const view = await viewOf(
    context,
    draft.actions.map(({ action }) => action),
  );
  return planPreview(draft, (await context.store.get(draft.plan.id))?.version, from, view);
}

async function told(context: Context, id: Id<'plan'>, key: MessageKey): Promise<Message> {
  return withNotice(await planPage(context, { plan: id }), context.t(key));
}

/** A plan that waits to be saved, as its form shows it. */
async function kept({ store, actor }: Context, id: Id<'plan'>): Promise<Record<string, FieldValue>> {
  require(isCoordinator(actor), 'coordinators-only');
  const plan = await store.get(id);
  if (!isWaiting(plan)) throw new Refusal('plan-no-draft');
  return {
    titel: plan.title,
    sleutel: plan.key,
    start: plan.start,
    einde: plan.end,
    zichtbaar: plan.draft.visibility === 'public' ? 'openbaar' : 'partners',
    tekst: plan.draft.text,
  };
}

function needed<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw new Refusal('argument-missing', {}, field);
  return value;
}
