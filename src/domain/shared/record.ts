import { z } from 'zod';
import { isoInstant } from './fields.ts';

/** The kinds of record that the store keeps; the part of an id before the slash. */
export const KINDS = [
  'organisation',
  'group',
  'person',
  'form',
  'audience',
  'channel',
  'region',
  'topic',
  'series',
  'campaign',
  'task',
  'participation',
  'plan',
  'action',
  'report',
  'practice',
  'helppoint',
  'feed',
  'subscription',
  'switch',
  'tenant',
  'linkcode',
  'evaluation',
  'signal',
  'measure',
  'contact',
  'guide',
  'newsletter',
  'correction',
] as const;
export type Kind = (typeof KINDS)[number];

/** An id names its kind: `campaign/week-van-de-veiligheid-2027`. */
export type Id<K extends Kind = Kind> = `${K}/${string}`;

/** A zod schema for ids of the given kinds. */
export function idOf<K extends Kind>(...kinds: K[]): z.ZodType<Id<K>> {
  const shape = new RegExp(`^(${kinds.join('|')})/[a-z0-9][a-z0-9.~_-]{0,119}$`);
  return z.string().regex(shape, `not an id of ${kinds.join(' or ')}`) as unknown as z.ZodType<Id<K>>;
}

/** The kind that an id names. */
export function kindOf<K extends Kind>(id: Id<K>): K {
  return id.slice(0, id.indexOf('/')) as K;
}

/** Who may see a record: see domain/access/visibility.ts for what each means. */
export const visibility = z.union([z.enum(['public', 'partners', 'organisation']), idOf('group')]);
export type Visibility = z.infer<typeof visibility>;

/**
 * What every record has. `origin` is "person" once a person has changed it, else the calendar file that
 * it came from or "rule" for what a date rule made: import never overwrites what a person changed.
 */
export const envelope = {
  version: z.int().min(0).default(0),
  visibility: visibility.default('partners'),
  owner: idOf('organisation').optional(),
  embargoUntil: isoInstant.optional(),
  origin: z.string().default('person'),
};

/** Makes the schema of a kind: its id, the envelope and its own fields. Unknown keys are refused. */
export function recordSchema<K extends Kind, S extends z.core.$ZodLooseShape>(kind: K, shape: S) {
  return z.strictObject({ id: idOf(kind), ...envelope, ...shape });
}
