import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, date, number, optional, ref, refs, text, url } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { Refusal } from '../src/core/errors.ts';
import {
  addOrganisation,
  renameOrganisation,
  setMembers,
} from '../src/domain/organisation/manage-organisation.ts';
import type { Group, Organisation } from '../src/domain/organisation/organisation.ts';
import type { ListItem, Message } from '../src/reply/reply.ts';
import { nameList, type View } from '../src/views/view.ts';
import { viewOf } from '../src/views/view-of.ts';

const PAGE = 15;

const args = z.object({
  doe: optional(choice(['lijst', 'toevoegen', 'hernoem', 'leden'], { positional: true, names: ['do'] })),
  organisatie: optional(ref('organisation', { positional: true, names: ['organisation', 'organization'] })),
  naam: optional(text({ names: ['name'] })),
  afkorting: optional(text({ names: ['short'], max: 40 })),
  vanaf: optional(date({ names: ['from'] })),
  website: optional(url()),
  groep: optional(ref('group', { names: ['group'] })),
  leden: optional(refs('organisation', { names: ['members'] })),
  verder: optional(number(0, 100_000, { hidden: true })),
});
type Args = z.infer<typeof args>;

export const organisatie = defineCommand({
  name: 'organisatie',
  aliases: ['organisation', 'organization', 'organisaties', 'organisations', 'groep', 'groepen'],
  access: 'reader',
  args,
  examples: [
    'lijst',
    'toevoegen naam:"Stichting Voorbeeld" afkorting:SV',
    'leden groep:kerngroep leden:"politie, om, nvb"',
  ],
  subject: 'organisatie',
  run: async (context, given) => {
    if (given.doe === 'toevoegen') return add(context, given);
    if (given.doe === 'hernoem') return rename(context, given);
    if (given.doe === 'leden') return members(context, given);
    const { organisatie, verder } = given;
    const asked = { doe: 'lijst', organisatie, verder };
    return refreshable(await list(context, given), 'organisatie', asked);
  },
});

async function add(context: Context, given: Args): Promise<Message> {
  const name = needed(given.naam, 'naam');
  const made = await addOrganisation(context.store, context.by, {
    name,
    short: given.afkorting ?? name,
    website: given.website,
  });
  return told(context, made, 'organisation.added');
}

async function rename(context: Context, given: Args): Promise<Message> {
  const id = needed(given.organisatie, 'organisatie');
  if (!given.naam && !given.afkorting) throw new Refusal('argument-missing', {}, 'naam');
  const from = given.vanaf ?? context.today.toString();
  const renamed = await renameOrganisation(context.store, context.by, id, {
    name: given.naam,
    short: given.afkorting,
    from,
  });
  return told(context, renamed, 'organisation.renamed');
}

async function members(context: Context, given: Args): Promise<Message> {
  const group = await setMembers(
    context.store,
    context.by,
    needed(given.groep, 'groep'),
    needed(given.leden, 'leden'),
  );
  return told(context, group, 'organisation.members-set');
}

type Told = 'organisation.added' | 'organisation.renamed' | 'organisation.members-set';

async function told(context: Context, record: Organisation | Group, key: Told): Promise<Message> {
  const view = await viewOf(context, [record]);
  return {
    type: 'message',
    title: record.name,
    audience: 'private',
    sections: [
      { type: 'notice', tone: 'success', text: context.t(key, { name: record.name }) },
      { type: 'list', items: [line(record, view)] },
    ],
  };
}

async function list(context: Context, given: Args): Promise<Message> {
  const { store, scope, t, audience } = context;
  const organisations = await store.list('organisation', scope);
  const groups = await store.list('group', scope);
  const from = given.verder ?? 0;
  const page = organisations
    .filter(({ id }) => !given.organisatie || id === given.organisatie)
    .slice(from, from + PAGE);
  const more = organisations.length > from + PAGE && !given.organisatie;
  const view = await viewOf(context, [...organisations, ...groups]);
  return {
    type: 'message',
    title: t('organisation.title'),
    audience,
    sections: [
      { type: 'text', text: t('organisation.count', { count: organisations.length }) },
      { type: 'list', items: page.map((one) => line(one, view)) },
      { type: 'heading', text: t('organisation.groups') },
      { type: 'list', items: groups.map((one) => line(one, view)) },
    ],
    ...(more
      ? {
          next: {
            label: t('render.next-page'),
            command: 'organisatie',
            args: { doe: 'lijst', verder: String(from + PAGE) },
          },
        }
      : {}),
  };
}

function line(record: Organisation | Group, view: View): ListItem {
  const { t } = view;
  if (!('short' in record)) {
    const known = record.members ? nameList(view, record.members) || '-' : t('organisation.members-unknown');
    return { title: record.name, lines: [t('organisation.members', { names: known })] };
  }
  const former = record.formerNames.map(({ name }) => name).join(', ');
  return {
    title: [{ text: record.short, strong: true }],
    lines: [record.name, ...(former ? [t('organisation.former', { names: former })] : [])],
    actions: [{ label: t('do.show'), command: 'toon', args: { wat: record.id } }],
  };
}

function needed<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw new Refusal('argument-missing', {}, field);
  return value;
}
