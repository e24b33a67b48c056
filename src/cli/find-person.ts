import type { App } from '../app.ts';
import { SetupError } from '../core/errors.ts';
import { foldText } from '../core/ids.ts';
import { type Actor, PROGRAM } from '../domain/access/actor.ts';
import { type Scope, scopeOf } from '../domain/access/visibility.ts';
import { actorOf } from '../domain/person/actor-of.ts';
import type { Person } from '../domain/person/person.ts';

/** What whoever may use this program on the server may see: everything. */
export function programScope(app: App): Scope {
  return scopeOf(PROGRAM, app.now());
}

/** The person that is meant by an id, its last part, or a name; a part of a name will do when it is clear. */
export async function findPerson(app: App, typed: string): Promise<Person> {
  const people = await app.store.list('person', programScope(app));
  const wanted = foldText(typed.trim());
  const exact = people.filter(
    ({ id, name }) => id === wanted || id === `person/${wanted}` || foldText(name) === wanted,
  );
  const all = exact.length > 0 ? exact : people.filter(({ name }) => foldText(name).includes(wanted));
  // Who first contact made, before a code of their own moved the account, has the same name and is not active.
  const active = all.filter((one) => one.active);
  const found = active.length > 0 ? active : all;
  const [only] = found;
  if (only && found.length === 1) return only;
  const who = found
    .slice(0, 5)
    .map(({ id }) => id.slice('person/'.length))
    .join(', ');
  throw new SetupError(
    only
      ? `"${typed}" may be several people: ${who}. Give one of these ids.`
      : `Nobody is called "${typed}". "person list" shows who there is.`,
  );
}

/** The same as an actor: someone who left cannot act any more. */
export async function findActor(app: App, typed: string): Promise<Actor> {
  const { id, name } = await findPerson(app, typed);
  const actor = await actorOf(app.store, id, app.now());
  if (!actor) throw new SetupError(`${name} is no longer active, so nobody can act as this person.`);
  return actor;
}
