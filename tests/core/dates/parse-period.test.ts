import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPeriod, formatPeriodWithDays } from '../../../src/core/dates/format-date.ts';
import { parsePeriod } from '../../../src/core/dates/parse-period.ts';
import { anyDate, anyPeriod } from './arbitraries.ts';

/** A Monday in the 48th ISO week. */
const today = Temporal.PlainDate.from('2026-11-23');

function read(text: string): string {
  const outcome = parsePeriod(text, today);
  return outcome.type === 'period' ? `${outcome.start} ${outcome.end}` : outcome.code;
}

describe.each<[string, Record<string, string>]>([
  [
    'what hangs on today',
    {
      vandaag: '2026-11-23 2026-11-23',
      today: '2026-11-23 2026-11-23',
      morgen: '2026-11-24 2026-11-24',
      gisteren: '2026-11-22 2026-11-22',
      'deze week': '2026-11-23 2026-11-29',
      'volgende week': '2026-11-30 2026-12-06',
      'coming week': '2026-11-30 2026-12-06',
      'vorige maand': '2026-10-01 2026-10-31',
      'next quarter': '2027-01-01 2027-03-31',
      'dit kwartaal': '2026-10-01 2026-12-31',
      'dit jaar': '2026-01-01 2026-12-31',
      'last year': '2025-01-01 2025-12-31',
      'komende 3 weken': '2026-11-23 2026-12-13',
      'de komende drie weken': '2026-11-23 2026-12-13',
      'next 2 months': '2026-11-23 2027-01-22',
      'afgelopen 7 dagen': '2026-11-17 2026-11-23',
      'over 3 weken': '2026-12-14 2026-12-14',
      'two weeks ago': '2026-11-09 2026-11-09',
      'dit weekend': '2026-11-28 2026-11-29',
      'komend weekend': '2026-11-28 2026-11-29',
      'volgend weekend': '2026-12-05 2026-12-06',
      'vorig weekend': '2026-11-21 2026-11-22',
    },
  ],
  [
    'weekdays: bare from today on, "komende" after today, "volgende" in next week',
    {
      maandag: '2026-11-23 2026-11-23',
      'komende maandag': '2026-11-30 2026-11-30',
      vrijdag: '2026-11-27 2026-11-27',
      'komende vrijdag': '2026-11-27 2026-11-27',
      'volgende vrijdag': '2026-12-04 2026-12-04',
      'next friday': '2026-12-04 2026-12-04',
      'vorige maandag': '2026-11-16 2026-11-16',
    },
  ],
  [
    'ISO weeks',
    {
      'week 41': '2027-10-11 2027-10-17',
      wk41: '2027-10-11 2027-10-17',
      'week 48': '2026-11-23 2026-11-29',
      'week 41 2028': '2028-10-09 2028-10-15',
      '2027-W41': '2027-10-11 2027-10-17',
      'week 41-43 2027': '2027-10-11 2027-10-31',
      'week 52 t/m 2': '2026-12-21 2027-01-17',
      'week 53': '2026-12-28 2027-01-03',
      'de week van 11 oktober': '2027-10-11 2027-10-17',
      'week of 17 October 2028': '2028-10-16 2028-10-22',
      'week of October 12': '2027-10-11 2027-10-17',
      'de week van 22 november': '2027-11-22 2027-11-28',
      'de week van 24 november': '2026-11-23 2026-11-29',
      'week van maandag 11 oktober 2027': '2027-10-11 2027-10-17',
      'de week van morgen': '2026-11-23 2026-11-29',
      'de week van 11 t/m 17 oktober 2027': '2027-10-11 2027-10-17',
    },
  ],
  [
    'weeks of a month: those whose Thursday is in it',
    {
      'eerste week van oktober 2027': '2027-10-04 2027-10-10',
      'eerste week van oktober 2026': '2026-09-28 2026-10-04',
      '1e week van oktober': '2027-10-04 2027-10-10',
      'first week of October': '2027-10-04 2027-10-10',
      'de tweede week van oktober 2027': '2027-10-11 2027-10-17',
      'second week of october 2027': '2027-10-11 2027-10-17',
      'derde week oktober 2027': '2027-10-18 2027-10-24',
      'vierde week van oktober 2027': '2027-10-25 2027-10-31',
      'vijfde week van oktober 2026': '2026-10-26 2026-11-01',
      'laatste week van oktober 2027': '2027-10-25 2027-10-31',
      'last week of December': '2026-12-28 2027-01-03',
      'the last week of november': '2026-11-23 2026-11-29',
      'in de eerste week van oktober volgend jaar': '2027-10-04 2027-10-10',
      'eerste week van oktober t/m tweede week van november 2027': '2027-10-04 2027-11-14',
      'vijfde week van oktober 2027': 'period-no-such-date',
    },
  ],
  [
    'so long from a day on',
    {
      '3 weken vanaf 1 juni 2027': '2027-06-01 2027-06-21',
      '3 weeks from 1 June 2027': '2027-06-01 2027-06-21',
      'twee maanden vanaf oktober': '2026-10-01 2026-11-30',
      '10 dagen vanaf vandaag': '2026-11-23 2026-12-02',
      'half jaar vanaf 1 juni 2027': '2027-06-01 2027-11-30',
      'komend half jaar': '2026-11-23 2027-05-22',
      'het komende halfjaar': '2026-11-23 2027-05-22',
      'next half year': '2026-11-23 2027-05-22',
      'komende zes maanden': '2026-11-23 2027-05-22',
      'afgelopen half jaar': '2026-05-24 2026-11-23',
    },
  ],
  [
    'months, quarters, years and seasons',
    {
      oktober: '2027-10-01 2027-10-31',
      okt: '2027-10-01 2027-10-31',
      'Okt.': '2027-10-01 2027-10-31',
      november: '2026-11-01 2026-11-30',
      'october 2027': '2027-10-01 2027-10-31',
      'in oktober': '2027-10-01 2027-10-31',
      'heel mei': '2027-05-01 2027-05-31',
      'oktober volgend jaar': '2027-10-01 2027-10-31',
      '2027-10': '2027-10-01 2027-10-31',
      '10-2027': '2027-10-01 2027-10-31',
      Q4: '2026-10-01 2026-12-31',
      k4: '2026-10-01 2026-12-31',
      'Q4 2027': '2027-10-01 2027-12-31',
      '2027-Q4': '2027-10-01 2027-12-31',
      'vierde kwartaal 2027': '2027-10-01 2027-12-31',
      '4e kwartaal van 2027': '2027-10-01 2027-12-31',
      'kwartaal 1': '2027-01-01 2027-03-31',
      '2027': '2027-01-01 2027-12-31',
      zomer: '2027-06-01 2027-08-31',
      'summer 2028': '2028-06-01 2028-08-31',
      winter: '2026-12-01 2027-02-28',
      'eind oktober': '2027-10-21 2027-10-31',
      'begin december': '2026-12-01 2026-12-10',
      'half oktober': '2027-10-11 2027-10-20',
      'mid october': '2027-10-11 2027-10-20',
      'mid-October 2028': '2028-10-11 2028-10-20',
      'eind 2027': '2027-09-01 2027-12-31',
      'begin 2027': '2027-01-01 2027-04-30',
      'eerste helft van 2027': '2027-01-01 2027-06-30',
      'eerste halfjaar van 2027': '2027-01-01 2027-06-30',
      'eerste helft van oktober': '2027-10-01 2027-10-15',
      'tweede helft van oktober': '2027-10-16 2027-10-31',
      'second half of October 2027': '2027-10-16 2027-10-31',
      'eerste kwartaal 2027': '2027-01-01 2027-03-31',
      'first quarter of 2027': '2027-01-01 2027-03-31',
    },
  ],
  [
    'single days',
    {
      '11 oktober 2027': '2027-10-11 2027-10-11',
      '11 okt': '2027-10-11 2027-10-11',
      '23 november': '2026-11-23 2026-11-23',
      '22 november': '2027-11-22 2027-11-22',
      'oct 11, 2027': '2027-10-11 2027-10-11',
      '11-10-2027': '2027-10-11 2027-10-11',
      '11/10/2027': '2027-10-11 2027-10-11',
      '11.10': '2027-10-11 2027-10-11',
      '11-10-27': '2027-10-11 2027-10-11',
      '2027-10-11': '2027-10-11 2027-10-11',
      'maandag 11 oktober 2027': '2027-10-11 2027-10-11',
      '29 feb': '2028-02-29 2028-02-29',
    },
  ],
  [
    'ranges of two dates',
    {
      'okt-nov': '2026-10-01 2026-11-30',
      'okt t/m nov 2027': '2027-10-01 2027-11-30',
      'nov-feb': '2026-11-01 2027-02-28',
      'nov - feb 2028': '2027-11-01 2028-02-29',
      '11 t/m 17 oktober 2027': '2027-10-11 2027-10-17',
      '11-17 okt 2027': '2027-10-11 2027-10-17',
      'October 11–17, 2027': '2027-10-11 2027-10-17',
      '11 oktober - 3 november': '2027-10-11 2027-11-03',
      '2027-10-11..2027-10-17': '2027-10-11 2027-10-17',
      '2027-10-11/2027-10-17': '2027-10-11 2027-10-17',
      'van 11 okt tot en met 17 okt': '2027-10-11 2027-10-17',
      'from 11 to 17 october': '2027-10-11 2027-10-17',
      'tussen 1 en 5 oktober': '2027-10-01 2027-10-05',
      'oktober en november 2027': '2027-10-01 2027-11-30',
      'vandaag t/m 3 december': '2026-11-23 2026-12-03',
      'ma 11 t/m zo 17 oktober 2027': '2027-10-11 2027-10-17',
      'Q1-Q3 2027': '2027-01-01 2027-09-30',
      '28 dec t/m 3 jan': '2026-12-28 2027-01-03',
    },
  ],
  [
    'open ends: "vanaf" lasts 24 months, "tot en met" begins today',
    {
      'vanaf oktober': '2027-10-01 2029-10-01',
      'from today': '2026-11-23 2028-11-23',
      'tot en met maart': '2026-11-23 2027-03-31',
      'until march': '2026-11-23 2027-03-31',
      'sinds 2025': '2025-01-01 2026-11-23',
    },
  ],
  [
    'problems, each with its own code',
    {
      '': 'period-not-understood',
      'week van de veiligheid': 'period-not-understood',
      week: 'period-not-understood',
      '41': 'period-not-understood',
      '1-3-5': 'period-not-understood',
      'komende 0 dagen': 'period-not-understood',
      'oktober en december': 'period-not-understood',
      'week van 11': 'period-not-understood',
      'vijfde kwartaal 2027': 'period-no-such-date',
      '30 februari': 'period-no-such-date',
      '29 feb 2027': 'period-no-such-date',
      '11-13': 'period-no-such-date',
      '2027-13': 'period-no-such-date',
      '25 t/m 31 november': 'period-no-such-date',
      'week 53 2027': 'period-no-such-date',
      'dinsdag 11 oktober 2027': 'period-no-such-date',
      '17 t/m 11 oktober 2027': 'period-end-before-start',
      '17 okt - 11 okt': 'period-end-before-start',
      '2028 - 2027': 'period-end-before-start',
      't/m 2020': 'period-end-before-start',
      '1999': 'period-year-out-of-range',
      'oktober 2100': 'period-year-out-of-range',
      '0000-00-00': 'period-year-out-of-range',
      'komende 500 jaar': 'period-year-out-of-range',
      'winter 2099': 'period-year-out-of-range',
    },
  ],
])('%s', (_, examples) => {
  test.each(Object.entries(examples))('%s: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

test('a period that is running without a year is this one, also across new year', () => {
  const january = Temporal.PlainDate.from('2027-01-20');
  expect(parsePeriod('nov-feb', january)).toMatchObject({ start: '2026-11-01', end: '2027-02-28' });
  expect(parsePeriod('winter', january)).toMatchObject({ start: '2026-12-01' });
  expect(parsePeriod('januari', january)).toMatchObject({ start: '2027-01-01' });
});

test('a problem keeps the text that was given', () => {
  expect(parsePeriod('Straks, ooit', today)).toEqual({
    type: 'problem',
    code: 'period-not-understood',
    text: 'Straks, ooit',
  });
});

describe('for any input', () => {
  const words = [
    ..."van tot t/m - / .. . en 11 31 2027 2100 99 0 1e 9999 ' 29 feb okt november mei week q4 53".split(' '),
    ...'vanaf sinds tussen maandag vr zomer winter helft half eerste eind begin de the of in over ago'.split(
      ' ',
    ),
    ...'dit deze volgende next komend komende vorig last afgelopen een twee'.split(' '),
    ...'eerste laatste vijfde week month half year 6'.split(' '),
    ...'dagen weken maand months kwartaal jaar years weekend vandaag geleden'.split(' '),
  ];
  const pieces = fc.constantFrom(...words);
  const sentence = fc
    .array(pieces, { maxLength: 12 })
    .chain((words) => fc.constantFrom(words.join(' '), words.join('')));

  test('nothing throws, and a period never ends before it starts', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), sentence), anyDate, (text, day) => {
        const outcome = parsePeriod(text, day);
        if (outcome.type === 'problem') {
          expect(outcome.text).toBe(text);
          return;
        }
        expect(outcome.start <= outcome.end).toBe(true);
        expect(outcome.start >= '2000-01-01' && outcome.end <= '2099-12-31').toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('no pair of words throws either', () => {
    for (const one of words) for (const other of words) expect(read(`${one} ${other}`)).toMatch(/^[2p]/);
  });

  test('a long text of nested words is refused in no time', () => {
    expect(read('the end of '.repeat(18))).toBe('period-not-understood');
    expect(read('okt '.repeat(1_000))).toBe('period-not-understood');
  });

  test('a period written in either tongue reads back as itself', () => {
    fc.assert(
      fc.property(anyPeriod, anyDate, fc.constantFrom('nl', 'en'), (period, day, locale) => {
        const expected = { type: 'period', ...period };
        expect(parsePeriod(formatPeriod(period, locale), day)).toEqual(expected);
        expect(parsePeriod(formatPeriodWithDays(period, locale), day)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('ISO dates read back as themselves', () => {
    fc.assert(
      fc.property(anyPeriod, anyDate, ({ start, end }, day) => {
        expect(parsePeriod(start, day)).toEqual({ type: 'period', start, end: start });
        expect(parsePeriod(`${start}..${end}`, day)).toEqual({ type: 'period', start, end });
        expect(parsePeriod(`${start}/${end}`, day)).toEqual({ type: 'period', start, end });
      }),
    );
  });
});
