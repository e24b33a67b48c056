import type { Scope } from './access/visibility.ts';
import type { Campaign } from './campaign/campaign.ts';
import { type Reported, waitingReports } from './correction/report-outdated.ts';
import type { HelpPoint } from './help-point/help-point.ts';
import { waitingPhones } from './help-point/shown-phones.ts';
import type { Group, Organisation } from './organisation/organisation.ts';
import type { Store } from './ports.ts';
import type { Practice } from './practice/practice.ts';
import { waitingProposals } from './practice/proposals.ts';
import type { Tenant } from './tenant/tenant.ts';

/** What a coordinator still has to arrange before the bot can do its work. */
export interface SetupGaps {
  /** Organisations that lead something and have no active contact. */
  withoutContact: Organisation[];
  /** Groups whose membership is not known. */
  withoutMembers: Group[];
  /** Coming campaigns whose date is not confirmed, soonest first; inhaakmomenten left out. */
  openDates: Campaign[];
  openDatesTotal: number;
  proposals: Campaign[];
  proposalsTotal: number;
  /** Proposed practices that wait for a coordinator, the oldest first. */
  proposedPractices: Practice[];
  /** What partners reported as outdated and nobody looked at yet. */
  reported: Reported[];
  /** Workspaces that are nobody's yet, or that the bot was removed from. */
  workspaces: Tenant[];
  /** Help points with numbers that nobody has confirmed yet. */
  unconfirmedNumbers: HelpPoint[];
}

const SHOWN = 5;

/** Looks up all gaps at once; dates over the coming 24 months from `today`. */
export async function setupGaps(store: Store, scope: Scope, today: Temporal.PlainDate): Promise<SetupGaps> {
  const people = await store.list('person', scope);
  const reachable = new Set(
    people.filter(({ active, contact }) => active && contact).map((one) => one.organisation),
  );
  const organisations = await store.list('organisation', scope);
  const withoutContact: Organisation[] = [];
  for (const one of organisations) {
    if (reachable.has(one.id)) continue;
    const leads = await store.entries({
      scope,
      from: today.toString(),
      filter: leadFilter(one.id),
      limit: 1,
    });
    const actions = leads.total > 0 ? [] : await store.linked('action', 'lead', one.id, scope);
    if (leads.total > 0 || actions.length > 0) withoutContact.push(one);
  }
  const open = await openDates(store, scope, today);
  const proposals = await store.entries({ scope, progress: ['proposed'], limit: SHOWN });
  const helpPoints = await store.list('helppoint', scope);
  const workspaces = (await store.list('tenant', scope)).filter(
    ({ organisations, goneAt }) => organisations.length === 0 || goneAt !== undefined,
  );
  return {
    workspaces,
    withoutContact,
    withoutMembers: (await store.list('group', scope)).filter(({ members }) => members === undefined),
    openDates: open.campaigns,
    openDatesTotal: open.total,
    proposals: proposals.campaigns,
    proposalsTotal: proposals.total,
    proposedPractices: await waitingProposals(store, scope),
    reported: await waitingReports(store, scope),
    unconfirmedNumbers: helpPoints.filter(
      (point) => waitingPhones(point, Temporal.Instant.from(scope.at)).length > 0,
    ),
  };
}

/** The first few campaigns of the coming 24 months whose date is not confirmed, and how many there are. */
export async function openDates(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
): Promise<{ campaigns: Campaign[]; total: number }> {
  return store.entries({
    scope,
    from: today.toString(),
    until: today.add({ months: 24 }).toString(),
    filter: { ...leadFilter(), types: ['campaign'] },
    progress: ['planned'],
    dateStates: ['unknown', 'provisional', 'uncertain'],
    limit: SHOWN,
  });
}

function leadFilter(organisation?: Organisation['id']) {
  return {
    audiences: [],
    forms: [],
    organisations: organisation ? [organisation] : [],
    regions: [],
    series: [],
    topics: [],
    types: [],
  };
}
