import type { Locale } from '../../core/locale.ts';
import type { Id } from '../shared/record.ts';

/** A form or an audience as a row or column; without a name it stands for what names none. */
export interface CountedTerm {
  id: string;
  name: Readonly<Record<Locale, string>> | undefined;
  /** Whether it is part of the term above it. */
  isPart: boolean;
}

/** Stands for campaigns that name no form, or no audience. */
export const NO_TERM: CountedTerm = { id: '', name: undefined, isPart: false };

interface Term {
  id: Id;
  name: Readonly<Record<Locale, string>>;
  partOf?: Id | undefined;
}

/** The terms by name, each part under what it is part of; with `only` those, and their parts. */
export function inOrder<T extends Term>(terms: readonly T[], only: readonly Id[]): CountedTerm[] {
  const sorted = terms.toSorted((a, b) => a.name.nl.localeCompare(b.name.nl, 'nl'));
  const wanted = only.length > 0 ? sorted.filter(({ id }) => only.includes(id)) : sorted.filter(isWhole);
  const seen = new Set<string>();
  const add = (term: T, isPart: boolean): CountedTerm[] => {
    if (seen.has(term.id)) return [];
    seen.add(term.id);
    const parts = sorted.filter(({ partOf }) => partOf === term.id);
    return [{ id: term.id, name: term.name, isPart }, ...parts.flatMap((part) => add(part, true))];
  };
  return wanted.flatMap((term) => add(term, false));

  function isWhole({ partOf }: T): boolean {
    return partOf === undefined || !terms.some(({ id }) => id === partOf);
  }
}
