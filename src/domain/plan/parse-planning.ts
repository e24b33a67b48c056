import type { z } from 'zod';
import { foldText } from '../../core/ids.ts';
import type { planning } from './plan.ts';

export type Planning = z.infer<typeof planning>;

const CONTINUOUS = /^(doorlopend|doorlopende actie|continu|permanent|continuous|ongoing)$/;
const ORDINALS = [
  '1e|1ste|eerste|1st|first',
  '2e|2de|tweede|2nd|second',
  '3e|3de|derde|3rd|third',
  '4e|4de|vierde|4th|fourth',
];
const TOKEN = /q[1-4]|20\d{2}|t\/m|-|[a-z]+|\S/g;
const BETWEEN = new Set([',', ';', '/', '+', '&', 'en', 'and', 'van', 'from', 'in']);

/** One quarter as written: its year is filled in once it is known; `range` runs on from the one before. */
interface Written {
  number: number;
  year: number | undefined;
  range: boolean;
}

/**
 * Reads when an action is planned: "Q2 en Q4 2024", "Q4 2024 en Q1 2025", "2e kwartaal 2026", "Q1-Q3 2026",
 * "Doorlopend". A year belongs to the quarters before it that have none yet; quarters that keep none get
 * `firstYear` and `yearStated: false`. Anything else is unclear: it stays words and is doubted.
 */
export function parsePlanning(text: string, firstYear: number): Planning {
  const plain = normalise(text);
  if (CONTINUOUS.test(plain)) return { kind: 'continuous', quarters: [], yearStated: true };
  const written = readTokens(plain);
  if (!written || written.length === 0) return unclear();
  const yearStated = written.every(({ year }) => year !== undefined);
  const quarters = new Set<number>();
  let before: number | undefined;
  for (const { number, year, range } of written) {
    const place = (year ?? firstYear) * 4 + number - 1;
    if (range && (before === undefined || before >= place)) return unclear();
    for (let at = range ? (before as number) : place; at <= place; at++) quarters.add(at);
    before = place;
  }
  const names = [...quarters].sort((a, b) => a - b).map((at) => `${Math.floor(at / 4)}-Q${(at % 4) + 1}`);
  return { kind: 'quarters', quarters: names, yearStated };
}

/** A single quarter, for arguments: "Q2 2026", "2e kwartaal 2026", "2026-Q2". Undefined for anything else. */
export function parseQuarter(text: string): string | undefined {
  const read = parsePlanning(text, 2000);
  return read.yearStated && read.quarters.length === 1 ? read.quarters[0] : undefined;
}

function unclear(): Planning {
  return { kind: 'unclear', quarters: [], yearStated: true };
}

function normalise(text: string): string {
  let plain = foldText(text)
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/tot en met|\bt\.?\/?m\.?(?=\s|$)|\b(?:through|until|to)\b/g, 't/m')
    .replaceAll(/\bkwartaal ([1-4])\b|\bquarter ([1-4])\b|\bk([1-4])\b/g, 'q$1$2$3')
    .trim()
    .replace(/\.$/, '');
  if (/\b(?:kwartaal|quarter)\b/.test(plain))
    for (const [index, words] of ORDINALS.entries())
      plain = plain.replaceAll(
        new RegExp(`\\b(?:${words})\\b(?: (?:kwartaal|quarter)\\b)?`, 'g'),
        `q${index + 1}`,
      );
  return plain.replaceAll(/\b([1-4])q\b/g, 'q$1');
}

/** The quarters in a text of nothing but quarters, years and the words between them; else undefined. */
function readTokens(plain: string): Written[] | undefined {
  const tokens = plain.match(TOKEN) ?? [];
  if (tokens.join('') !== plain.replaceAll(' ', '')) return undefined;
  const yearFirst = /^20\d{2}/.test(plain);
  const written: Written[] = [];
  let year: number | undefined;
  let range = false;
  for (const [index, token] of tokens.entries()) {
    const joins = token === '-' || token === 't/m';
    if (/^q[1-4]$/.test(token)) {
      written.push({ number: Number(token[1]), year: yearFirst ? year : undefined, range });
      range = false;
    } else if (/^20\d{2}$/.test(token)) {
      year = Number(token);
      if (!yearFirst && !giveYear(written, year)) return undefined;
    } else if (joins) {
      const beside = [tokens[index - 1], tokens[index + 1]];
      // In "2026-Q1" and "Q1-2026" the dash only holds the year to its quarter.
      if (!isYear(yearFirst ? beside[0] : beside[1])) range = true;
    } else if (!BETWEEN.has(token)) return undefined;
  }
  return range ? undefined : written;
}

function isYear(token: string | undefined): boolean {
  return token !== undefined && /^20\d{2}$/.test(token);
}

function giveYear(written: Written[], year: number): boolean {
  const waiting = written.filter((one) => one.year === undefined);
  for (const one of waiting) one.year = year;
  return waiting.length > 0;
}
