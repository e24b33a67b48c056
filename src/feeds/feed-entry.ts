import { HOME_ZONE } from '../core/clock.ts';
import { quarterBounds } from '../core/dates/quarter.ts';
import { guardOf } from '../domain/access/guard.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Action, Plan } from '../domain/plan/plan.ts';
import type { Period } from '../domain/shared/fields.ts';
import type { Id } from '../domain/shared/record.ts';

/** One entry as a subscriber sees it. Plain text only, and never the name of a person. */
export interface FeedEntry {
  /** Stays the same for the life of the entry, whatever the program's address. */
  uid: string;
  kind: 'campaign' | 'action';
  title: string;
  description: string;
  period: Period;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  categories: readonly string[];
  url?: string;
  location?: string;
  /** ISO instant. */
  created?: string;
}

/** How sure an entry is, as its title should tell: many calendar apps do not show STATUS. */
export type Sureness = 'confirmed' | 'provisional' | 'uncertain' | 'cancelled' | 'done';

/** The texts of a feed in its language; the caller makes them, since feeds know no i18n. */
export interface FeedLabels {
  title(title: string, sureness: Sureness): string;
  actionTitle(action: Action, quarter: string): string;
  audiences: string;
  forms: string;
  leads: string;
  organiser: string;
  website: string;
  plan: string;
  planning: string;
}

/** What turning records into entries asks of the caller. */
export interface EntryContext {
  labels: FeedLabels;
  /** The name of an organisation, group, audience, form, topic or region in the feed's language. */
  nameOf(id: Id): string;
  /** The address of a record's page, if it has one. */
  urlOf(id: Id): string | undefined;
}

/** Ends every UID. Not the host's name: that may change, and a UID may not. */
const UID_DOMAIN = 'campagneregie';

/**
 * The entry of a campaign, or undefined when it has no place in a feed: its dates are not known, or it is a
 * proposal that nobody approved. A cancelled campaign stays, so that subscribers' copies are cancelled too.
 */
export function campaignEntry(campaign: Campaign, context: EntryContext): FeedEntry | undefined {
  const { period, dateState, progress } = campaign;
  if (!period || dateState === 'unknown' || guardOf(campaign).restricted) return undefined;
  const sureness = progress === 'cancelled' ? 'cancelled' : dateState;
  const url = context.urlOf(campaign.id);
  const location = [...campaign.regions.map(context.nameOf), ...campaign.places].join(', ');
  return {
    uid: `${slugOf(campaign.id)}@${UID_DOMAIN}`,
    kind: 'campaign',
    title: context.labels.title(campaign.title, sureness),
    description: campaignText(campaign, context),
    period,
    status: statusOf(sureness),
    categories: [...campaign.audiences, ...campaign.forms, ...campaign.topics].map(context.nameOf),
    ...(url && { url }),
    ...(location && { location }),
  };
}

/**
 * The deadlines of a plan action: all day on the last day of each planned quarter; none for one that is
 * continuous or unclear. A late action also has its newly expected quarter, which is tentative like a year
 * that the source does not state. A done action stays and says so; a dropped one is cancelled.
 */
export function actionEntries(action: Action, plan: Plan, context: EntryContext): FeedEntry[] {
  const { planning, state, expectedQuarter } = action;
  const planned = planning.kind === 'quarters' ? [...new Set(planning.quarters)].sort() : [];
  const sure = planning.yearStated ? 'confirmed' : 'provisional';
  const entries = planned.map((quarter) =>
    actionEntry(
      action,
      plan,
      quarter,
      { tag: quarter.toLowerCase(), sureness: surenessOf(state, sure) },
      context,
    ),
  );
  if (expectedQuarter && !planned.includes(expectedQuarter) && state !== 'done' && state !== 'dropped') {
    const shown = { tag: 'expected', sureness: 'provisional' as const };
    entries.push(actionEntry(action, plan, expectedQuarter, shown, context));
  }
  return entries;
}

function actionEntry(
  action: Action,
  plan: Plan,
  quarter: string,
  { tag, sureness }: { tag: string; sureness: Sureness },
  context: EntryContext,
): FeedEntry {
  const day = quarterBounds(quarter).end;
  const url = context.urlOf(action.id);
  return {
    // No id has a "+", so that a deadline and a campaign cannot meet.
    uid: `${slugOf(action.id)}+${tag}@${UID_DOMAIN}`,
    kind: 'action',
    title: context.labels.title(context.labels.actionTitle(action, quarter), sureness),
    description: actionText(action, plan, context),
    period: { start: day, end: day, zone: HOME_ZONE },
    status: statusOf(sureness),
    categories: [plan.title],
    ...(url && { url }),
  };
}

function campaignText(campaign: Campaign, { labels, nameOf }: EntryContext): string {
  const named = (label: string, ids: readonly Id[]) => labelled(label, ids.map(nameOf).join(', '));
  return lines(
    campaign.message,
    named(labels.audiences, campaign.audiences),
    named(labels.forms, campaign.forms),
    named(
      labels.leads,
      campaign.leads.map((lead) => lead.organisation),
    ),
    labelled(labels.organiser, campaign.organiser),
    labelled(labels.website, campaign.website),
  );
}

function actionText(action: Action, plan: Plan, { labels, nameOf }: EntryContext): string {
  const leads = action.leads.map((party) => (typeof party === 'string' ? nameOf(party) : party.text));
  return lines(
    action.result,
    labelled(labels.planning, action.planningText),
    labelled(labels.leads, leads.join(', ')),
    labelled(labels.plan, plan.title),
  );
}

function surenessOf(state: Action['state'], otherwise: Sureness): Sureness {
  if (state === 'dropped') return 'cancelled';
  return state === 'done' ? 'done' : otherwise;
}

function statusOf(sureness: Sureness): FeedEntry['status'] {
  if (sureness === 'cancelled') return 'CANCELLED';
  return sureness === 'provisional' || sureness === 'uncertain' ? 'TENTATIVE' : 'CONFIRMED';
}

function labelled(label: string, text: string | undefined): string | undefined {
  return text ? `${label}: ${text}` : undefined;
}

function lines(...given: (string | undefined)[]): string {
  return given.filter(Boolean).join('\n');
}

function slugOf(id: Id): string {
  return id.slice(id.indexOf('/') + 1);
}
