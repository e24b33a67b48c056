/** Words that say nothing about what is looked for, in Dutch and English; folded. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  [
    'aan al als bij dan dat de deze die dit door een en er haar heb heeft hebben hem het hier hij hoe hun ik in is',
    'jij je jullie kan kun kunnen maar me met mij mijn moet moeten naar na niet nog nu of om onder ons onze ook op over',
    'per te tegen tot uit van vanuit veel via vd voor waar waarover waarom wat we wel welk welke wie wij wil word worden',
    'wordt zal ze zich zij zijn zo zonder zou zoek zoeken vind vinden toon geef laat iemand iets alle alles gaat doen',
    'a about after all also an and any are as at be been before by can could did do does for from get had has have her',
    'his how i if in into is it its me more my no not of off on one or our out show find search should so some than that',
    'the their them there these they this those to up us was we were what when where which who whom why will with would',
    'you your mensen people',
  ].flatMap((line) => line.split(' ')),
);

/** Whether a folded word only holds a sentence together. */
export function isSmallWord(word: string): boolean {
  return SMALL_WORDS.has(word);
}
