import { dateHere } from '../../../core/clock.ts';
import { addDays } from '../../../core/dates/day-number.ts';
import { quarterBounds, quarterOf } from '../../../core/dates/quarter.ts';
import type { Id } from '../../shared/record.ts';
import { contactsOf, coordinators } from '../recipients.ts';
import type { World } from '../world.ts';
import { type FindMatters, matter } from './trigger.ts';

/** Proposals that wait for a coordinator. */
export const proposal: FindMatters = (world, rule) =>
  world.campaigns.values().map(({ id, progress, proposedAt }) => {
    if (progress !== 'proposed' || !proposedAt) return [];
    const due = dateHere(proposedAt);
    return [matter(rule, id, due, coordinators(world), { until: '9999-12-31' })];
  });

/** Published practices that nobody reviewed for twelve months. */
export const practiceReview: FindMatters = (world, rule) =>
  world.practices.map(({ id, state, reviewedOn }) => {
    if (state !== 'published' || !reviewedOn) return [];
    return [matter(rule, id, monthsLater(reviewedOn, 12), coordinators(world))];
  });

/** Help points that nobody checked for six months. */
export const helpPointCheck: FindMatters = (world, rule) =>
  world.helpPoints.map(({ id, checkedOn }) => [
    matter(rule, id, monthsLater(checkedOn, 6), coordinators(world)),
  ]);

/** What partners reported as outdated: one question for each help point or guide, from the first report on. */
export const outdated: FindMatters = (world, rule) =>
  [...Map.groupBy(world.corrections, ({ about }) => about)].map(([about, reports]) => {
    const [first] = reports.toSorted((a, b) => (a.at < b.at ? -1 : 1));
    if (!first) return [];
    return [matter(rule, about, dateHere(first.at), coordinators(world), { mark: first.id })];
  });

/** Contacts for a fraud form that others will soon see no more: to their organisation, else to the coordinators. */
export const contactExpires: FindMatters = (world, rule) =>
  world.formContacts.map(({ id, organisation, validUntil, removed }) => {
    if (removed) return [];
    const own = contactsOf(world, organisation);
    const to = own.length > 0 ? { first: own, second: [] } : coordinators(world);
    return [matter(rule, id, validUntil, to)];
  });

/** Organisations that lead something to come and have nobody who can be reached: once a quarter. */
export const noContact: FindMatters = (world, rule, today) => {
  const { start } = quarterBounds(quarterOf(today));
  return [...leading(world, today)]
    .filter((id) => world.organisations.has(id) && contactsOf(world, id).length === 0)
    .map((id) => [matter(rule, id, start, coordinators(world))]);
};

/** The newsletter that the plan promises every three months, counted back from the end of the quarter. */
export const newsletter: FindMatters = (world, rule, today) => {
  const { end } = quarterBounds(quarterOf(today));
  const running = [...world.plans.values()].find(
    (plan) => plan.start <= today && today <= addDays(plan.end, 366),
  );
  return running ? [[matter(rule, running.id, end, coordinators(world))]] : [];
};

function leading(world: World, today: string): Set<Id<'organisation'>> {
  const campaigns = [...world.campaigns.values()].filter(
    ({ type, progress, period }) =>
      type === 'campaign' && progress !== 'cancelled' && period && period.end >= today,
  );
  const actions = world.actions.filter(
    ({ state, contacts }) =>
      state !== 'done' && state !== 'dropped' && !contacts.some((id) => world.people.has(id)),
  );
  const parties = actions.flatMap(({ leads }) => leads).filter((party) => typeof party === 'string');
  return new Set([
    ...campaigns.flatMap(({ leads }) =>
      leads
        .filter(({ contact }) => !contact || !world.people.has(contact))
        .map(({ organisation }) => organisation),
    ),
    ...(parties.filter((id) => id.startsWith('organisation/')) as Id<'organisation'>[]),
  ]);
}

function monthsLater(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}
