import type { App } from '../app.ts';
import { todayAt } from '../core/clock.ts';
import { SetupError } from '../core/errors.ts';
import { PROGRAM } from '../domain/access/actor.ts';
import type { By } from '../domain/change-one.ts';
import { findByName } from '../domain/find-by-name.ts';
import { addPerson, editPerson } from '../domain/person/manage-person.ts';
import { ROLES, type Role } from '../domain/person/person.ts';
import type { Id, Kind } from '../domain/shared/record.ts';
import { findPerson, programScope } from './find-person.ts';
import { withApp } from './open-app.ts';
import { DONE, print, readArgs, UsageError, type Verb, words } from './verb.ts';

export const personVerb: Verb = {
  name: 'person',
  usage: [
    'add --name <name> --organisation <organisation> [--role coordinator|partner|reader] [--contact] [--email <address>] [--locale nl|en]',
    'list [--json]',
    'role <person> <coordinator|partner|reader>',
  ],
  summary: 'People: the first coordinator is added here, everyone else can be added by command.',
  run: async ([what, ...args]) => {
    if (what === 'add') return add(args);
    if (what === 'list') return list(args);
    if (what === 'role') return giveRole(args);
    throw new UsageError(what === undefined ? 'Say what to do.' : `"${what}" is not add, list or role.`);
  },
};

async function add(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, {
    name: { type: 'string' },
    organisation: { type: 'string' },
    role: { type: 'string', default: 'reader' },
    contact: { type: 'boolean', default: false },
    email: { type: 'string' },
    locale: { type: 'string', default: 'nl' },
  });
  words(positionals);
  const { name, organisation, contact, email, locale } = values;
  if (!name?.trim()) throw new UsageError('Give a name with --name.');
  if (!organisation) throw new UsageError('Give the organisation with --organisation.');
  if (locale !== 'nl' && locale !== 'en') throw new UsageError(`--locale is nl or en, not "${locale}".`);
  if (email !== undefined && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email))
    throw new UsageError(`"${email}" is no e-mail address.`);
  const role = roleOf(values.role);
  return withApp(async (app) => {
    const person = await addPerson(app.store, byProgram(app), app.ids, {
      name,
      organisation: await findId(app, 'organisation', organisation),
      role,
      contact,
      locale,
      ...(email ? { email } : {}),
    });
    print(`${person.name} is added as ${person.role}: ${slugOf(person.id)}`);
    return DONE;
  });
}

async function list(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { json: { type: 'boolean' } });
  words(positionals);
  return withApp(async (app) => {
    const people = await app.store.list('person', programScope(app));
    if (values.json) print(JSON.stringify(people, null, 2));
    else
      for (const { id, name, role, organisation, active } of people)
        print(
          [slugOf(id), name, role, slugOf(organisation), active ? '' : 'not active'].join('\t').trimEnd(),
        );
    return DONE;
  });
}

async function giveRole(args: string[]): Promise<number> {
  const [who = '', given = ''] = words(readArgs(args, {}).positionals, 'person', 'role');
  const role = roleOf(given);
  return withApp(async (app) => {
    const { id } = await findPerson(app, who);
    const person = await editPerson(app.store, byProgram(app), id, { role });
    print(`${person.name} is ${person.role} now.`);
    return DONE;
  });
}

function roleOf(given: string): Role {
  const found = ROLES.find((role) => role === given);
  if (!found) throw new UsageError(`A role is one of ${ROLES.join(', ')}, not "${given}".`);
  return found;
}

/** The program itself as the one who changes something: whoever is at the server may. */
export function byProgram(app: App): By {
  // Someone at the keyboard: what they change is a person's, and no import undoes it.
  return { actor: { ...PROGRAM, role: 'coordinator' }, at: app.now() };
}

/** The id of the one record of this kind that a name means. */
export async function findId<K extends Kind>(app: App, kind: K, typed: string): Promise<Id<K>> {
  const found = await findByName(app.store, programScope(app), [kind], typed, todayAt(app.now()));
  const [only] = found;
  if (only && found.length === 1) return only.id as Id<K>;
  const which = found
    .slice(0, 8)
    .map(({ id }) => slugOf(id))
    .join(', ');
  throw new SetupError(
    only ? `"${typed}" may mean ${which}. Give one of these.` : `There is no ${kind} called "${typed}".`,
  );
}

/** An id without its kind. */
export function slugOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
