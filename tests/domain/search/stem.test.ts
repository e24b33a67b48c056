import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainNames } from '../../../src/domain/search/plain-names.ts';
import { formsOf, sameWord } from '../../../src/domain/search/stem.ts';
import { ofKind } from '../../import/calendars.ts';

const SAME = [
  ...[
    'slachtoffer/slachtoffers',
    'oudere/ouderen',
    'campagne/campagnes',
    'signaal/signalen',
    'aanpak/aanpakken',
  ],
  ...[
    'brief/brieven',
    'huis/huizen',
    'huis/huisje',
    'truc/trucs',
    'eenzaam/eenzame',
    'maatregel/maatregelen',
  ],
  ...[
    'gemeente/gemeenten',
    'evaluatie/evaluaties',
    'kind/kinderen',
    'telefoon/telefoontje',
    'expert/experts',
  ],
  ...['victim/victims', 'story/stories', 'business/businesses', 'measure/measuring'],
];
/** Words of the field that look alike and are not the same. */
const APART = [
  ...['ouders/ouderen', 'ouder/ouderen', 'jongere/jong', 'bank/beurs', 'les/lees', 'mens/men', 'huis/hui'],
  ...['spoofing/spoof', 'dader/daters', 'melding/meldpunt', 'phishing/smishing', 'quishing/phishing'],
];

describe('simple inflection', () => {
  it('sees the forms of one word as that word', () => {
    for (const [one, other] of SAME.map((pair) => pair.split('/') as [string, string]))
      expect([one, other, sameWord(one, other)]).toEqual([one, other, true]);
  });

  it('keeps words apart that only look alike', () => {
    for (const [one, other] of APART.map((pair) => pair.split('/') as [string, string]))
      expect([one, other, sameWord(one, other)]).toEqual([one, other, false]);
  });

  it('never makes one of two forms of fraud, or of two audiences', () => {
    for (const kind of ['form', 'audience', 'topic'] as const) {
      const named = ofKind(kind).flatMap((term) =>
        plainNames(term)
          .filter((name) => !name.includes(' '))
          .map((name) => ({ name, id: term.id })),
      );
      for (const one of named)
        for (const other of named)
          if (one.name !== other.name && sameWord(one.name, other.name)) expect(one.id).toBe(other.id);
    }
  });

  it('is the same both ways, and finds a word by every form of it that is looked for', () => {
    const word = fc.stringMatching(/^[a-z]{1,14}$/);
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(sameWord(one, other)).toBe(sameWord(other, one));
        expect(sameWord(one, one)).toBe(true);
      }),
    );
    for (const [one, other] of SAME.map((pair) => pair.split('/') as [string, string]))
      for (const [typed, text] of [
        [one, other],
        [other, one],
      ] as const)
        if (typed !== 'kinderen' && text !== 'kinderen')
          expect([typed, text, formsOf(typed).some((form) => text.includes(form))]).toEqual([
            typed,
            text,
            true,
          ]);
  });
});
