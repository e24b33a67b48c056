import type { LinkRole } from './ports.ts';
import { type AnyRecord, isKind } from './records.ts';
import type { Id } from './shared/record.ts';

export type Link = readonly [role: LinkRole, to: Id];

/** The organisations that lead a record; cheaper than all its links, since every access check asks for them. */
export function leadsOf(record: AnyRecord): Id[] {
  if (isKind(record, 'campaign')) return record.leads.map((lead) => lead.organisation);
  if (isKind(record, 'series')) return record.leads;
  if (isKind(record, 'action')) return record.leads.filter((party) => typeof party === 'string');
  return [];
}

/** Every record that this one points at, by role: what the store indexes and keeps whole. */
export function linksOf(record: AnyRecord): Link[] {
  const links: Link[] = [];
  const add = (role: LinkRole, ...ids: (Id | undefined)[]): void => {
    for (const id of ids) if (id) links.push([role, id]);
  };
  add('owner', record.owner);
  if (record.visibility.startsWith('group/')) add('group', record.visibility as Id);
  add('lead', ...leadsOf(record));
  if (isKind(record, 'campaign')) {
    add('person', ...record.leads.flatMap((lead) => [lead.contact, lead.standIn]));
    add('series', record.series);
    add('practice', ...record.practices);
    addSubjects(record);
  } else if (isKind(record, 'series')) {
    add('partner', ...record.partners);
    addSubjects(record);
  } else if (isKind(record, 'practice')) {
    addSubjects({ ...record, channels: [], regions: [] });
    add('practice', record.revises);
    add('evaluation', record.evaluation);
    add('person', record.proposedBy);
  } else if (isKind(record, 'evaluation')) {
    add('campaign', record.campaign);
    add('organisation', record.organisation);
    add('person', record.by);
  } else if (isKind(record, 'signal')) {
    addSubjects({ ...record, audiences: [], topics: [] });
    add('campaign', ...record.campaigns);
    const said = [record, ...record.confirmations, ...record.comments];
    add('organisation', ...said.map(({ organisation }) => organisation));
    add('person', ...said.map(({ by }) => by));
  } else if (isKind(record, 'measure')) {
    add('form', record.form);
    add('practice', record.practice);
    add('organisation', ...record.organisations);
  } else if (isKind(record, 'contact')) {
    add('organisation', record.organisation);
    add('form', ...record.forms);
    add('person', record.by);
  } else if (isKind(record, 'task')) {
    add('campaign', record.campaign);
    add('owner', ...record.owners);
  } else if (isKind(record, 'participation')) {
    add('campaign', record.campaign);
    add('organisation', record.organisation);
    add('person', record.contact);
  } else if (isKind(record, 'action')) {
    add('plan', record.plan);
    add('partner', ...record.partners.filter((party) => typeof party === 'string'));
    add('action', record.predecessor?.action);
    add('person', ...record.contacts);
  } else if (isKind(record, 'report')) {
    add('action', record.action);
    add('person', record.by);
    add('organisation', record.organisation);
  } else if (isKind(record, 'person')) {
    add('organisation', record.organisation);
    add('person', record.standIn);
  } else if (isKind(record, 'group')) {
    add('member', ...(record.members ?? []));
  } else if (isKind(record, 'helppoint')) {
    add('form', ...record.forms.map(({ form }) => form));
    add('organisation', record.organisation);
  } else if (isKind(record, 'correction')) {
    add('about', record.about);
    add('organisation', record.organisation);
    add('person', record.by, record.doneBy);
  } else if (isKind(record, 'guide')) {
    add('form', record.form);
    add('helppoint', ...record.steps.map(({ helpPoint }) => helpPoint));
  } else if (isKind(record, 'organisation')) {
    add('region', record.region);
  } else if (isKind(record, 'form')) {
    add('form', record.partOf);
  } else if (isKind(record, 'audience')) {
    add('audience', record.partOf);
  } else if (isKind(record, 'feed')) {
    add('person', record.person);
  } else if (isKind(record, 'tenant')) {
    add('organisation', ...record.organisations);
  } else if (isKind(record, 'linkcode')) {
    add('organisation', ...record.organisations);
    add('person', record.person);
  } else if (isKind(record, 'subscription')) {
    add('organisation', ...record.filter.organisations);
    add('series', ...record.filter.series);
    addSubjects({ ...record.filter, channels: [] });
  }
  return [...new Map(links.map((one) => [one.join(' '), one])).values()];

  function addSubjects(subject: {
    audiences: readonly Id[];
    forms: readonly Id[];
    topics: readonly Id[];
    channels: readonly Id[];
    regions: readonly Id[];
  }): void {
    add('audience', ...subject.audiences);
    add('form', ...subject.forms);
    add('topic', ...subject.topics);
    add('channel', ...subject.channels);
    add('region', ...subject.regions);
  }
}
