import type { Context, FieldValue } from '../../src/command/command.ts';
import { refreshable } from '../../src/command/refreshable.ts';
import { formatQuarter } from '../../src/core/dates/format-date.ts';
import { Refusal } from '../../src/core/errors.ts';
import { guardOf } from '../../src/domain/access/guard.ts';
import { isCoordinator } from '../../src/domain/access/may.ts';
import { canSee } from '../../src/domain/access/visibility.ts';
import { isOpen } from '../../src/domain/plan/draft-plan.ts';
import { filterActions, themesNamed } from '../../src/domain/plan/filter-actions.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { actionsOf, currentPlan, isWaiting, savedPlans } from '../../src/domain/plan/plans.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import type { Message } from '../../src/reply/reply.ts';
import { actionListMessage, themeText } from '../../src/views/action-list.ts';
import { draftMessage } from '../../src/views/plan-preview.ts';
import type { View } from '../../src/views/view.ts';
import { viewOf } from '../../src/views/view-of.ts';
import { quarterFrom, type STATE_WORDS, STATES } from '../voortgang.ts';
import { rightsOn, showsState } from './action-rights.ts';

const PAGE = 10;
const MOST_OTHERS = 5;

/** Which actions of which plan, and from where the page goes on. */
export interface PageArgs {
  woorden?: string | undefined;
  thema?: string | undefined;
  trekker?: Id<'organisation' | 'group'>[] | undefined;
  kwartaal?: string | undefined;
  stand?: (typeof STATE_WORDS)[number] | undefined;
  plan?: Id<'plan'> | undefined;
  verder?: string | undefined;
}

/** A page of a plan's actions: the plan that runs, unless one is named. */
export async function planPage(context: Context, given: PageArgs): Promise<Message> {
  const { store, scope, today } = context;
  const plan = given.plan ? await store.get(given.plan) : await currentPlan(store, scope, today);
  if (!plan) return refreshable(noPlan(context), 'actieplan', { ...given });
  if (!canSee(scope, guardOf(plan))) throw new Refusal('not-found');
  if (plan.draft) return draftPage(context, plan);
  if (given.stand && !showsState(context)) throw new Refusal('state-private');
  checkTheme(plan, given.thema);
  return refreshable(await pageOf(context, plan, withTheme(plan, given)), 'actieplan', { ...given });
}

/** Words that are a theme's own title mean that theme. */
function withTheme(plan: Plan, given: PageArgs): PageArgs {
  if (!given.woorden || given.thema || themesNamed(plan, given.woorden).length === 0) return given;
  return { ...given, woorden: undefined, thema: given.woorden };
}

async function pageOf(context: Context, plan: Plan, given: PageArgs): Promise<Message> {
  const { store, scope, t, audience } = context;
  const quarter = quarterFrom(given.kwartaal);
  const all = await actionsOf(store, scope, plan.id);
  const found = filterActions(all, plan, {
    theme: given.thema,
    leads: given.trekker,
    quarter,
    state: given.stand ? STATES[given.stand] : undefined,
    words: given.woorden?.split(/\s+/),
  });
  const from = startOf(found, given.verder);
  const page = found.slice(from, from + PAGE);
  const view = await viewOf(context, page, given.trekker ?? []);
  const last = page.at(-1);
  const more = last && found.length > from + PAGE ? asTyped(given, plan, last.key) : undefined;
  return actionListMessage(
    {
      plan,
      all,
      page,
      total: found.length,
      filter: filterTexts(plan, given, quarter, view, t),
      byQuarter: quarter !== undefined,
      rightsOn: (action) => rightsOn(context, action),
      showsState: showsState(context),
      mayManage: isCoordinator(context.actor) && audience === 'private',
      others: given.verder === undefined ? await otherPlans(context, plan) : [],
    },
    view,
    more,
    audience,
  );
}

/** A plan that is not saved yet has no actions to list; a coordinator can go on with it. */
async function draftPage(context: Context, plan: Plan): Promise<Message> {
  if (!isCoordinator(context.actor)) throw new Refusal('not-found');
  if (!isWaiting(plan)) throw new Refusal('plan-no-draft');
  return draftMessage(plan, await viewOf(context, [plan]));
}

/** The other plans, with how many of their actions are open for who may know. */
async function otherPlans(context: Context, shown: Plan) {
  const { store, scope } = context;
  const others = (await savedPlans(store, scope)).filter(({ id }) => id !== shown.id).slice(0, MOST_OTHERS);
  return Promise.all(
    others.map(async (plan) => ({
      plan,
      open: showsState(context) ? (await actionsOf(store, scope, plan.id)).filter(isOpen).length : undefined,
    })),
  );
}

function noPlan({ t, audience, actor }: Context): Message {
  const add = { label: t('do.new-plan'), command: 'actieplan-nieuw', args: {}, opensForm: true };
  return {
    type: 'message',
    title: t('command.actieplan.title'),
    audience,
    sections: [
      { type: 'text', text: t('plan.no-plan') },
      ...(isCoordinator(actor) ? [{ type: 'actions' as const, actions: [add] }] : []),
    ],
  };
}

function checkTheme(plan: Plan, typed: string | undefined): void {
  if (typed === undefined || themesNamed(plan, typed).length > 0) return;
  const themes = plan.themes.map(({ no }) => themeText(plan, no)).join(', ');
  throw new Refusal('theme-unknown', { text: typed.slice(0, 40), themes }, 'thema');
}

/** A page begins after the action that the last one ended with. */
function startOf(found: readonly { key: string }[], after: string | undefined): number {
  if (after === undefined) return 0;
  const at = found.findIndex(({ key }) => key === after);
  if (at < 0) throw new Refusal('cursor-unknown');
  return at + 1;
}

function filterTexts(
  plan: Plan,
  given: PageArgs,
  quarter: string | undefined,
  view: View,
  t: Context['t'],
): string[] {
  return [
    ...(given.thema ? themesNamed(plan, given.thema).map((no) => themeText(plan, no)) : []),
    ...(given.trekker ?? []).map((id) => t('plan.lead', { names: view.name(id) ?? '' })),
    ...(quarter ? [t('plan.filter-quarter', { quarter: formatQuarter(quarter, view.locale) })] : []),
    ...(given.stand ? [t(`state.${STATES[given.stand]}`)] : []),
    ...(given.woorden ? [t('plan.filter-words', { words: given.woorden })] : []),
  ];
}

/** The same question as text again, for the button that fetches the next page. */
function asTyped(given: PageArgs, plan: Plan, after: string): Record<string, FieldValue> {
  const typed: Record<string, FieldValue> = { plan: plan.id, verder: after };
  if (given.woorden) typed.woorden = given.woorden;
  if (given.thema) typed.thema = given.thema;
  if (given.trekker) typed.trekker = given.trekker;
  if (given.kwartaal) typed.kwartaal = given.kwartaal;
  if (given.stand) typed.stand = given.stand;
  return typed;
}

/** A page of a plan after a change, with what happened above it. */
export function withNotice(page: Message, text: string): Message {
  const notice = { type: 'notice', tone: 'success', text } as const;
  return { ...page, audience: 'private', sections: [notice, ...page.sections] };
}
