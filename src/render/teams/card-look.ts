import type { Action } from '../../reply/reply.ts';

/** Where a card stands, and what its buttons take along. */
export interface CardLook {
  /** In a dialog only Action.Submit works: every button there is one, also of what opens a form. */
  inDialog?: boolean;
  /**
   * What goes along in a button's data besides its meaning, as small strings, at most some hundreds of bytes together.
   * Their keys begin with no "arg:" and are not "cr" or "shown".
   */
  carried?: (action: Action) => Readonly<Record<string, string>>;
}
