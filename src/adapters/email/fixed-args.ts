import { fieldsOf } from '../../command/bind.ts';
import type { Command } from '../../command/command.ts';
import type { FieldInfo } from '../../command/fields.ts';
import type { Action } from '../../reply/reply.ts';

type Args = Action['args'];

/**
 * The arguments that nobody can change from a mail: what the command is about (its subject, its reminder, or
 * each record that a command without a subject names), and people, since whoever got hold of a mail must not
 * read from a form who takes part.
 */
export function fixedNames(command: Command): Set<string> {
  const fixed = fieldsOf(command).filter(
    ({ name, info }) => name === command.subject || isFixed(command, info),
  );
  return new Set(fixed.map(({ name }) => name));
}

function isFixed({ subject }: Command, { input, kinds }: FieldInfo): boolean {
  return input === 'nudge' || kinds.includes('person') || (input === 'ref' && subject === undefined);
}

/** Of these arguments the fixed ones. */
export function fixedArgs(command: Command, args: Args): Args {
  const names = fixedNames(command);
  return Object.fromEntries(Object.entries(args).filter(([name]) => names.has(name)));
}

/** What was filled in, with the fixed arguments as they were signed, whatever was posted for those. */
export function filledIn(command: Command, posted: Args, signed: Args): Args {
  const names = fixedNames(command);
  const free = Object.entries(posted).filter(([name]) => !names.has(name));
  return { ...Object.fromEntries(free), ...fixedArgs(command, signed) };
}

/** Whether it says at all what it is about; without that a link would be good for everything. */
export function isBound(command: Command, args: Args): boolean {
  return Object.keys(fixedArgs(command, args)).length > 0;
}

/** Whether a button is about just what the link was about, so that one link does not lead to another matter. */
export function isAboutSame(command: Command, args: Args, linked: Args): boolean {
  const same = (name: string) => JSON.stringify(args[name]) === JSON.stringify(linked[name]);
  return isBound(command, args) && [...fixedNames(command)].every(same);
}
