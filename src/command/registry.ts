import { editDistance } from '../core/edit-distance.ts';
import { foldText } from '../core/ids.ts';
import type { Command } from './command.ts';

/** All commands, found by their name or any alias. */
export interface Registry {
  commands: readonly Command[];
  find(word: string): Command | undefined;
  /** The commands whose name or alias is nearest to a mistyped word; at most three. */
  nearest(word: string): Command[];
}

/** Makes the registry; two commands with one name are a mistake in the program. */
export function createRegistry(commands: readonly Command[]): Registry {
  const byWord = new Map<string, Command>();
  for (const command of commands)
    for (const word of [command.name, ...command.aliases]) {
      if (byWord.has(word)) throw new Error(`two commands are called ${word}`);
      byWord.set(word, command);
    }
  return {
    commands,
    find: (word) => byWord.get(foldText(word)),
    nearest: (word) => nearest(byWord, foldText(word)),
  };
}

function nearest(byWord: ReadonlyMap<string, Command>, typed: string): Command[] {
  const allowed = Math.max(1, Math.floor(typed.length / 3));
  const scored = [...byWord]
    .map(([word, command]) => ({
      command,
      slips: word.startsWith(typed) && typed.length > 2 ? 0 : editDistance(typed, word),
    }))
    .filter(({ slips }) => slips <= allowed)
    .sort((a, b) => a.slips - b.slips);
  return [...new Set(scored.map(({ command }) => command))].slice(0, 3);
}
