import { foldText } from '../../core/ids.ts';
import { namesOf } from '../names.ts';
import type { Group, Organisation } from '../organisation/organisation.ts';
import type { Party } from './plan.ts';

/** Reads a cell of leads or partners. */
export type PartyReader = (text: string) => Party[];

const LONGEST = 200;

/**
 * Makes a reader that knows these organisations and groups by every name, former name and spelling. What
 * it does not know stays words, so that nobody is made a lead by a guess.
 */
export function partyReader(known: readonly (Organisation | Group)[]): PartyReader {
  const byName = new Map<string, Set<Party>>();
  for (const record of known)
    for (const name of [record.id, ...namesOf(record)]) {
      const key = partyKey(name);
      byName.set(key, (byName.get(key) ?? new Set<Party>()).add(record.id));
    }
  const find = (text: string): Party | undefined => {
    const found = byName.get(partyKey(text));
    return found?.size === 1 ? [...found][0] : undefined;
  };
  return (text) => {
    const parties = splitOutside(text).flatMap((piece) => readPiece(piece, find));
    return [...new Map(parties.map((party) => [JSON.stringify(party), party])).values()];
  };
}

function readPiece(piece: string, find: (text: string) => Party | undefined): Party[] {
  const whole = find(piece) ?? find(piece.replaceAll(/\([^)]*\)/g, ''));
  if (whole) return [whole];
  const parts = piece.split(/\s+(?:en|and|&)\s+|\s*\/\s*/).map((part) => part.trim());
  const read = parts.map((part) => find(part));
  // Words that name nobody are left as they were written, not cut up at each "en".
  if (read.every((party) => party === undefined)) return [words(piece)];
  return parts.map((part, index) => read[index] ?? words(part));
}

function words(written: string): Party {
  const text = written.replace(/\.$/, '');
  return { text: text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text };
}

/** Pieces between commas, semicolons and line ends that do not stand in brackets. */
function splitOutside(text: string): string[] {
  return text
    .split(/[,;\n](?![^(]*\))/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function partyKey(name: string): string {
  return foldText(name)
    .replaceAll(/[\s.]+/g, ' ')
    .replaceAll(/\s*\/\s*/g, '/')
    .trim();
}
