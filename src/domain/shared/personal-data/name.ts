import { fullNames } from './full-name.ts';
import { NOT_NAMES } from './not-names.ts';
import { type Span, spansOf } from './span.ts';

const PARTICLE =
  "(?:[Vv]an|[Dd]e[nr]?|[Tt]e[nr]?|[Hh]et|'[ts]|[Ee]l|[Aa]l|[Bb]en|[Bb]in|[Oo]p|[Ii]n|[Vv]on|[Ll][ae]|[Dd][ui]|[Dd]a|[Dd]os)";
const WORD = "\\p{Lu}(?:'\\p{Lu})?[\\p{Ll}']{1,30}(?:-\\p{Lu}?[\\p{Ll}]{1,30}){0,2}(?![\\p{L}\\p{N}•])";
const INITIALS = '(?:\\p{Lu}(?:[hj])?\\.[ -]?){1,5}';
const LAST = `(?:${PARTICLE} ){0,3}${WORD}`;
const END = '\\p{Lu}\\.(?!\\p{L})';
/** One word is enough, or with initials before it, or with more behind it. */
const NAME = `(?:${INITIALS})?${LAST}(?: (?:${LAST}|${END})){0,3}`;
/** At least two words, an initial and a word, or a word and an initial. */
const FULL = `(?:${INITIALS}${LAST}|${WORD} (?:${LAST}|${END})|${PARTICLE} ${LAST})(?: (?:${LAST}|${END})){0,2}`;

const TITLES =
  '[Mm]evrouw|[Mm]evr\\.?|[Mm]w\\.?|[Mm]eneer|[Mm]ijnheer|(?:[Dd]e )?[Hh]eer|[Dd]hr\\.?|[Hh]r\\.|[Jj]uffrouw|[Ff]amilie|[Ff]am\\.|Mrs?\\.?|Ms\\.?|Miss';
const SAYS =
  '[Mm]ijn naam is|[Mm]y name is|[Ii]k heet|[Hh]ij heet|[Zz]ij heet|[Nn]aam ?:|[Nn]ame ?:|[Hh]aar naam is|[Zz]ijn naam is|(?:man|vrouw|jongen|meisje|dader|persoon|medewerker|beller|slachtoffer) genaamd|(?:man|woman|person|caller) (?:named|called)';
const ROLES =
  '[Ss]lachtoffer|[Aa]angever|[Aa]angeefster|[Gg]etuige|[Dd]ader|[Mm]elder|[Mm]eldster|[Gg]eldezel|[Kk]atvanger|[Rr]ekeninghouder|[Rr]ekeninghoudster|[Bb]egunstigde|[Vv]ictim|[Ss]uspect|[Ww]itness';
const FULL_ONLY =
  "[Vv]erdachte|[Bb]etrokkene|[Cc]ontactpersoon:?|[Ii]k ben|I am|I'm|[Kk]lant|[Cc]li[eë]nte?|[Bb]ewoner|[Bb]ewoonster|[Oo]plichter";
const ACCOUNTS = '[Tt]\\.?n\\.?v\\.?:?|[Tt]en name van|[Oo]p naam van|in the name of|[Aa]ccount holder:?';
const GREETINGS = '[Gg]roet(?:en|jes)?|[Mm]vg|[Hh]oogachtend|[Rr]egards';

/** Behind these one word with a capital is a name; behind the rest only a full one, or it would be half the text. */
const PATTERNS = [
  after(TITLES, NAME),
  after(SAYS, NAME),
  after(`(?:${ROLES}):?`, NAME),
  after(
    ACCOUNTS,
    `(?!(?:de|het|een) )${NAME}(?!(?: [\\p{L}.&-]{1,30}){0,3},? ?(?:B\\.?V|N\\.?V|Bank|Incasso|Holding)(?!\\p{L}))`,
  ),
  after(FULL_ONLY, FULL),
  after(`(?:${GREETINGS})[,.]?`, FULL, '\\s{1,4}'),
];

/** Names where the words before them, or a common first name, say that one comes. Others pass: no list knows them all. */
export function names(plain: string): Span[] {
  const spans = [...PATTERNS.flatMap((pattern) => spansOf(plain, pattern, isName)), ...fullNames(plain)];
  spans.sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: Span[] = [];
  for (const one of spans) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

function after(words: string, name: string, gap = ' {1,2}'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})${gap}(?<what>${name})`, 'gu');
}

function isName(found: string): boolean {
  const words = found.match(/\p{Lu}[\p{L}'-]+/gu) ?? [];
  const said = words.filter((word) => !/^(?:Van|Den?|Der|Te[nr]?|Het|El|Al|Op|In|La|Le)$/.test(word));
  return said.length > 0 && !NOT_NAMES.has((said[0] ?? '').toLowerCase());
}
