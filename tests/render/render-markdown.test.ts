import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translator } from '../../src/i18n/translate.ts';
import { renderMarkdown } from '../../src/render/markdown/render-markdown.ts';
import type { Message, Section, Text } from '../../src/reply/reply.ts';
import { anyMessage, anyText, NASTY_TEXTS } from './arbitrary-reply.ts';

const t = translator('nl');
const markdown = (sections: readonly Section[], title = 'Titel'): string =>
  renderMarkdown({ type: 'message', title, audience: 'private', sections }, t);

/** Pieces that make markup when they come together, so that no seam between texts is left out. */
const piece = fc.oneof(
  fc.constantFrom(
    ...['http:', '//', 'www', '.', 'evil.example', '@', '<b>', '[x]', '(http://evil.example)', '!', '[', ']'],
    ...['\n', '# ', '- ', '+ ', '1. ', '```', '~~~', '===', '---', '|', ':-', '&lt;', '*', '_', '\\', '> '],
  ),
  fc.constantFrom(...NASTY_TEXTS),
);
const pieces = fc.array(piece, { maxLength: 8 }).map((all) => all.join(''));
/** Texts and spans without links of our own. */
const linkless: Arbitrary<Text> = fc.oneof(
  pieces,
  anyText,
  fc.array(fc.record({ text: pieces, strong: fc.boolean() }), { maxLength: 4 }),
);

/**
 * A document in which a stand-in takes the place of every escaped sign: only our own marks may still mean
 * something. A stand-in and not nothing: without it the signs on both sides of an escaped one would come
 * together to what no reader sees (`www\].` is no start of an address).
 */
const unescaped = (document: string): string => document.replaceAll(/\\[!-/:-@[-`{-~]/g, '\u00A4');

describe('a message in Markdown', () => {
  test('shows user text as words: no link, image, HTML, entity or code comes of it', () => {
    fc.assert(
      fc.property(linkless, (text) => {
        const bare = unescaped(markdown([{ type: 'text', text }]));
        expect(bare).not.toMatch(/[<>[\]`_~&|^]|!\[|\/\/|www\.|@/);
        expect(bare.replaceAll('**', '')).not.toContain('*');
      }),
      // Found at random: what an escaped sign keeps apart is not together.
      { numRuns: 500, examples: [['www].'], ['//\\//http:']] },
    );
  });

  test('has no line that user text made a heading, list, quote, rule or table', () => {
    fc.assert(
      fc.property(linkless, (text) => {
        const [, , ...lines] = markdown([{ type: 'text', text }]).split('\n');
        for (const line of lines) expect(line).not.toMatch(/^\s*(?:#|[-+=:>]|\d{1,9}[.)]|\t| {4})/);
      }),
      { numRuns: 500 },
    );
  });

  test('links only to safe addresses, in angle brackets', () => {
    fc.assert(
      fc.property(anyMessage, (message: Message) => {
        const bare = unescaped(renderMarkdown(message, t));
        for (const [, address = ''] of bare.matchAll(/<([^>]*)>/g)) {
          expect(address).toMatch(/^(?:https?|mailto|tel):/);
          expect(address).not.toMatch(/\s/);
        }
        expect(bare.split('\n').filter((line) => /^# /.test(line)).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });

  test('looks like this', () => {
    const document = markdown([
      { type: 'heading', text: 'Wat er aankomt' },
      {
        type: 'text',
        text: [{ text: 'Eerst ' }, { text: 'dit', strong: true }],
      },
      { type: 'notice', tone: 'warning', text: 'Pas op\nvoor #1' },
      {
        type: 'list',
        items: [
          {
            title: [{ text: 'Week 1.5', strong: true }],
            lines: [[{ text: 'site', href: 'https://example.org/a' }]],
          },
        ],
      },
      { type: 'fields', fields: [{ label: 'Wie', value: 'Politie & NVB' }] },
      { type: 'table', caption: 'Weken', columns: ['Week', 'Wat'], rows: [['48', 'a|b']] },
      { type: 'image', url: 'https://example.org/x.png', alt: 'Een plaat' },
      { type: 'actions', actions: [{ label: 'Klik', command: 'help', args: {} }] },
    ]);
    expect(document).toMatchInlineSnapshot(`
      "# Titel

      ## Wat er aankomt

      Eerst **dit**

      > **Let op:** Pas op  
      > voor \\#1

      - **Week 1.5**  
        [site](<https://example.org/a>)

      - **Wie:** Politie \\& NVB

      Weken

      | Week | Wat |
      | --- | --- |
      | 48 | a\\|b |

      ![Een plaat](<https://example.org/x.png>)
      "
    `);
  });
});
