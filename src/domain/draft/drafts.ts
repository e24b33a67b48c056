import type { Id } from '../shared/record.ts';

/** A form that someone began and did not send: what was filled in, so that nothing has to be typed twice. */
export interface Draft {
  id: string;
  person: Id<'person'>;
  /** The command whose form it is; `signaal` while that command does not exist yet. */
  command: string;
  /** The record that the form was about, if any; one draft for each person, command and subject. */
  subject: string | undefined;
  args: Readonly<Record<string, string | readonly string[]>>;
  updatedAt: Temporal.Instant;
}

/** Where drafts are kept. They are nobody's but the person's own. */
export interface Drafts {
  /** Keeps a draft in the place of an earlier one for the same person, command and subject; gives its id. */
  save(draft: Omit<Draft, 'id'>): Promise<string>;
  /** Undefined when there is none, or when it is someone else's. */
  get(person: Id<'person'>, id: string): Promise<Draft | undefined>;
  find(person: Id<'person'>, command: string, subject: string | undefined): Promise<Draft | undefined>;
  /** Newest first. */
  list(person: Id<'person'>): Promise<Draft[]>;
  remove(person: Id<'person'>, id: string): Promise<void>;
  /** Who is erased leaves nothing behind. */
  removeOf(person: Id<'person'>): Promise<void>;
  /** Removes what nobody touched since this moment; gives how many. */
  removeOld(before: Temporal.Instant): Promise<number>;
}
