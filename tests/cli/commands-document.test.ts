import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { commandsDocument } from '../../src/cli/commands-document.ts';

test('docs/commands.md is what the definitions say; "docs commands" writes it anew', () => {
  const file = readFileSync(new URL('../../docs/commands.md', import.meta.url), 'utf8');
  expect(file).toBe(commandsDocument(commands));
});
