import { z } from 'zod';
import { type Context, defineCommand, type FieldValue } from '../src/command/command.ts';
import { choice, date, number, optional, paragraph, ref, refs, text } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { Refusal } from '../src/core/errors.ts';
import { maySpeakFor } from '../src/domain/access/may.ts';
import { visibleRecord } from '../src/domain/change-one.ts';
import type { Contact } from '../src/domain/contact/contact.ts';
import { findContacts } from '../src/domain/contact/find-contacts.ts';
import { addContact, editContact, removeContact } from '../src/domain/contact/manage-contact.ts';
import type { Action, Message, Section } from '../src/reply/reply.ts';
import { contactLine } from '../src/views/contact-line.ts';
import { viewOf } from '../src/views/view-of.ts';

const PAGE = 10;

const args = z.object({
  doe: optional(choice(['lijst', 'toevoegen', 'wijzig', 'verwijder'], { positional: true, names: ['do'] })),
  vorm: optional(refs('form', { positional: true, names: ['form', 'fraudevorm', 'vormen'] })),
  organisatie: optional(ref('organisation', { names: ['organisation', 'organization', 'van'] })),
  waarvoor: optional(text({ names: ['role', 'rol', 'for'], shared: true })),
  // Contact data is what this is for: it is exempt from the guard (DESIGN decision 10), and kept in no draft.
  wie: optional(text({ names: ['who', 'naam', 'name'], max: 100, fleeting: true })),
  bereikbaar: optional(paragraph({ names: ['reach', 'via'], max: 500, fleeting: true })),
  geldig: optional(date({ names: ['valid-until', 'tot', 'until'] })),
  contact: optional(ref('contact', { hidden: true })),
  verder: optional(number(0, 10_000, { hidden: true })),
});
type Args = z.infer<typeof args>;

export const contacten = defineCommand({
  name: 'contacten',
  aliases: ['contacts', 'contactpersonen', 'contact-persons', 'wie-belt-wie'],
  access: 'partner',
  args,
  examples: [
    'toevoegen phishing waarvoor:"Valse websites offline halen" bereikbaar:"meldkamer@politie.example, werkdagen" geldig:"31 dec 2027" organisatie:politie',
    'lijst phishing',
    '',
  ],
  subject: 'contact',
  prefill: async (context, { contact }) => asTyped(await contactFor(context, contact as Contact['id'])),
  run: async (context, given) => {
    if (given.doe === 'toevoegen') return add(context, given);
    if (given.doe === 'verwijder') return remove(context, given);
    if (given.doe === 'wijzig' || given.contact) return edit(context, given);
    const { vorm, organisatie, verder } = given;
    return refreshable(await list(context, given), 'contacten', { doe: 'lijst', vorm, organisatie, verder });
  },
});

async function add(context: Context, given: Args): Promise<Message> {
  const { store, by, ids } = context;
  const organisation = given.organisatie ?? context.actor.organisations[0];
  const made = await addContact(store, by, ids, needed(organisation, 'organisatie'), {
    forms: given.vorm ?? [],
    role: needed(given.waarvoor, 'waarvoor'),
    name: given.wie,
    reach: needed(given.bereikbaar, 'bereikbaar'),
    validUntil: needed(given.geldig, 'geldig'),
  });
  return told(context, made, 'contact.added');
}

async function edit(context: Context, given: Args): Promise<Message> {
  const { store, by, emptied } = context;
  const changed = await editContact(store, by, needed(given.contact, 'contact'), {
    ...(given.vorm || emptied.has('vorm') ? { forms: given.vorm ?? [] } : {}),
    ...(given.waarvoor ? { role: given.waarvoor } : {}),
    ...(given.wie || emptied.has('wie') ? { name: given.wie } : {}),
    ...(given.bereikbaar ? { reach: given.bereikbaar } : {}),
    ...(given.geldig ? { validUntil: given.geldig } : {}),
  });
  return told(context, changed, 'contact.changed');
}

async function remove(context: Context, given: Args): Promise<Message> {
  const removed = await removeContact(context.store, context.by, needed(given.contact, 'contact'));
  const shown = await list(context, { organisatie: removed.organisation });
  const text = context.t('contact.removed', { role: removed.role });
  return {
    ...shown,
    audience: 'private',
    sections: [{ type: 'notice', tone: 'success', text }, ...shown.sections],
  };
}

async function told(
  context: Context,
  contact: Contact,
  key: 'contact.added' | 'contact.changed',
): Promise<Message> {
  const { t } = context;
  const view = await viewOf(context, [contact]);
  return {
    type: 'message',
    title: t('contact.title'),
    audience: 'private',
    sections: [
      { type: 'notice', tone: 'success', text: t(key) },
      { type: 'list', items: [contactLine(contact, view, true)] },
      { type: 'actions', actions: [{ label: t('do.contacts'), command: 'contacten', args: {} }] },
    ],
  };
}

async function list(context: Context, given: Args): Promise<Message> {
  const { store, scope, actor, today, t, audience } = context;
  const forms = given.vorm ?? [undefined];
  const { organisatie: organisation } = given;
  const perForm = await Promise.all(
    forms.map((form) => findContacts(store, scope, today, { form, organisation })),
  );
  const found = [...new Map(perForm.flat().map((one) => [one.id, one])).values()];
  const from = given.verder ?? 0;
  const page = found.slice(from, from + PAGE);
  const view = await viewOf(context, page, [...(given.vorm ?? []), ...(organisation ? [organisation] : [])]);
  const about = [...(given.vorm ?? []), ...(organisation ? [organisation] : [])]
    .map(view.name)
    .filter(Boolean);
  const filter = {
    ...(given.vorm ? { vorm: given.vorm } : {}),
    ...(organisation ? { organisatie: organisation } : {}),
  };
  const shown: Section[] = [
    // In a channel anyone may read along, so nothing is told there, not even that there is nothing.
    audience === 'channel'
      ? { type: 'notice', tone: 'info', text: t('contact.private-only') }
      : { type: 'text', text: t('contact.count', { count: found.length }) },
    ...(page.length > 0
      ? [
          {
            type: 'list' as const,
            items: page.map((one) => contactLine(one, view, maySpeakFor(actor, one.organisation))),
          },
        ]
      : []),
  ];
  const addOwn: Action = {
    label: t('do.add-contact'),
    command: 'contacten',
    args: { doe: 'toevoegen', ...(given.vorm ? { vorm: given.vorm } : {}) },
    opensForm: true,
  };
  return {
    type: 'message',
    title: about.length > 0 ? t('contact.title-about', { about: about.join(', ') }) : t('contact.title'),
    audience,
    shareable: false,
    sections: [...shown, { type: 'actions', actions: [addOwn] }],
    ...(found.length > from + PAGE
      ? {
          next: {
            label: t('render.next-page'),
            command: 'contacten',
            args: { doe: 'lijst', ...filter, verder: String(from + PAGE) },
          },
        }
      : {}),
  };
}

async function contactFor({ store, by }: Context, id: Contact['id']): Promise<Contact> {
  return visibleRecord(await store.getMany([id]), id, by);
}

function asTyped({ forms, role, name, reach, validUntil }: Contact): Record<string, FieldValue> {
  return {
    vorm: forms,
    waarvoor: role,
    ...(name ? { wie: name } : {}),
    ...(reach ? { bereikbaar: reach } : {}),
    geldig: validUntil,
  };
}

function needed<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw new Refusal('argument-missing', {}, field);
  return value;
}
