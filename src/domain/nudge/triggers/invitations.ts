import { dateHere } from '../../../core/clock.ts';
import { contactsOf, coordinators, everyLeadOf } from '../recipients.ts';
import { type FindMatters, matter } from './trigger.ts';

/** Organisations that were invited and said nothing yet, until the campaign begins. */
export const invitation: FindMatters = (world, rule, today) =>
  world.participations.entries().map(([id, participations]) => {
    const campaign = world.campaigns.get(id);
    const begins = campaign?.period?.start;
    if (!campaign || campaign.progress === 'cancelled' || (begins !== undefined && begins <= today))
      return [];
    return participations.flatMap(({ id: subject, answer, invitedAt, organisation, contact }) => {
      if (answer !== 'invited' || !invitedAt) return [];
      const named = contact && world.people.has(contact) ? [contact] : contactsOf(world, organisation);
      const to =
        named.length > 0 ? { first: named, second: everyLeadOf(world, campaign) } : coordinators(world);
      const due = dateHere(invitedAt);
      const usual = matter(rule, subject, due, to, { campaign: campaign.id });
      return [begins && begins < usual.until ? { ...usual, until: begins } : usual];
    });
  });
