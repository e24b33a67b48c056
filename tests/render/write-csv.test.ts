import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmlessText, writeCsv } from '../../src/render/csv/write-csv.ts';
import { anyText, NASTY_TEXTS } from './arbitrary-reply.ts';

const SIGNS = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', '−'];
/** What a spreadsheet may take for a formula, after what it may pass over. */
const DANGEROUS = /^[\s\p{Z}\p{Cf}\p{M}"]*[=+\-@＝＋－＠﹢﹣﹦﹫−]/u;

const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SIGNS, ',', ';', '|', '"', "'", ' ', '\n', '\u200b', '\u00a0', '\u3000', 'a', '1'),
      anyText,
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const text = fc.oneof(nasty, anyText, fc.constantFrom(...NASTY_TEXTS));
const rows = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.array(fc.array(fc.oneof(text, fc.nat(10_000)), { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 5,
  }),
);

describe('a CSV file', () => {
  it('is read back as the same cells', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const wanted = cells.map((row) =>
          row.map((cell) => (typeof cell === 'number' ? String(cell) : harmlessText(cell))),
        );
        const read: string[][] = parse(writeCsv(cells), { bom: true, delimiter: ';' });
        expect(read).toEqual(wanted);
        expect(read.flat().filter((cell) => /^[\t\r\n]/.test(cell))).toEqual([]);
      }),
    );
  });

  it('has no cell that begins as a formula, wherever a program splits it', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const file = writeCsv(cells);
        // Without quotes, since a program that splits elsewhere does not read them as we mean them either.
        for (const delimiter of [';', ',', '\t', '|']) {
          const options = { bom: true, delimiter, quote: false, relax_column_count: true } as const;
          const read: string[][] = parse(file, options);
          expect(read.flat().filter((cell) => DANGEROUS.test(cell))).toEqual([]);
        }
        const read: string[][] = parse(file, { bom: true, delimiter: ';' });
        expect(read.flat().filter((cell) => DANGEROUS.test(cell))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves ordinary text alone, and says in what it is written', () => {
    for (const plain of [
      'Week van de Veiligheid – 2027',
      'Senioren (65+)',
      "Zo'n 50% - of meer",
      'C&A; of B',
    ])
      expect(harmlessText(plain)).toBe(plain);
    expect(
      writeCsv([
        ['Vorm', 'Aantal'],
        ['Café "De Zon"', 3],
      ]),
    ).toBe('\uFEFF"Vorm";"Aantal"\r\n"Café ""De Zon""";3\r\n');
  });

  it.each(SIGNS)('takes a formula that begins with %j for text', (sign) => {
    for (const before of ['', ' ', '\u200b', 'x;', 'x,', '"'])
      expect(harmlessText(`${before}${sign}HYPERLINK("https://example.org")`)).not.toMatch(DANGEROUS);
    expect(writeCsv([[`x;${sign}1+1`]])).not.toMatch(/;\s*[=+\-@]/);
  });
});
