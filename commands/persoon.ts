import { z } from 'zod';
import { type Context, defineCommand, type FieldValue } from '../src/command/command.ts';
import { choice, flag, number, optional, ref, text } from '../src/command/fields.ts';
import { formFor } from '../src/command/form.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { Refusal } from '../src/core/errors.ts';
import { guardOf } from '../src/domain/access/guard.ts';
import { canSee } from '../src/domain/access/visibility.ts';
import { addPerson, editPerson, type PersonEdit } from '../src/domain/person/manage-person.ts';
import type { Person } from '../src/domain/person/person.ts';
import type { Id } from '../src/domain/shared/record.ts';
import type { Message, Reply } from '../src/reply/reply.ts';
import { personLine } from '../src/views/person-line.ts';
import { viewOf } from '../src/views/view-of.ts';

const PAGE = 15;

const ROLES = { lezer: 'reader', partner: 'partner', coordinator: 'coordinator' } as const;

const args = z.object({
  doe: optional(choice(['lijst', 'toevoegen', 'wijzig'], { positional: true, names: ['do'] })),
  persoon: optional(ref('person', { positional: true, names: ['person', 'wie', 'who'] })),
  naam: optional(text({ names: ['name'], fleeting: true })),
  organisatie: optional(ref('organisation', { names: ['organisation', 'bij'] })),
  rol: optional(choice(['lezer', 'partner', 'coordinator'], { names: ['role'] })),
  contact: flag({ names: ['contactpersoon'] }),
  email: optional(text({ names: ['e-mail', 'mail'], fleeting: true })),
  taal: optional(choice(['nl', 'en'], { names: ['language', 'locale'] })),
  verder: optional(number(0, 100_000, { hidden: true })),
  vervanger: optional(ref('person', { names: ['stand-in', 'standin'] })),
});
type Args = z.infer<typeof args>;

export const persoon = defineCommand({
  name: 'persoon',
  aliases: ['person', 'personen', 'people', 'mensen'],
  access: 'partner',
  args,
  examples: [
    'lijst organisatie:politie',
    'toevoegen naam:"Sanne de Vries" organisatie:politie rol:partner --contact',
  ],
  subject: 'persoon',
  prefill: async (context, { persoon: id }) => asTyped(await personFor(context, id as Id<'person'>)),
  run: async (context, given) => {
    if (given.doe === 'toevoegen') return add(context, given);
    if (given.doe === 'wijzig') return edit(context, given);
    const { organisatie, persoon, verder } = given;
    const asked = { doe: 'lijst', organisatie, persoon, verder };
    return refreshable(await list(context, given), 'persoon', asked);
  },
});

async function add(context: Context, given: Args): Promise<Message> {
  if (!given.naam) throw new Refusal('argument-missing', {}, 'naam');
  const organisation = given.organisatie ?? context.actor.organisations[0];
  if (!organisation) throw new Refusal('argument-missing', {}, 'organisatie');
  const made = await addPerson(context.store, context.by, context.ids, {
    // Whoever receives for an organisation has to be able to answer.
    ...(given.contact && !given.rol ? { role: 'partner' as const } : {}),
    ...editFrom(given),
    name: given.naam,
    organisation,
  });
  return told(context, made, 'person.added');
}

async function edit(context: Context, given: Args): Promise<Reply> {
  if (!given.persoon) throw new Refusal('argument-missing', {}, 'persoon');
  const old = await personFor(context, given.persoon);
  if (given.organisatie && given.organisatie !== old.organisation)
    throw new Refusal('person-stays', {}, 'organisatie');
  const change = editFrom(given);
  if (Object.keys(change).length === 0)
    return formFor(context, persoon, { values: asTyped(old), version: old.version });
  const edited = await editPerson(context.store, context.by, given.persoon, change);
  return told(context, edited, 'person.edited');
}

/** Somebody whose data the asker may change, as far as they may see them at all. */
async function personFor({ store, scope }: Context, id: Id<'person'>): Promise<Person> {
  const found = await store.get(id);
  if (!found || !canSee(scope, guardOf(found))) throw new Refusal('not-found');
  return found;
}

function asTyped({ id, name, role, contact, locale, standIn }: Person): Record<string, FieldValue> {
  const rol = Object.entries(ROLES).find(([, value]) => value === role)?.[0] ?? '';
  return {
    doe: 'wijzig',
    persoon: id,
    naam: name,
    rol,
    contact: contact ? 'ja' : 'nee',
    taal: locale,
    vervanger: standIn ?? '',
  };
}

function editFrom(given: Args): PersonEdit {
  return {
    ...(given.naam ? { name: given.naam } : {}),
    ...(given.rol ? { role: ROLES[given.rol] } : {}),
    ...(given.contact === undefined ? {} : { contact: given.contact }),
    ...(given.email ? { email: checkedEmail(given.email) } : {}),
    ...(given.taal ? { locale: given.taal } : {}),
    ...(given.vervanger ? { standIn: given.vervanger } : {}),
  };
}

function checkedEmail(typed: string): string {
  const read = z.email().max(200).safeParse(typed);
  if (!read.success) throw new Refusal('email-wrong', { text: typed.slice(0, 60) }, 'email');
  return read.data;
}

async function told(
  context: Context,
  person: Person,
  key: 'person.added' | 'person.edited',
): Promise<Message> {
  const view = await viewOf(context, [person]);
  return {
    type: 'message',
    title: person.name,
    audience: 'private',
    sections: [
      { type: 'notice', tone: 'success', text: context.t(key, { name: person.name }) },
      { type: 'list', items: [personLine(person, view)] },
    ],
  };
}

async function list(context: Context, given: Args): Promise<Message> {
  const { store, scope, t } = context;
  const all = given.organisatie
    ? await store.linked('person', 'organisation', given.organisatie, scope)
    : await store.list('person', scope);
  const people = all.filter((person) => person.active && (!given.persoon || person.id === given.persoon));
  const from = given.verder ?? 0;
  const page = people.slice(from, from + PAGE);
  const view = await viewOf(context, page);
  const filter = given.organisatie ? { organisatie: given.organisatie } : {};
  const next = {
    label: t('render.next-page'),
    command: 'persoon',
    args: { doe: 'lijst', ...filter, verder: String(from + PAGE) },
  };
  const add = { label: t('do.add-person'), command: 'persoon', args: { doe: 'toevoegen' }, opensForm: true };
  return {
    type: 'message',
    title: t('person.title'),
    audience: 'private',
    sections: [
      { type: 'text', text: t('person.count', { count: people.length }) },
      { type: 'list', items: page.map((person) => personLine(person, view)) },
      { type: 'actions', actions: [add] },
    ],
    ...(people.length > from + PAGE ? { next } : {}),
  };
}
