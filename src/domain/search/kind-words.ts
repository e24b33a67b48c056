import type { Kind } from '../shared/record.ts';

/** What words in a question say about the kind of record that is meant. */
export interface KindCue {
  kinds: readonly Kind[];
  /** The word names the kind, so that only that kind is looked through; else it is only put first. */
  names: boolean;
}

type Cue = readonly [words: string, cue: KindCue];

const named = (words: string, ...kinds: Kind[]): Cue => [words, { kinds, names: true }];
const hinted = (words: string, ...kinds: Kind[]): Cue => [words, { kinds, names: false }];

/** Folded words with their kinds; phrases before the words that they hold, for the first one that fits counts. */
const CUES: readonly Cue[] = [
  hinted('wat te doen', 'guide'),
  hinted('wat moet ik doen', 'guide'),
  hinted('wat nu', 'guide'),
  hinted('what to do', 'guide'),
  hinted('what should i do', 'guide'),
  hinted('eerste stappen', 'guide'),
  hinted('first steps', 'guide'),
  hinted('stappen', 'guide'),
  hinted('steps', 'guide'),
  hinted('hulp bij', 'guide', 'helppoint'),
  hinted('hulp voor', 'guide', 'helppoint'),
  hinted('help with', 'guide', 'helppoint'),
  hinted('waar meld ik', 'helppoint', 'guide'),
  hinted('waar melden', 'helppoint', 'guide'),
  hinted('where to report', 'helppoint', 'guide'),
  hinted('report', 'helppoint', 'guide'),
  hinted('wie bel ik', 'helppoint', 'contact'),
  hinted('wie bellen', 'helppoint', 'contact'),
  hinted('who to call', 'helppoint', 'contact'),
  hinted('wat werkt', 'practice'),
  hinted('what works', 'practice'),
  hinted('bewijs', 'practice'),
  hinted('evidence', 'practice'),
  named('best practices', 'practice'),
  named('best practice', 'practice'),
  named('praktijk', 'practice'),
  named('praktijken', 'practice'),
  named('aanpak', 'practice'),
  named('aanpakken', 'practice'),
  named('practice', 'practice'),
  named('practices', 'practice'),
  named('meldpunt', 'helppoint'),
  named('meldpunten', 'helppoint'),
  named('help point', 'helppoint'),
  named('help points', 'helppoint'),
  named('signaal', 'signal'),
  named('signalen', 'signal'),
  named('signal', 'signal'),
  named('signals', 'signal'),
  named('evaluatie', 'evaluation'),
  named('evaluaties', 'evaluation'),
  named('evaluation', 'evaluation'),
  named('evaluations', 'evaluation'),
  named('geleerde lessen', 'evaluation'),
  named('lessen', 'evaluation'),
  named('lessons learned', 'evaluation'),
  named('lessons', 'evaluation'),
  named('contact', 'contact'),
  named('contacten', 'contact'),
  named('contactpersoon', 'contact'),
  named('contactpersonen', 'contact'),
  named('contacts', 'contact'),
  named('campagne', 'campaign'),
  named('campagnes', 'campaign'),
  named('campaign', 'campaign'),
  named('campaigns', 'campaign'),
  named('actie', 'action'),
  named('acties', 'action'),
  named('action', 'action'),
  named('actions', 'action'),
  named('organisatie', 'organisation'),
  named('organisaties', 'organisation'),
  named('organisation', 'organisation'),
  named('organisations', 'organisation'),
];

const BY_LENGTH = CUES.toSorted(([a], [b]) => b.split(' ').length - a.split(' ').length);

/** The cue that stands at this place among folded words, and how many words it takes. */
export function kindCueAt(
  words: readonly string[],
  at: number,
): { cue: KindCue; length: number } | undefined {
  for (const [phrase, cue] of BY_LENGTH) {
    const length = phrase.split(' ').length;
    if (words.slice(at, at + length).join(' ') === phrase) return { cue, length };
  }
  return undefined;
}

/** Every single word that names a kind: what compounds such as "seniorencampagne" may end in. */
export const KIND_WORDS: readonly string[] = CUES.map(([words]) => words).filter(
  (words) => !words.includes(' '),
);
