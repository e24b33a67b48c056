export type Locale = 'nl' | 'en';

export const LOCALES: readonly Locale[] = ['nl', 'en'];

/** A text that exists in both tongues, as data files hold it. */
export interface Bilingual {
  nl: string;
  en: string;
}
