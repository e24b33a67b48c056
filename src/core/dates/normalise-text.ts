import { foldText } from '../ids.ts';

const OTHER_YEARS: Readonly<Record<string, number>> = {
  dit: 0,
  this: 0,
  volgend: 1,
  komend: 1,
  next: 1,
  coming: 1,
  vorig: -1,
  afgelopen: -1,
  last: -1,
};

/**
 * Writes a text about dates in one way, so that the patterns stay short: folded to lower case, one kind of
 * dash, no commas or dots after words, "tot en met" as "t/m", "4e" as "4", "volgend jaar" as the year.
 */
export function normaliseText(text: string, today: Temporal.PlainDate): string {
  return foldText(text)
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/['’](\d\d)\b/g, '20$1')
    .replaceAll(/[?!()"'“”‘’,;]/g, ' ')
    .replaceAll(/\bt\.? ?[/.] ?m\b\.?/g, ' t/m ')
    .replaceAll(/\btot (?:en|&) met\b|\btm\b/g, ' t/m ')
    .replaceAll(/(?<=[a-z])\.(?!\.)/g, ' ')
    .replaceAll(/\b(\d{1,2})(?:ste|st|nd|rd|th|de|e)\b/g, '$1')
    .replaceAll(/\b([a-z]+) (?:jaar|year)\b/g, (whole, word: string) => {
      const shift = OTHER_YEARS[word];
      return shift === undefined || !Object.hasOwn(OTHER_YEARS, word) ? whole : String(today.year + shift);
    })
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');
}
