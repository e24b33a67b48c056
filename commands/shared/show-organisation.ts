import type { Context } from '../../src/command/command.ts';
import { refreshable } from '../../src/command/refreshable.ts';
import { findContacts } from '../../src/domain/contact/find-contacts.ts';
import type { Organisation } from '../../src/domain/organisation/organisation.ts';
import { actionsOf, currentPlan } from '../../src/domain/plan/plans.ts';
import type { Message } from '../../src/reply/reply.ts';
import { organisationCard } from '../../src/views/organisation-card.ts';
import { viewOf } from '../../src/views/view-of.ts';
import { rightsOn } from './action-rights.ts';

const SHOWN = 5;

/** An organisation's card: its contacts, what it leads in the calendar and in the plan of now. */
export async function showOrganisation(context: Context, organisation: Organisation): Promise<Message> {
  const { store, scope, today, audience } = context;
  const { id } = organisation;
  const people = await store.linked('person', 'organisation', id, scope);
  const groups = await store.linked('group', 'member', id, scope);
  const led = await store.entries({
    scope,
    from: today.toString(),
    filter: {
      audiences: [],
      forms: [],
      organisations: [id],
      regions: [],
      series: [],
      topics: [],
      types: [],
    },
    limit: SHOWN,
  });
  const plan = await currentPlan(store, scope, today);
  const actions = plan
    ? (await actionsOf(store, scope, plan.id)).filter(({ leads }) => leads.includes(id))
    : [];
  const shown = actions.slice(0, SHOWN);
  const reachable = await findContacts(store, scope, today, { organisation: id });
  const view = await viewOf(context, [organisation, ...groups, ...led.campaigns, ...shown, ...reachable]);
  const around = {
    contacts: people.filter(({ contact, active }) => contact && active),
    reachable,
    groups: groups.map((group) => group.id),
    campaigns: led.campaigns,
    campaignCount: led.total,
    actions: shown,
    actionCount: actions.length,
    rightsOn: (action: (typeof actions)[number]) => rightsOn(context, action),
  };
  return refreshable({ ...organisationCard(organisation, around, view), audience }, 'toon', {
    wat: organisation.id,
  });
}
