import type { CalendarFilter } from '../domain/feed/feed.ts';
import type { Action } from '../reply/reply.ts';

/** A filter as the arguments of `kalender`, `abonneer` and `kanaal`. What is not filtered on is absent. */
export function filterArgs(filter: CalendarFilter): Action['args'] {
  const [type, other] = filter.types;
  const lists: [string, readonly string[]][] = [
    ['doelgroep', filter.audiences],
    ['vorm', filter.forms],
    ['organisatie', filter.organisations],
    ['regio', filter.regions],
    ['reeks', filter.series],
    ['onderwerp', filter.topics],
  ];
  const args = Object.fromEntries(lists.filter(([, ids]) => ids.length > 0));
  if (!type || other) return args;
  return { ...args, soort: type === 'campaign' ? 'campagne' : 'inhaakmoment' };
}
