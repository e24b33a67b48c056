import type { Person } from '../person/person.ts';
import { everyLeadOf, leadsOfAction } from './recipients.ts';
import type { World } from './world.ts';

const leads = new WeakMap<World, ReadonlySet<string>>();

/** Whether someone gets the weekly digest by itself: whoever leads something, and the coordinators. */
export function wantsDigest(world: World, { id, role, digest }: Person): boolean {
  if (digest.off || role === 'reader') return false;
  return role === 'coordinator' || leadPeople(world).has(id);
}

/** Everyone who leads a campaign or an action of the plan; worked out once for each world. */
function leadPeople(world: World): ReadonlySet<string> {
  let found = leads.get(world);
  if (!found) {
    const campaigns = [...world.campaigns.values()].filter(
      ({ type, progress }) => type === 'campaign' && progress !== 'cancelled',
    );
    found = new Set([
      ...campaigns.flatMap((campaign) => [
        ...everyLeadOf(world, campaign),
        ...campaign.leads.flatMap(({ standIn }) => standIn ?? []),
      ]),
      ...world.actions.flatMap((action) => leadsOfAction(world, action).first),
    ]);
    leads.set(world, found);
  }
  return found;
}
