import { Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/core/locale.ts';
import { translator } from '../../src/i18n/translate.ts';
import { drawableText, fittedText, fontFiles, widthOf } from '../../src/render/timeline/font.ts';
import { COLOURS, WIDTH } from '../../src/render/timeline/layout.ts';
import { MOST_PIXELS, renderPng } from '../../src/render/timeline/png.ts';
import { element, textElement } from '../../src/render/timeline/svg.ts';
import {
  MOST_ROWS,
  type Timeline,
  type TimelineEntry,
  timelineSvg,
} from '../../src/render/timeline/timeline.ts';
import { anyText, NASTY_TEXTS } from './arbitrary-reply.ts';
import { contrast } from './contrast.ts';
import { overlappingTexts, textsOf, textsOutside } from './timeline-check.ts';

const t = translator('nl');
const week: TimelineEntry = {
  title: 'Week van de Veiligheid 2027',
  first: '2027-10-11',
  last: '2027-10-17',
  state: 'confirmed',
  kind: 'campaign',
  mine: false,
};
const weeks = (...entries: TimelineEntry[]): Timeline => ({
  from: '2027-09-20',
  weeks: 8,
  today: '2027-09-22',
  entries,
  more: 0,
});
const draw = (timeline: Timeline) => timelineSvg(timeline, t, 'nl');
const wordsIn = (timeline: Timeline) => textsOf(draw(timeline)).map(({ text }) => text);

const day = fc
  .integer({ min: -400, max: 400 })
  .map((days) => Temporal.PlainDate.from('2027-10-18').add({ days }).toString());
const entry: fc.Arbitrary<TimelineEntry> = fc
  .record({
    title: fc.oneof(anyText, fc.constantFrom(...NASTY_TEXTS)),
    days: fc.tuple(day, day),
    state: fc.constantFrom<TimelineEntry['state']>('confirmed', 'provisional', 'uncertain'),
    kind: fc.constantFrom<TimelineEntry['kind']>('campaign', 'inhaakmoment'),
    undated: fc.boolean(),
    mine: fc.boolean(),
  })
  .map(({ days, ...rest }) => {
    const [first = '', last = ''] = days.toSorted();
    return { ...rest, first, last };
  });
const anyTimeline: fc.Arbitrary<Timeline> = fc.record({
  from: fc.constantFrom('2027-09-20', '2027-12-06', '2026-12-28'),
  weeks: fc.constantFrom(4, 8),
  today: fc.constantFrom('2027-09-20', '2027-12-31', '2027-01-03'),
  entries: fc.array(entry, { maxLength: 24 }),
  more: fc.integer({ min: 0, max: 100_000 }),
});

describe('whatever stands in the calendar', () => {
  test('the picture is well formed, and every text stays in its box and off the others', () => {
    fc.assert(
      fc.property(anyTimeline, fc.constantFrom(...LOCALES), (timeline, locale) => {
        const svg = timelineSvg(timeline, translator(locale), locale);
        expect(textsOutside(svg)).toEqual([]);
        expect(overlappingTexts(svg)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('a text is never wider than it may be, and holds no controls', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 60, max: 600 }), fc.boolean(), (text, width, bold) => {
        const fitted = fittedText(text, width, { size: 23, bold });
        expect(widthOf(fitted, { size: 23, bold })).toBeLessThanOrEqual(width);
        expect(fitted).not.toMatch(/[\p{C}\p{M}]/u);
      }),
    );
  });

  test('a text is not drawn wider than it was measured', async () => {
    await renderPng(draw(weeks()));
    for (const text of [
      'WAVES AVATAR To Ty',
      'fi ffl rn ij',
      '11–17 October',
      'Eén “campagne” vóór iedereen…',
    ])
      for (const style of [{ size: 23 }, { size: 23, bold: true }]) {
        const svg = element(
          'svg',
          { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height: 100 },
          textElement(text, { x: 10, y: 50, fill: '#000', ...style }),
        );
        const drawn = new Resvg(svg, { font: { fontBuffers: [...fontFiles()] } }).getBBox()?.width ?? 0;
        expect(drawn).toBeGreaterThan(50);
        expect(drawn).toBeLessThanOrEqual(widthOf(text, style));
        expect(drawn).toBeGreaterThan(0.85 * widthOf(text, style));
      }
  });

  test('the library that draws can read it too', async () => {
    const all = NASTY_TEXTS.map((title) => ({ ...week, title }));
    for (const some of [all.slice(0, MOST_ROWS), all.slice(MOST_ROWS)])
      expect((await renderPng(draw(weeks(...some)))).length).toBeGreaterThan(10_000);
  });

  test('the same timeline gives the same bytes', async () => {
    const svg = draw(weeks(week, { ...week, title: 'Café & <b>', state: 'provisional', mine: true }));
    expect(await renderPng(svg)).toEqual(await renderPng(svg));
    expect(draw(weeks(week))).toBe(draw(weeks(week)));
  });
});

describe('a title', () => {
  test('is cut at a word, and keeps its accents', () => {
    expect(fittedText('Eén campagne vóór iedereen', 250, { size: 23 })).toBe('Eén campagne vóór…');
  });

  test('loses what the font does not have, but keeps the letter under an accent', () => {
    expect(drawableText('Ŝtato 👍🏽 z\u0301\u0301 ĳs <b>')).toBe('Stato ź ijs <b>');
  });

  test('of which nothing can be drawn is said to be in another script', () => {
    expect(wordsIn(weeks({ ...week, title: 'שלום עולם' }))).toContain('titel in een ander schrift');
  });
});

describe('how sure a date is', () => {
  const shapeOf = (more: Partial<TimelineEntry>) => {
    const words = wordsIn(weeks({ ...week, ...more }));
    return words.slice(words.indexOf(week.title) + 1, words.indexOf('datum bevestigd'));
  };

  test('only a confirmed one stands there without a question mark', () => {
    expect(shapeOf({})).toEqual(['11 t/m 17 oktober']);
    expect(shapeOf({ state: 'provisional' })).toEqual(['?', '11 t/m 17 oktober (voorlopig)']);
    expect(shapeOf({ state: 'uncertain' })).toEqual(['?', 'nog niet zeker']);
    expect(shapeOf({ state: 'uncertain', undated: true })).toEqual(['?', 'datum onbekend']);
  });

  test('is said in a word when the days have no room', () => {
    const around = { ...week, first: '2027-12-23', last: '2028-01-22', state: 'provisional' } as const;
    const words = wordsIn({ ...weeks({ ...around, kind: 'inhaakmoment' }), from: '2027-11-29' });
    expect(words).toContain('voorlopig');
  });

  test('one that is not confirmed is an outline of dashes, also when it is too short for a sign', () => {
    const dashes = (more: Partial<TimelineEntry>) =>
      draw(weeks({ ...week, ...more })).match(/stroke-dasharray/g)?.length ?? 0;
    const inLegend = dashes({});
    const short = { first: '2027-10-11', last: '2027-10-11', kind: 'inhaakmoment' } as const;
    expect(dashes({ ...short, state: 'provisional' })).toBe(inLegend + 1);
    expect(dashes({ ...short, state: 'uncertain' })).toBe(inLegend + 1);
  });
});

test('the own ones have a star and heavy letters, and what the star means is said', () => {
  const svg = draw(weeks({ ...week, mine: true }));
  expect(svg.match(/<polygon/g)).toHaveLength(2);
  expect(textsOf(svg).find(({ text }) => text === week.title)?.bold).toBe(true);
  expect(wordsIn(weeks({ ...week, mine: true }))).toContain('van je organisatie');
  expect(draw(weeks(week))).not.toContain('<polygon');
});

test('months, week numbers and today are there, also around the turn of the year', () => {
  const words = wordsIn({ ...weeks(week), from: '2027-12-06', today: '2027-12-31' });
  expect(words).toEqual(expect.arrayContaining(['december 2027', 'januari 2028', 'week 52', 'week 1']));
  expect(wordsIn(weeks(week))).toContain('vandaag');
  expect(wordsIn({ ...weeks(week), today: '2027-12-31' })).not.toContain('vandaag');
});

test('there are no more rows than can be read, and the rest is counted', () => {
  const many = Array.from({ length: MOST_ROWS + 3 }, (_, index) => ({ ...week, title: `Campagne ${index}` }));
  const words = wordsIn({ ...weeks(...many), more: 4 });
  expect(words.filter((text) => text.startsWith('Campagne '))).toHaveLength(MOST_ROWS);
  expect(words).toContain('en nog 7 die hier niet passen');
});

test('weeks without anything get a kind word', () => {
  const past = { ...week, first: '2027-01-01', last: '2027-01-02' };
  expect(wordsIn(weeks(past))).toContain('In deze weken staat er niets in de kalender.');
});

test('the PNG shows the whole drawing, no larger than any platform takes', async () => {
  for (const svg of [draw(weeks(week)), draw(weeks(...Array.from({ length: MOST_ROWS }, () => week)))]) {
    const png = await renderPng(svg);
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(Math.max(width, height)).toBeLessThanOrEqual(MOST_PIXELS);
    expect(Math.max(width, height)).toBeGreaterThan(MOST_PIXELS - 2);
    expect(width / height).toBeCloseTo(WIDTH / Number(/ height="(\d+)"/.exec(svg)?.[1]), 1);
  }
});

test('every text stands out enough from what it stands on (WCAG AA)', () => {
  const { paper, ink, softInk, band, brand, onBrand, mine, mineRow, today } = COLOURS;
  const pairs = [
    ...[ink, softInk, brand, mine].map((text) => [text, paper] as const),
    ...[ink, softInk].map((text) => [text, band] as const),
    ...[brand, mine, today].map((ground) => [onBrand, ground] as const),
    [ink, mineRow] as const,
    [mine, mineRow] as const,
  ];
  for (const [text, ground] of pairs) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
});
