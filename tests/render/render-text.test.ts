import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../src/command/grammar.ts';
import { translator } from '../../src/i18n/translate.ts';
import { commandLine } from '../../src/render/text/command-line.ts';
import { renderText } from '../../src/render/text/render-text.ts';
import { anyAction, arbitraryReply } from './arbitrary-reply.ts';
import { exampleChoice, exampleForm, exampleMessage } from './examples.ts';

const t = translator('nl');
const CONTROL = /[^\P{Cc}\n]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

describe('a reply in a terminal', () => {
  test('holds no control characters but line breaks, whatever the data', () => {
    fc.assert(
      fc.property(arbitraryReply(), (reply) => {
        expect(renderText(reply, t)).not.toMatch(CONTROL);
      }),
      { numRuns: 150 },
    );
  });

  test('aligns fields and tables, and gives the command to type for each button', () => {
    expect(renderText(exampleMessage, t)).toMatchSnapshot();
  });

  test('numbers its choices', () => {
    expect(renderText(exampleChoice, t)).toMatchSnapshot();
  });

  test('shows a form as what is asked, what is wrong, and the command so far', () => {
    expect(renderText(exampleForm, t)).toMatchSnapshot();
  });
});

describe('a command line', () => {
  test('quotes what is not a plain word', () => {
    const args = {
      campagne: 'campaign/week-van-de-veiligheid-2027',
      periode: 'okt 2027',
      reden: 'zei "nee" \\',
    };
    expect(commandLine({ command: 'verzet', args, version: 4, confirmed: true })).toBe(
      'verzet campagne:campaign/week-van-de-veiligheid-2027 periode:"okt 2027" reden:"zei \\"nee\\" \\\\" --akkoord --versie:4',
    );
  });

  test('joins several values with commas, and writes an empty one as quotes', () => {
    expect(commandLine({ command: 'zoek', args: { vormen: ['phishing', 'spoofing'], in: '' } })).toBe(
      'zoek vormen:"phishing,spoofing" in:""',
    );
  });

  test('is read back by the grammar as the same command', () => {
    const straight = (text: string) => text.replaceAll(/[“”„]/g, '"').replaceAll(/[‘’]/g, "'");
    fc.assert(
      fc.property(anyAction, fc.string(), (action, extra) => {
        const made = { ...action, args: { ...action.args, extra } };
        const line = commandLine(made);
        fc.pre(line.length < 20_000);
        const typed = parseCommandLine(line);
        const given = Object.entries(made.args).map(([name, value]) => [
          name,
          straight([value].flat().join(',')),
        ]);
        const read = typed.named.filter(({ name }) => name !== 'versie');
        expect(typed.word).toBe(action.command);
        expect(read.map(({ name, value }) => [name, straight(value)])).toEqual(given);
        expect(typed.flags).toEqual(action.confirmed ? ['akkoord'] : []);
        expect(typed.words).toEqual([]);
      }),
    );
  });
});
