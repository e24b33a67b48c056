import { type Campaign, campaign as campaignSchema } from '../src/domain/campaign/campaign.ts';
import { type Organisation, organisation } from '../src/domain/organisation/organisation.ts';
import { type Participation, participation } from '../src/domain/participation/participation.ts';
import { type Person, person } from '../src/domain/person/person.ts';
import type { AnyRecord } from '../src/domain/records.ts';
import type { Id } from '../src/domain/shared/record.ts';
import { type Task, task } from '../src/domain/task/task.ts';
import { campaignsOf } from './campaigns.ts';
import { type Random, randomFrom } from './random.ts';

/** How large a made-up partnership is. */
export interface PartnershipSize {
  campaigns: number;
  people: number;
  organisations: number;
  tenants: number;
  /** Its campaigns begin in these years, spread over them evenly. */
  firstYear: number;
  years: number;
}

const COORDINATORS = 5;
/** Of ten people; most have the mornings that everyone has at first. */
const WEEKDAYS = [1, 1, 1, 1, 1, 1, 1, 2, 3, 4];
const ZONES = [...Array<string>(28).fill('Europe/Amsterdam'), 'Europe/London', 'America/Curacao'];
const HOURS = [
  ...Array<Person['workingHours']>(7).fill({ from: '08:30', until: '17:00' }),
  { from: '09:00', until: '18:00' },
  { from: '07:30', until: '16:00' },
  { from: '09:30', until: '14:30' },
];
/** Nothing is asked of what ended longer ago than this before the sending starts. */
const DAYS_KEPT = 400;

/** All records of a partnership as it is on a day, the same ones in every run; what is pointed at comes first. */
export function* partnershipOn(today: Temporal.PlainDate, size: PartnershipSize): Generator<AnyRecord> {
  const random = randomFrom(size.people);
  for (let number = 0; number < size.organisations; number++) yield organisationOf(number);
  // The last first, because somebody's stand-in has a higher number.
  for (let number = size.people - 1; number >= 0; number--) yield personOf(number, today, size, random);
  for (const made of campaignsOf({ count: size.campaigns, firstYear: size.firstYear, years: size.years })) {
    const campaign = settled(made, today, size, random);
    yield campaign;
    if (!campaign.period || campaign.type === 'inhaakmoment') continue;
    if (campaign.period.end < today.subtract({ days: DAYS_KEPT }).toString()) continue;
    const number = campaign.id.slice(-6);
    for (let index = random.below(4); index > 0; index--)
      yield taskOf(campaign, index, number, today, random);
    for (const joining of participationsOf(campaign, number, today, size, random)) yield joining;
  }
}

function organisationOf(number: number): Organisation {
  return organisation.parse({
    id: organisationId(number),
    name: `Organisatie ${number}`,
    short: `O${number}`,
  });
}

/** The first people are the contacts, one of each organisation, and after them the coordinators. */
function personOf(number: number, today: Temporal.PlainDate, size: PartnershipSize, random: Random): Person {
  const group = number % size.organisations;
  const isContact = number < size.organisations;
  const isCoordinator = !isContact && number < size.organisations + COORDINATORS;
  const tenant = group % size.tenants;
  const platform = tenant % 3 === 2 ? 'teams' : 'slack';
  const away = random.below(20) === 0;
  return person.parse({
    id: personId(number),
    name: `Mens ${number}`,
    organisation: organisationId(group),
    role: isCoordinator ? 'coordinator' : isContact || random.below(2) === 0 ? 'partner' : 'reader',
    contact: isContact || random.below(6) === 0,
    zone: random.pick(ZONES),
    workingHours: random.pick(HOURS),
    digest: { weekday: random.pick(WEEKDAYS) },
    standIn: number + size.organisations < size.people ? personId(number + size.organisations) : undefined,
    absences: away ? [{ from: today.toString(), until: today.add({ days: 9 }).toString() }] : [],
    email: `mens-${number}@o${group}.example.org`,
    identities: random.below(10) === 0 ? [] : [{ platform, tenant: `T${tenant}`, user: `U${number}` }],
  });
}

/** A made-up campaign with leads of this partnership, agreed on some time before it begins. */
function settled(
  campaign: Campaign,
  today: Temporal.PlainDate,
  { organisations }: PartnershipSize,
  random: Random,
): Campaign {
  const first = random.below(organisations);
  const second = random.below(organisations);
  const leads = [
    { organisation: organisationId(first), ...(random.below(2) === 0 ? { contact: personId(first) } : {}) },
    ...(random.below(4) === 0 && second !== first ? [{ organisation: organisationId(second) }] : []),
  ];
  const start = Temporal.PlainDate.from(campaign.period?.start ?? today.toString());
  const agreed = start.subtract({ days: 60 + random.below(300) });
  const at =
    Temporal.PlainDate.compare(agreed, today) < 0 ? agreed : today.subtract({ days: 1 + random.below(300) });
  const moment = `${at}T09:00:00Z`;
  const prepared = random.below(3) === 0;
  return campaignSchema.parse({
    ...campaign,
    leads: campaign.type === 'inhaakmoment' ? [] : leads,
    owner: organisationId(first),
    dateState: random.below(4) === 0 ? campaign.dateState : 'confirmed',
    ...(prepared ? { aim: 'Minder slachtoffers', behaviour: 'Ophangen', measure: 'Meldingen tellen' } : {}),
    ...(campaign.progress === 'proposed' ? { proposedAt: moment } : { approvedAt: moment }),
    ...(campaign.progress === 'cancelled' ? { cancelledAt: moment } : {}),
  });
}

/** Nearly all that was due is done. */
function taskOf(
  { id, period }: Campaign,
  index: number,
  number: string,
  today: Temporal.PlainDate,
  random: Random,
): Task {
  const days = -7 * (1 + random.below(12));
  const due = Temporal.PlainDate.from(period?.start ?? today.toString()).add({ days });
  const isPast = Temporal.PlainDate.compare(due, today) < 0;
  return task.parse({
    id: `task/bench-${number}-${index}`,
    campaign: id,
    title: `Taak ${index}`,
    due: { anchor: 'start', days },
    done: isPast && random.below(20) > 0,
  });
}

function participationsOf(
  { id, period, leads }: Campaign,
  number: string,
  today: Temporal.PlainDate,
  { organisations }: PartnershipSize,
  random: Random,
): Participation[] {
  const asked = new Set(Array.from({ length: random.below(4) }, () => random.below(organisations)));
  const start = Temporal.PlainDate.from(period?.start ?? today.toString());
  const invited = start.subtract({ days: 30 + random.below(120) });
  if (Temporal.PlainDate.compare(invited, today) >= 0) return [];
  return [...asked]
    .filter((one) => leads.every((lead) => lead.organisation !== organisationId(one)))
    .map((one) => {
      const answer = random.pick(['joins', 'joins', 'joins', 'maybe', 'declines', 'invited'] as const);
      return participation.parse({
        id: `participation/bench-${number}~o${one}`,
        campaign: id,
        organisation: organisationId(one),
        answer,
        invitedAt: `${invited}T09:00:00Z`,
        answeredAt: answer === 'invited' ? undefined : `${invited.add({ days: 3 })}T09:00:00Z`,
      });
    });
}

function organisationId(number: number): Id<'organisation'> {
  return `organisation/bench-${number}`;
}

function personId(number: number): Id<'person'> {
  return `person/bench-${number}`;
}
