/**
 * Words of the field in the other tongue, for the many records that are in Dutch alone. Terms of the taxonomy have
 * their English names themselves; these are the plain words around them. Folded.
 */
const PAIRS: readonly (readonly [english: string, dutch: string])[] = [
  ['ministry', 'ministerie'],
  ['justice', 'justitie'],
  ['security', 'veiligheid'],
  ['safety', 'veiligheid'],
  ['economic', 'economische'],
  ['affairs', 'zaken'],
  ['finance', 'financien'],
  ['interior', 'binnenlandse'],
  ['police', 'politie'],
  ['prosecution', 'openbaar ministerie'],
  ['municipality', 'gemeente'],
  ['municipalities', 'gemeenten'],
  ['library', 'bibliotheek'],
  ['government', 'overheid'],
  ['insurers', 'verzekeraars'],
  ['elderly', 'ouderen'],
  ['victim', 'slachtoffer'],
  ['support', 'hulp'],
  ['student', 'studenten'],
  ['children', 'kinderen'],
  ['newsletter', 'nieuwsbrief'],
  ['data', 'gegevens'],
  ['sharing', 'deling'],
  ['exchange', 'uitwisseling'],
  ['legal', 'juridisch'],
  ['framework', 'kader'],
  ['research', 'onderzoek'],
  ['interventions', 'interventies'],
  ['barrier', 'barriere'],
  ['recovery of damage', 'schadeverhaal'],
  ['damage', 'schade'],
  ['referral', 'doorverwijzing'],
  ['prevention', 'preventie'],
  ['resilience', 'weerbaarheid'],
  ['perpetrators', 'daders'],
  ['month', 'maand'],
  ['fair', 'beurs'],
  ['jewellery', 'sieraden'],
  ['account', 'rekening'],
  ['phone', 'telefoon'],
  ['letter', 'brief'],
  ['lessons', 'lessen'],
  ['costs', 'kosten'],
];

const OTHERS = new Map<string, string[]>();
for (const [english, dutch] of PAIRS) {
  OTHERS.set(english, [...(OTHERS.get(english) ?? []), dutch]);
  OTHERS.set(dutch, [...(OTHERS.get(dutch) ?? []), english]);
}

/** The same word in the other tongue; none for words that are not known. */
export function translationsOf(word: string): readonly string[] {
  return OTHERS.get(word) ?? OTHERS.get(word.replace(/s$/, '')) ?? [];
}
