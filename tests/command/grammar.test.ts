import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { bindTyped } from '../../src/command/bind.ts';
import { parseCommandLine } from '../../src/command/grammar.ts';
import { createRegistry } from '../../src/command/registry.ts';
import { Refusal } from '../../src/core/errors.ts';

const registry = createRegistry(commands);

function bind(line: string) {
  const typed = parseCommandLine(line);
  return bindTyped(registry.find(typed.word)!, typed);
}

describe('the grammar', () => {
  it('reads words, names with values, quotes and flags', () => {
    expect(
      parseCommandLine('kalender okt-nov doelgroep:senioren vorm:"vriend in nood" --materialen'),
    ).toEqual({
      word: 'kalender',
      words: ['okt-nov'],
      named: [
        { name: 'doelgroep', value: 'senioren' },
        { name: 'vorm', value: 'vriend in nood' },
      ],
      flags: ['materialen'],
    });
  });

  it('understands the curly quotes and long dashes of telephones', () => {
    expect(parseCommandLine('nieuw “Praatje bij de bank” —voorstel')).toMatchObject({
      words: ['Praatje bij de bank'],
      flags: ['voorstel'],
    });
  });

  it('leaves web addresses and times whole', () => {
    expect(parseCommandLine('wijzig x materiaal:https://example.org/a?b=c').named).toEqual([
      { name: 'materiaal', value: 'https://example.org/a?b=c' },
    ]);
    expect(parseCommandLine('toon https://example.org/x').words).toEqual(['https://example.org/x']);
  });

  it('keeps the apostrophe in the middle of a word', () => {
    expect(parseCommandLine("zoek foto's van auto's").words).toEqual(["foto's", 'van', "auto's"]);
  });

  it('refuses a quote that is not closed', () => {
    expect(() => parseCommandLine('toon "week')).toThrow(Refusal);
  });

  it('refuses a text of two megabytes', () => {
    expect(() => parseCommandLine(`zoek ${'a'.repeat(2_000_000)}`)).toThrow(Refusal);
  });

  it('gives back any value that is put between quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const quoted = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
        fc.pre(!/[“”„‘’]/.test(value));
        expect(parseCommandLine(`toon naam:"${quoted}"`).named).toEqual([{ name: 'naam', value }]);
      }),
    );
  });

  it('never fails on any line but by a refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (line) => {
        try {
          parseCommandLine(line);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
    );
  });
});

describe('binding', () => {
  it('gives words without a name to the positional arguments, the rest to the last one', () => {
    expect(bind('toon week van de veiligheid').args).toEqual({ wat: 'week van de veiligheid' });
    expect(bind('taak toevoegen "week van de veiligheid" stand boeken').args).toEqual({
      doe: 'toevoegen',
      campagne: 'week van de veiligheid',
      taak: 'stand boeken',
    });
  });

  it('skips a choice that was not typed', () => {
    expect(bind('taak "week van de veiligheid"').args).toEqual({ campagne: 'week van de veiligheid' });
  });

  it('takes English names for arguments', () => {
    expect(bind('kalender audience:seniors form:phishing').args).toEqual({
      doelgroep: 'seniors',
      vorm: 'phishing',
    });
  });

  it('takes the version and the agreement that a button line carries', () => {
    expect(bind('verzet campagne:a periode:okt --akkoord --versie:7')).toMatchObject({
      version: 7,
      confirmed: true,
    });
  });

  it('refuses an unknown name and tells which ones there are', () => {
    expect(() => bind('overlap x kleur:rood')).toThrow(expect.objectContaining({ code: 'argument-unknown' }));
    expect(() => bind('kalender --kleur')).toThrow(expect.objectContaining({ code: 'argument-unknown' }));
  });

  it('finds every command by each of its names, and the nearest for a slip', () => {
    for (const command of commands)
      for (const name of [command.name, ...command.aliases]) expect(registry.find(name)).toBe(command);
    expect(registry.nearest('kalendr').map(({ name }) => name)).toContain('kalender');
    expect(registry.nearest('overlpa').map(({ name }) => name)).toContain('overlap');
  });
});
