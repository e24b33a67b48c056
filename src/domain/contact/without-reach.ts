import { foldText } from '../../core/ids.ts';
import type { Person } from '../person/person.ts';
import type { Contact } from './contact.ts';

/** A contact that is taken away: who it is and how to reach them are kept nowhere. */
export function withoutReach({ name: _name, ...rest }: Contact): Contact {
  return { ...rest, reach: '-', removed: true };
}

/** Whether a contact tells of this person: by name, or by an address or a whole name in how to reach it. */
export function tellsOf({ name = '', reach }: Contact, { name: own, email = '' }: Person): boolean {
  const told = ` ${wordsIn(name)} ${wordsIn(reach)} `;
  // One word alone, such as a first name, may be anybody's inside a longer text.
  const whole = [wordsIn(own), wordsIn(email)].filter((one) => one.includes(' '));
  return (
    (wordsIn(own) !== '' && wordsIn(own) === wordsIn(name)) || whole.some((one) => told.includes(` ${one} `))
  );
}

function wordsIn(text: string): string {
  return foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
