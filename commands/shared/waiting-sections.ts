import type { Context } from '../../src/command/command.ts';
import type { Section } from '../../src/reply/reply.ts';

/** What the bot asked this person before and still waits for, as sections with a heading of their own. */
export async function waitingSections(_context: Context): Promise<Section[]> {
  return [];
}
