import { Refusal } from '../core/errors.ts';
import type { Section } from '../reply/reply.ts';
import type { Context, Request } from './command.ts';
import { interpret } from './interpret.ts';
import type { Registry } from './registry.ts';
import { mayUse } from './run.ts';
import { isStranger } from './standing-reply.ts';

/**
 * What would be warned of if this form were sent now, while it is still being filled in. Empty when nothing speaks
 * against it, or when too little is filled in to tell. Changes nothing.
 */
export async function warningsFor(
  registry: Registry,
  context: Context,
  request: Request,
): Promise<readonly Section[]> {
  const command = registry.find(request.command);
  if (!command?.preview || isStranger(context) || !mayUse(command.access, context)) return [];
  try {
    const read = await interpret(context, command, request.args);
    if (read.type !== 'values') return [];
    return (await command.preview(context, read.values as never))?.warnings ?? [];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
