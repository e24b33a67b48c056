import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/core/errors.ts';
import { readPlanText } from '../../../src/domain/plan/read-plan/read-plan-text.ts';
import { CALENDARS, ofKind } from '../../import/calendars.ts';

const cells = (text: string) =>
  readPlanText(text).rows.map(({ theme, goal, result, planning, leads, partners }) =>
    [theme, goal, result, planning, leads, partners].join('|'),
  );
const refusal = (text: string): string => {
  try {
    readPlanText(text);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'read';
};
const stored = ofKind('action').map(({ theme, goal, result, planningText, leadsText, partnersText }) =>
  [theme - 1, goal, result, planningText, leadsText, partnersText].join('|'),
);
const EXPECTED = [
  '0|Doel A|Eerste|Q1 2026|JenV|OM, NVB',
  '0|Doel A|Tweede|Q2 2026||',
  '1|Doel B|Derde|Q3 2026|NVB|',
];

describe('a pasted plan', () => {
  it('as the source document of the Actieplan 2024, introduction and all, gives its 45 actions', () => {
    const read = readPlanText(readFileSync(join(CALENDARS, 'plans/source/actieplan-2024.md'), 'utf8'));
    expect(read.format).toBe('table');
    expect(read.themes).toEqual(ofKind('plan')[0]?.themes);
    expect(
      read.rows.map(({ theme, goal, result, planning, leads, partners }) =>
        [theme, goal, result, planning, leads, partners].join('|'),
      ),
    ).toEqual(stored);
    expect(read.rows.map(({ line }) => line)).toEqual(ofKind('action').map(({ sourceLine }) => sourceLine));
    expect(read.rows.some(({ uneven }) => uneven)).toBe(false);
  });

  it('as the calendar file gives the same', () => {
    expect(cells(readFileSync(join(CALENDARS, 'plans/actieplan-2024.yaml'), 'utf8'))).toEqual(stored);
  });

  it('may be CSV with semicolons, quotes, line ends in cells, CRLF and a byte order mark', () => {
    const text =
      '\uFEFFThema;Doel;Resultaten;Planning;Trekker(s);Partners\r\nEen;Doel A;"Eerste";Q1 2026;JenV;"OM,\r\nNVB"\r\n;;Tweede;Q2 2026;;\r\nTwee;Doel B;Derde;Q3 2026;NVB;\r\n';
    expect(cells(text)).toEqual(EXPECTED);
    expect(readPlanText(text).rows.map(({ line }) => line)).toEqual([2, 4, 5]);
  });

  it('may be CSV with commas, in English and in another order', () => {
    const text =
      'Results,Planning,Lead,Partners,Goal,Theme\nEerste,Q1 2026,JenV,"OM, NVB",Doel A,Een\nTweede,Q2 2026,,,,\nDerde,Q3 2026,NVB,,Doel B,Twee';
    expect(cells(text)).toEqual(EXPECTED);
  });

  it('may be a markdown table with the themes above it', () => {
    const text = [
      '## 1. Een',
      '| Doel | Resultaten | Planning | Trekker(s) | Partners |',
      '|---|---|:--|---|---|',
      '| Doel A | Eerste | Q1 2026 | JenV | OM, NVB |',
      '| | Tweede | Q2 2026 | | |',
      '### Thema 2: Twee',
      '| Doel | Resultaten | Planning | Trekker(s) | Partners |',
      '| Doel B | Derde | Q3 2026 | NVB | |',
    ].join('\n');
    expect(cells(text)).toEqual(EXPECTED);
  });

  it('may be a simple YAML list', () => {
    const text = [
      '- { thema: Een, doel: Doel A, resultaat: Eerste, planning: Q1 2026, trekkers: [JenV], partners: [OM, NVB] }',
      '- { resultaat: Tweede, planning: Q2 2026 }',
      '- { thema: Twee, doel: Doel B, resultaat: Derde, planning: Q3 2026, trekker: NVB }',
    ].join('\n');
    expect(cells(text)).toEqual(EXPECTED);
    expect(readPlanText(text).rows.map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  it('keeps a row with too few or too many cells, marked', () => {
    const read = readPlanText('Resultaten;Planning\nEen;Q1 2026;over\nTwee;Q1 2026');
    expect(read.rows.map(({ uneven }) => uneven)).toEqual([true, false]);
  });

  it('without a header, without rows, with broken quotes, broken YAML or too much of it is refused', () => {
    expect(refusal('zomaar een verhaal')).toBe('plan-no-header');
    expect(refusal('Doel;Planning\na;b')).toBe('plan-no-header');
    expect(refusal('Resultaten;Planning\n')).toBe('plan-no-rows');
    expect(refusal('Resultaten;Planning\n"Eerste;Q1 2026\nTweede;Q2 2026')).toBe('plan-quotes');
    expect(refusal('- resultaat: [een\n- twee')).toBe('plan-yaml');
    expect(refusal(`a: &a [x]\n${'b: *a\n'.repeat(300)}`)).not.toBe('read');
    expect(refusal(`Resultaten;Planning\n${'x;Q1\n'.repeat(501)}`)).toBe('plan-too-many');
    expect(refusal('x'.repeat(200_001))).toBe('text-too-long');
    expect(refusal(`- ${'['.repeat(50_000)}`)).not.toBe('read');
  });

  it('of any text is read or refused, never a fault', () => {
    const piece = fc.constantFrom(
      'Resultaten',
      'Planning',
      ';',
      '\t',
      '|',
      '\n',
      '"',
      '- ',
      ': ',
      'Q1',
      '## 1. A',
      ',',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        expect(refusal(typed)).toBeTypeOf('string');
      }),
      { numRuns: 500 },
    );
  });
});
