import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { isCoordinator } from '../src/domain/access/may.ts';
import { waitingReports } from '../src/domain/correction/report-outdated.ts';
import type { Few } from '../src/domain/digest/digest.ts';
import { openActions } from '../src/domain/digest/due-actions.ts';
import { openTasks } from '../src/domain/digest/due-tasks.ts';
import { comingWeeks, firstAndLast } from '../src/domain/overview/coming-weeks.ts';
import { myCampaigns } from '../src/domain/overview/my-campaigns.ts';
import type { Practice } from '../src/domain/practice/practice.ts';
import { practicesOf, waitingProposals } from '../src/domain/practice/proposals.ts';
import { openDates } from '../src/domain/setup-gaps.ts';
import { mayHandle } from '../src/domain/task/change-task.ts';
import type { Message } from '../src/reply/reply.ts';
import { pictureText } from '../src/views/coming-weeks-view.ts';
import { type Overview, overviewMessage } from '../src/views/overview-view.ts';
import { proposalLine } from '../src/views/proposal-line.ts';
import type { View } from '../src/views/view.ts';
import { viewOf } from '../src/views/view-of.ts';
import { rightsOn } from './shared/action-rights.ts';
import { waitingSections } from './shared/waiting-sections.ts';

/** Of each kind; the rest is a number and a button. */
const SHOWN = 5;
const LINES = 16;

export const overzicht = defineCommand({
  name: 'overzicht',
  aliases: ['overview', 'home', 'mijn'],
  access: 'reader',
  args: z.object({}),
  examples: [''],
  run: async (context): Promise<Message> => {
    const found = await find(context);
    const { tasks, campaigns, actions, weeks, proposals, gaps, practices, reports } = found;
    const view = await viewOf(context, [
      ...tasks.items.flatMap(({ task, campaign }) => [task, campaign]),
      ...campaigns.items,
      ...actions.items.map(({ action }) => action),
      ...weeks.coming.items,
      ...proposals.items,
      ...gaps.items,
      ...practices.items,
      ...reports.items.flatMap((one) => one.reports),
    ]);
    const picture = await pictureOf(context, view);
    const practiceLine = (one: Practice) => proposalLine(one, context.actor, view);
    return overviewMessage({ ...found, picture, practiceLine }, view);
  },
});

async function find(context: Context): Promise<Omit<Overview, 'picture' | 'practiceLine'>> {
  const { store, scope, today, actor } = context;
  // A reader speaks for no organisation: first contact alone does not prove that someone belongs to it.
  const organisations = actor.role === 'partner' || isCoordinator(actor) ? actor.organisations : [];
  const owners = [...(actor.person ? [actor.person] : []), ...organisations];
  return {
    waiting: await waitingSections(context, SHOWN),
    tasks: few(await openTasks(store, scope, owners)),
    mayFinish: ({ task, campaign }) => mayHandle({ actor }, task, campaign),
    campaigns: await myCampaigns(store, scope, today, organisations, SHOWN),
    actions: few(await openActions(store, scope, today, organisations)),
    rightsOn: (action) => rightsOn(context, action),
    organisations,
    weeks: await comingWeeks(store, scope, today, LINES),
    proposals: isCoordinator(actor) ? await proposalsOf(context) : { items: [], total: 0 },
    gaps: isCoordinator(actor) ? await gapsOf(context) : { items: [], total: 0 },
    practices: few(
      isCoordinator(actor) ? await waitingProposals(store, scope) : await asked(context, organisations),
    ),
    reports: few(isCoordinator(actor) ? await waitingReports(store, scope) : []),
    me: actor.person && (await store.get(actor.person)),
  };
}

/** Proposals of these organisations for which a coordinator asked changes. */
async function asked({ store, scope }: Context, organisations: Context['actor']['organisations']) {
  const all = await practicesOf(store, scope, organisations);
  return all.filter(({ state }) => state === 'changes-asked');
}

async function proposalsOf({ store, scope }: Context): Promise<Overview['proposals']> {
  const { campaigns, total } = await store.entries({ scope, progress: ['proposed'], limit: SHOWN });
  return { items: campaigns, total };
}

async function gapsOf({ store, scope, today }: Context): Promise<Overview['gaps']> {
  const { campaigns, total } = await openDates(store, scope, today);
  return { items: campaigns, total };
}

/** The picture is drawn for the asker alone: where others read along there is none. */
async function pictureOf(context: Context, view: View): Promise<Overview['picture']> {
  const { store, scope, today, actor, audience, timelineUrl } = context;
  const url = audience === 'private' ? timelineUrl(actor) : undefined;
  if (url === undefined) return undefined;
  return { url, alt: pictureText(await firstAndLast(store, scope, today), view) };
}

function few<T>(all: readonly T[]): Few<T> {
  return { items: all.slice(0, SHOWN), total: all.length };
}
