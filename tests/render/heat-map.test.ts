import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/core/locale.ts';
import { translator } from '../../src/i18n/translate.ts';
import { GAP, type HeatCell, STEPS } from '../../src/render/insight/heat-cell.ts';
import { type HeatMap, heatMapSvg, MOST_HEAT_ROWS } from '../../src/render/insight/heat-map.ts';
import { MOST_PIXELS, renderPng } from '../../src/render/timeline/png.ts';
import { anyText, NASTY_TEXTS } from './arbitrary-reply.ts';
import { contrast } from './contrast.ts';
import { overlappingTexts, textsOf, textsOutside } from './timeline-check.ts';

const t = translator('nl');
const cell = (sure: number, unsure = 0, moments = 0): HeatCell => ({ sure, unsure, moments, marks: [] });
const row = (label: string, cells: readonly HeatCell[], total = cell(1)) => ({
  label,
  isPart: false,
  cells,
  total,
});
const MONTHS = ['dec', 'jan', 'feb'].map((label, index) => ({ label, group: index === 0 ? '2026' : '2027' }));
const map = (more: Partial<HeatMap> = {}): HeatMap => ({
  title: 'Dekking per maand',
  subtitle: 'december 2026 t/m februari 2027',
  columns: MONTHS,
  onTheirSide: false,
  totalLabel: 'Totaal',
  rows: [row('Phishing', [cell(2, 1), cell(0), cell(0, 1, 1)])],
  marks: undefined,
  ...more,
});
const wordsIn = (one: HeatMap) => textsOf(heatMapSvg(one, t)).map(({ text }) => text);

const anyLabel = fc.oneof(anyText, fc.constantFrom(...NASTY_TEXTS));
const anyCell = fc.record({
  sure: fc.constantFrom(0, 0, 1, 3, 12, 140, 5_000),
  unsure: fc.constantFrom(0, 0, 1, 25, 300, 5_000),
  moments: fc.constantFrom(0, 1, 9),
});
const anyMap = fc
  .record({
    columns: fc.integer({ min: 1, max: 21 }),
    labels: fc.array(anyLabel, { maxLength: 27 }),
    isParts: fc.boolean(),
    cells: fc.array(anyCell, { minLength: 1, maxLength: 9 }),
    hasMarks: fc.boolean(),
  })
  .map(({ columns, labels, isParts, cells, hasMarks }): HeatMap => {
    const onTheirSide = columns > 12;
    const marks = hasMarks && onTheirSide ? (['sure', 'unsure', 'none', 'none'] as const) : [];
    const at = (index: number): HeatCell => {
      const found = cells[index % cells.length] ?? cell(0);
      // As the program draws them: small cells have marks rather than moments.
      return { ...found, moments: onTheirSide ? 0 : found.moments, marks };
    };
    return map({
      columns: Array.from({ length: columns }, (_, index) => ({
        label: labels[index] ?? `k${index}`,
        ...(onTheirSide ? {} : { group: index < 2 ? '2026' : '2027' }),
      })),
      onTheirSide,
      rows: labels.map((label, index) => ({
        label,
        isPart: isParts && index % 2 === 1,
        cells: Array.from({ length: columns }, (_, column) => at(index + column)),
        total: at(index),
      })),
      marks: marks.length > 0 ? 'blokjes onderin: K1, K2' : undefined,
    });
  });

test('the picture is well formed, and every text stays in its box and off the others', () => {
  fc.assert(
    fc.property(anyMap, fc.constantFrom(...LOCALES), (one, locale) => {
      const svg = heatMapSvg(one, translator(locale));
      expect(textsOutside(svg)).toEqual([]);
      expect(overlappingTexts(svg)).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 30_000);

describe('a cell', () => {
  const inCell = (one: HeatCell) => {
    const words = wordsIn(map({ rows: [row('Phishing', [one, cell(7), cell(7)])] }));
    return words.slice(words.indexOf('Phishing') + 1, words.indexOf('7'));
  };

  test('has its number whatever its colour, and what is not certain its question mark', () => {
    expect(inCell(cell(2))).toEqual(['2']);
    expect(inCell(cell(0, 3))).toEqual(['3?']);
    expect(inCell(cell(0))).toEqual(['0']);
    expect(inCell(cell(2, 1)).join('')).toBe('2+1?');
    expect(inCell(cell(120, 34)).join('')).toBe('120+34?');
  });

  test('with nothing certain is an outline of dashes', () => {
    const dashes = (one: HeatCell) =>
      heatMapSvg(map({ rows: [row('Phishing', [one])] }), t).match(/stroke-dasharray/g)?.length ?? 0;
    expect(dashes(cell(0, 2))).toBe(dashes(cell(2)) + 1);
  });

  test('is told apart without colour, and its number stands out from it (WCAG AA)', () => {
    for (const { fill, text } of STEPS) expect(contrast(text, fill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(GAP.text, GAP.ground)).toBeGreaterThanOrEqual(4.5);
    const fills = [GAP.ground, ...STEPS.map(({ fill }) => fill)];
    for (const [index, fill] of fills.slice(1).entries())
      expect(contrast(fill, fills[index] ?? '')).toBeGreaterThan(1.25);
  });
});

test('a row without anything is heavy, and a moment has a sign that is explained', () => {
  const svg = heatMapSvg(map({ rows: [row('Huurfraude', [cell(0)], cell(0, 0, 2))] }), t);
  expect(textsOf(svg).find(({ text }) => text === 'Huurfraude')?.bold).toBe(true);
  expect(svg.match(/<polygon/g)).toHaveLength(2);
  expect(textsOf(svg).map(({ text }) => text)).toEqual(
    expect.arrayContaining(['inhaakmoment', 'niets gepland', 'nog niet zeker', 'datum bevestigd']),
  );
});

test('there are no more rows than can be read, and the rest is counted', () => {
  const rows = Array.from({ length: MOST_HEAT_ROWS + 2 }, (_, index) => row(`Vorm ${index}`, [cell(1)]));
  const words = wordsIn(map({ rows }));
  expect(words.filter((word) => word.startsWith('Vorm '))).toHaveLength(MOST_HEAT_ROWS);
  expect(words).toContain('en nog 2 die hier niet passen');
  expect(wordsIn(map({ rows: [] }))).toContain('Er zijn nog geen fraudevormen om te tellen.');
});

test('the PNG is no larger than any platform takes, and the same each time', async () => {
  const rows = Array.from({ length: MOST_HEAT_ROWS }, (_, index) => row(`Vorm ${index}`, [cell(index)]));
  const png = await renderPng(heatMapSvg(map({ rows }), t));
  expect(Math.max(png.readUInt32BE(16), png.readUInt32BE(20))).toBeLessThanOrEqual(MOST_PIXELS);
  expect(await renderPng(heatMapSvg(map({ rows }), t))).toEqual(png);
});
