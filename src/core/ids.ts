import { randomBytes } from 'node:crypto';

/** Gives a fresh random piece for an id: lower-case letters and digits without look-alikes. */
export type IdSource = () => string;

const ALPHABET = '23456789abcdefghjkmnpqrstvwxyz';

/** Eight characters from 30, drawn by the system's random source: about 39 bits. */
export function randomIds(): IdSource {
  return () => Array.from(randomBytes(8), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** "Week van de Veiligheid 2027" becomes "week-van-de-veiligheid-2027"; at most 60 characters. */
export function slug(text: string): string {
  const plain = foldText(text).replaceAll(/[^a-z0-9]+/g, '-');
  return (
    plain
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60)
      .replace(/-+$/, '') || 'x'
  );
}

/** Lower case without diacritics, for comparing and searching. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
}
