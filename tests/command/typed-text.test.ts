import fc from 'fast-check';
import { expect, it } from 'vitest';
import { manyLines, oneLine } from '../../src/core/clean-text.ts';
import { ask, wordsOf } from '../support/ask.ts';
import { POLICE, sampleActor, sampleOrganisation, seniors } from '../support/samples.ts';
import { testStore } from '../support/test-store.ts';

it('takes control characters and line ends out of what is one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(oneLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(manyLines(text)).not.toMatch(/\r|[^\P{Cc}\n\t]/u);
    }),
  );
});

it('keeps the words of a title that was pasted with line ends and invisible characters', async () => {
  const store = await testStore(seniors, sampleOrganisation(POLICE));
  const line = 'nieuw "Eerste\r\nregel\u0000 en\u001b[31m meer" periode:"1 juli 2027" doelgroep:senioren';
  expect(wordsOf(await ask(store, sampleActor(), line))).toContain('Eerste regel en [31m meer');
});
