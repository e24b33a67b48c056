import { formatDate } from '../core/dates/format-date.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Contact } from '../domain/contact/contact.ts';
import type { Organisation } from '../domain/organisation/organisation.ts';
import type { Person } from '../domain/person/person.ts';
import type { Action } from '../domain/plan/plan.ts';
import type { Action as Button, Field, Message, Section } from '../reply/reply.ts';
import { type ActionRights, actionLine } from './action-line.ts';
import { sourceText } from './campaign-card.ts';
import { campaignLine } from './campaign-line.ts';
import { contactSections } from './contact-line.ts';
import { nameList, type View } from './view.ts';

/** What is told of an organisation beside its own record; only what the reader may see. */
export interface OrganisationSurroundings {
  contacts: readonly Person[];
  /** Whom partners can reach about a fraud form; empty for everyone else, and in a channel. */
  reachable: readonly Contact[];
  groups: readonly string[];
  /** The first few coming campaigns that it leads, and how many there are. */
  campaigns: readonly Campaign[];
  campaignCount: number;
  actions: readonly Action[];
  actionCount: number;
  rightsOn: (action: Action) => ActionRights;
}

/** An organisation: names and former names, contact, and what it leads. */
export function organisationCard(
  organisation: Organisation,
  around: OrganisationSurroundings,
  view: View,
): Message {
  const { t } = view;
  const sections: Section[] = [
    { type: 'fields', fields: [...ownFields(organisation, view), ...peopleFields(around, view)] },
  ];
  if (around.campaignCount === 0) sections.push({ type: 'text', text: t('organisation-card.no-campaigns') });
  else {
    const count = around.campaignCount;
    sections.push({ type: 'heading', text: t('organisation-card.campaigns', { count }) });
    sections.push({ type: 'list', items: around.campaigns.map((one) => campaignLine(one, view)) });
  }
  if (around.actionCount > 0) {
    sections.push({
      type: 'heading',
      text: t('organisation-card.actions', { count: around.actionCount }),
    });
    sections.push({
      type: 'list',
      items: around.actions.map((one) => actionLine(one, view, around.rightsOn(one))),
    });
  }
  sections.push(...contactSections(around.reachable, { organisatie: organisation.id }, view));
  sections.push({ type: 'actions', actions: steps(organisation, around, t) });
  return { type: 'message', title: organisation.short, audience: 'private', sections };
}

function ownFields(organisation: Organisation, view: View): Field[] {
  const { t, name } = view;
  const fields: Field[] = [{ label: t('organisation-card.name'), value: organisation.name }];
  for (const former of organisation.formerNames)
    fields.push({ label: t('organisation-card.former'), value: formerText(former, view) });
  const region = organisation.region && name(organisation.region);
  if (region) fields.push({ label: t('organisation-card.region'), value: region });
  if (organisation.website)
    fields.push({
      label: t('organisation-card.website'),
      value: [{ text: organisation.website, href: organisation.website }],
    });
  if (organisation.note) fields.push({ label: t('organisation-card.note'), value: organisation.note });
  for (const source of organisation.sources)
    fields.push({ label: t('organisation-card.source'), value: sourceText(source, view) });
  return fields;
}

function formerText(
  { name, short, from, until }: Organisation['formerNames'][number],
  { t, locale }: View,
): string {
  const called = short ? `${name} (${short})` : name;
  const day = (date: string): string => formatDate(date, locale);
  if (from && until)
    return t('organisation-card.former-period', { name: called, from: day(from), until: day(until) });
  if (from) return t('organisation-card.former-from', { name: called, from: day(from) });
  return until ? t('organisation-card.former-until', { name: called, until: day(until) }) : called;
}

function peopleFields({ contacts, groups }: OrganisationSurroundings, view: View): Field[] {
  const { t } = view;
  const inGroups = nameList(view, groups);
  return [
    ...(contacts.length > 0
      ? [{ label: t('organisation-card.contact'), value: contacts.map(({ name }) => name).join(', ') }]
      : []),
    ...(inGroups ? [{ label: t('organisation-card.groups'), value: inGroups }] : []),
  ];
}

function steps(
  { id }: Organisation,
  { campaignCount, actionCount }: OrganisationSurroundings,
  t: View['t'],
): Button[] {
  return [
    ...(campaignCount > 0
      ? [{ label: t('do.campaigns'), command: 'kalender', args: { organisatie: id } }]
      : []),
    ...(actionCount > 0 ? [{ label: t('do.actions'), command: 'actieplan', args: { trekker: id } }] : []),
    { label: t('do.calendar'), command: 'kalender', args: {} },
  ];
}
