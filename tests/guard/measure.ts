import { readFileSync } from 'node:fs';
import { PERSONAL_KINDS, type PersonalKind } from '../../src/domain/shared/personal-data/span.ts';
import { personalDataIn } from '../../src/domain/shared/personal-data.ts';

export interface Labelled {
  text: string;
  kinds: ReadonlySet<string>;
}

/** How often the guard was right on the labelled texts; each text counts once for each kind that is or was found in it. */
export interface Score {
  right: number;
  wrong: number;
  missed: number;
}

/** The labelled texts: a line each, its kinds, " | " and the text. */
export function labelledTexts(): Labelled[] {
  const lines = readFileSync(new URL('labelled-texts.txt', import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const at = line.indexOf(' | ');
      const kinds = line.slice(0, at).split(',');
      return { text: line.slice(at + 3), kinds: new Set(kinds.filter((kind) => kind !== '-')) };
    });
}

/** The score per kind, and what was wrong or missed in words. */
export function measure(texts: readonly Labelled[]): { scores: Map<PersonalKind, Score>; faults: string[] } {
  const scores = new Map<PersonalKind, Score>(
    PERSONAL_KINDS.map((kind) => [kind, { right: 0, wrong: 0, missed: 0 }]),
  );
  const faults: string[] = [];
  for (const { text, kinds } of texts) {
    const found = new Set<string>(personalDataIn(text).map(({ kind }) => kind));
    for (const [kind, score] of scores) {
      if (kinds.has(kind) && found.has(kind)) score.right++;
      else if (found.has(kind)) score.wrong++;
      else if (kinds.has(kind)) score.missed++;
      if (kinds.has(kind) !== found.has(kind))
        faults.push(`${found.has(kind) ? 'not a' : 'missed'} ${kind}: ${text}`);
    }
  }
  return { scores, faults };
}

/** The scores of several kinds as one. */
export function together(scores: Iterable<Score>): Score {
  const sum = { right: 0, wrong: 0, missed: 0 };
  for (const one of scores) {
    sum.right += one.right;
    sum.wrong += one.wrong;
    sum.missed += one.missed;
  }
  return sum;
}

/** The part of what was found that is right; of nothing, all. */
export function precision({ right, wrong }: Score): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

/** The part of what is there that was found; of nothing, all. */
export function recall({ right, missed }: Score): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}
