import type { Context } from '../../src/command/command.ts';
import { Refusal } from '../../src/core/errors.ts';
import type { Person } from '../../src/domain/person/person.ts';

/** Who gives the command, as the records know them; refuses someone without a record. */
export async function self({ store, actor }: Pick<Context, 'store' | 'actor'>): Promise<Person> {
  const me = actor.person && (await store.get(actor.person));
  if (!me) throw new Refusal('not-found');
  return me;
}
