/**
 * Simple inflection, for a handful of domain words rather than for all of Dutch: plurals, diminutives and the -e of
 * adjectives. Two words are one when their stems are equal. Words are folded: lower case, no accents.
 */

const DUTCH_IRREGULAR: Readonly<Record<string, string>> = { kinderen: 'kind', leden: 'lid', steden: 'stad' };
/** Shorter words are left alone: too much of them would go. */
const SHORTEST = 4;

/** The part of a Dutch word that its plural, its diminutive and its adjective's form with -e have in common. */
export function dutchStem(word: string): string {
  const irregular = DUTCH_IRREGULAR[word];
  if (irregular) return irregular;
  const plain = word.replace(/['’]s$/, 's');
  if (plain.length < SHORTEST) return plain;
  const small = /^(.{3,}?)(?:etje|tje|pje|je)s?$/.exec(plain)?.[1];
  if (small) return hardened(small);
  // "Ouderen" is the plural of "oudere": after -er no plural ends in -en.
  if (/er(?:e|en)$/.test(plain)) return plain.replace(/n$/, '');
  const open = /^(.{3,})en?$/.exec(plain)?.[1];
  if (open && !plain.endsWith('ie')) return hardened(lengthened(open));
  if (hasPluralS(plain)) return dutchStem(plain.slice(0, -1));
  return plain;
}

/** The part of an English word that its singular and plural have in common. */
export function englishStem(word: string): string {
  const plain = word.replace(/['’]s$/, '');
  if (plain.length < SHORTEST) return plain;
  if (/ies$/.test(plain)) return `${plain.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(plain)) return plain.slice(0, -2);
  const singular = /^.{3,}[^suia]s$/.test(plain) ? plain.slice(0, -1) : plain;
  // "Measuring", "measured" and "measure"; shorter ones are too often other words.
  return /^(.{6,})(?:ing|ed|e)$/.exec(singular)?.[1] ?? singular;
}

/** Whether two folded words are forms of one word, in either tongue. */
export function sameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [stemsOf(one), stemsOf(other)];
  return a.dutch === b.dutch || a.english === b.english;
}

interface Stems {
  dutch: string;
  english: string;
}

/** The words of texts come back again and again. */
const MOST_KEPT = 5_000;
const kept = new Map<string, Stems>();

function stemsOf(word: string): Stems {
  const known = kept.get(word);
  if (known) return known;
  const stems = { dutch: dutchStem(word), english: englishStem(word) };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(word, stems);
  return stems;
}

/** Shorter beginnings are in too many words. */
const SHORTEST_ROOT = 5;

/** The same as one beginning where that is long enough: one thing to look for is faster than two. */
export function rootsOf(word: string): string[] {
  const forms = formsOf(word);
  const [first = word, ...others] = forms;
  let length = first.length;
  for (const other of others) while (length > 0 && !other.startsWith(first.slice(0, length))) length--;
  return others.length > 0 && length >= SHORTEST_ROOT ? [first.slice(0, length)] : forms;
}

/**
 * What to look for so that a word is found in all its forms by who looks for parts of words: as few as possible,
 * each of at least three letters.
 */
export function formsOf(word: string): string[] {
  const dutch = dutchStem(word);
  const english = [englishStem(word), word.replace(/([^aeiou])y$/, '$1ies')];
  const all = [word, dutch, ...english, shortened(dutch), softened(dutch)];
  const long = [...new Set(all)].filter((form) => form.length >= 3 && (form.length > 3 || word.length === 3));
  return long.filter((form) => !long.some((other) => other !== form && form.includes(other)));
}

/** The plural -s comes after a weak ending, a vowel, or in a word from English ("trends", "experts"). */
function hasPluralS(word: string): boolean {
  if (word.length < 5 || !word.endsWith('s')) return false;
  return /(?:e|ie|[ao]|.{2}e[lrnm]|[^aeiou]t|[pkdmg])s$/.test(word);
}

/** "Aanpakk(en)" is "aanpak", and "signal(en)" is "signaal". A weak -el, -en or -er stays short. */
function lengthened(open: string): string {
  if (/([^aeiou])\1$/.test(open)) return open.slice(0, -1);
  const [, before, vowel, last] = /^(.*[^aeiou])([aeou])([^aeiou])$/.exec(open) ?? [];
  if (before === undefined || !vowel || !last || /e[lnr]$/.test(open)) return open;
  return `${before}${vowel}${vowel}${last}`;
}

/** "Briev(en)" is "brief", and "huiz(en)" is "huis". */
function hardened(stem: string): string {
  return stem.replace(/v$/, 'f').replace(/z$/, 's');
}

/** "Signaal" as it begins "signalen". */
function shortened(stem: string): string {
  return stem
    .replace(/([aeou])\1([^aeiou])$/, '$1$2')
    .replace(/([aeiou])f$/, '$1v')
    .replace(/([aeiou])s$/, '$1z');
}

/** "Brief" as it begins "brieven". */
function softened(stem: string): string {
  return stem.replace(/([aeioulr])f$/, '$1v').replace(/([aeioulrn])s$/, '$1z');
}
