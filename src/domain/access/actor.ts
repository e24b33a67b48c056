import type { Locale } from '../../core/locale.ts';
import type { Role } from '../person/person.ts';
import type { Id } from '../shared/record.ts';

/** Who asks, as far as the access rules care. An outsider has no person. */
export interface Actor {
  person: Id<'person'> | undefined;
  role: Role | 'outsider' | 'program';
  /** The organisations that the person acts for; several in a shared tenant. */
  organisations: readonly Id<'organisation'>[];
  /** The groups that those organisations are in. */
  groups: readonly Id<'group'>[];
  locale: Locale;
  zone: string;
}

/** The program itself: imports and roll-forward. It may do everything; audit rows name it. */
export const PROGRAM: Actor = {
  person: undefined,
  role: 'program',
  organisations: [],
  groups: [],
  locale: 'nl',
  zone: 'Europe/Amsterdam',
};

/** Someone with a public feed or page and nothing more. */
export const OUTSIDER: Actor = { ...PROGRAM, role: 'outsider' };
