import { createHash } from 'node:crypto';
import type { Command, Context, FieldValue, Request } from '../../command/command.ts';
import { keepDraft } from '../../command/keep-draft.ts';
import type { Registry } from '../../command/registry.ts';
import { Refusal } from '../../core/errors.ts';

type Args = Readonly<Record<string, FieldValue>>;

/** What earlier pages, or the form before a question, held; only the asker's own. */
export async function keptArgs({ actor, drafts }: Context, draft: string | undefined): Promise<Args> {
  const kept = draft && actor.person ? await drafts.get(actor.person, draft) : undefined;
  return kept?.args ?? {};
}

/** Keeps it as it is, in the place of the form's draft: a later page or a question comes back to it. Gives its id. */
export async function saveArgs(
  registry: Registry,
  { actor, drafts, now }: Context,
  { command: name, args }: Pick<Request, 'command' | 'args'>,
): Promise<string> {
  if (!actor.person) throw new Refusal('not-found');
  const command = registry.find(name);
  const [subject] = [args[command?.subject ?? ''] ?? []].flat();
  return drafts.save({ person: actor.person, command: name, subject, args, updatedAt: now });
}

/** Keeps what a form held as a draft, unless it is too large for that: it is answered all the same. */
export async function keepIfItFits(context: Context, command: Command, args: Args): Promise<void> {
  try {
    await keepDraft(context, command, args);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** A sign of these answers, to see whether what was agreed to is still what would be saved. */
export function markOf(args: Args): string {
  const sorted = Object.entries(args).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 22);
}
