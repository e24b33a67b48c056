import { todayAt } from '../core/clock.ts';
import { mondayOf } from '../core/dates/iso-week.ts';
import type { Actor } from '../domain/access/actor.ts';
import { scopeOf } from '../domain/access/visibility.ts';
import { calendarSpans } from '../domain/campaign/calendar-entry.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Store } from '../domain/ports.ts';
import { MOST_ROWS, type Timeline, type TimelineEntry } from '../render/timeline/timeline.ts';

const WEEKS = 8;
/** Of more entries than this in eight weeks only the first are looked at; the rest is counted. */
const MOST_READ = 500;

/** What this person may see of eight weeks, from the Monday of this one. Cancelled campaigns are not in it. */
export async function timelineFor(actor: Actor, store: Store, now: Temporal.Instant): Promise<Timeline> {
  const today = todayAt(now);
  const monday = mondayOf(today);
  const from = monday.toString();
  const until = monday.add({ days: 7 * WEEKS - 1 }).toString();
  const { campaigns, total } = await store.entries({
    scope: scopeOf(actor, now),
    from,
    until,
    progress: ['proposed', 'planned'],
    limit: MOST_READ,
  });
  const all = campaigns.flatMap((campaign) => entryOf(campaign, actor, from, until) ?? []);
  const entries = mostImportant(all);
  return { from, weeks: WEEKS, today: today.toString(), entries, more: total - entries.length };
}

/** Undefined for what may be before and after these weeks but not in them. */
function entryOf(
  campaign: Campaign,
  { organisations }: Actor,
  from: string,
  until: string,
): TimelineEntry | undefined {
  const span = calendarSpans(campaign).find(({ first, last }) => first <= until && last >= from);
  if (!span) return undefined;
  const owners = [campaign.owner, ...campaign.leads.map((lead) => lead.organisation)];
  const mine = organisations.some((organisation) => owners.includes(organisation));
  const undated = campaign.period === null && campaign.dateState === 'unknown';
  return { title: campaign.title, ...span, state: stateOf(campaign), kind: campaign.type, undated, mine };
}

/** A proposal is not certain either, whatever its date: it may not be approved. */
function stateOf({ dateState, period, progress }: Campaign): TimelineEntry['state'] {
  if (!period || progress === 'proposed') return 'uncertain';
  if (dateState === 'confirmed') return 'confirmed';
  return dateState === 'provisional' ? 'provisional' : 'uncertain';
}

/** As many as the picture holds, in order of date: the own ones before others, campaigns before moments. */
function mostImportant(all: readonly TimelineEntry[]): TimelineEntry[] {
  const rank = ({ mine, kind }: TimelineEntry) => (mine ? 0 : 2) + (kind === 'campaign' ? 0 : 1);
  const chosen = new Set(all.toSorted((one, other) => rank(one) - rank(other)).slice(0, MOST_ROWS));
  return all.filter((entry) => chosen.has(entry));
}
