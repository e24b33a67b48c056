import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Section } from '../../src/reply/reply.ts';
import { partSections, textOfPart } from '../../src/views/letter-text.ts';

const line = fc.stringMatching(/^[A-Za-zé0-9.,!?][A-Za-zé0-9 .,!?#-]{0,30}[a-z]$/);
const item = fc.record({ title: line, lines: fc.array(line, { maxLength: 2 }) });
const section: fc.Arbitrary<Section> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), text: line }),
  fc.record({ type: fc.constant('text' as const), text: line }),
  fc.record({ type: fc.constant('list' as const), items: fc.array(item, { minLength: 1, maxLength: 3 }) }),
);

it('a part comes back from its text as it was', () => {
  fc.assert(
    fc.property(fc.array(section, { maxLength: 6 }), (sections) => {
      const apart = sections.filter((one, at) => one.type !== 'list' || sections[at - 1]?.type !== 'list');
      expect(partSections(textOfPart(apart))).toEqual(apart);
    }),
  );
});

it('any text at all is kept, word for word', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const words = (one: string) => one.replaceAll(/[^\p{L}\p{N}]+/gu, '');
      expect(words(textOfPart(partSections(text)))).toBe(words(text));
    }),
  );
});
