import type { FieldValue } from '../../src/command/command.ts';
import { choice, optional, paragraph, refs, text } from '../../src/command/fields.ts';
import type { PracticeContent } from '../../src/domain/practice/content.ts';
import type { Evidence } from '../../src/domain/practice/practice.ts';
import { parseSources, sourceLines } from '../../src/domain/practice/source-lines.ts';
import type { Id } from '../../src/domain/shared/record.ts';

const LEVELS = ['A', 'B', 'C', 'D', 'X'] as const;
const SEEN_BY = { openbaar: 'public', partners: 'partners' } as const;

export const titleField = () => text({ names: ['title', 'naam', 'name'], positional: true, shared: true });
export const adviceField = () => paragraph({ names: ['advice', 'les', 'lesson'], shared: true });
export const evidenceField = () => choice(LEVELS, { names: ['evidence', 'niveau'] });
export const sourceField = () => paragraph({ names: ['source', 'bronnen', 'sources'], shared: true });

/** What a practice says beside that, shared by `praktijk` and `herzie`; all of it may be left out. */
export const moreFields = {
  deelbewijs: optional(choice(LEVELS, { names: ['part-evidence'] })),
  bewijsnoot: optional(paragraph({ names: ['evidence-note'], shared: true })),
  vorm: optional(refs('form', { names: ['form', 'fraudevorm'] })),
  doelgroep: optional(refs('audience', { names: ['audience', 'doelgroepen'] })),
  onderwerp: optional(refs('topic', { names: ['topic'] })),
  zichtbaar: optional(choice(['openbaar', 'partners'], { names: ['visible', 'visibility'] })),
  'titel-engels': optional(text({ names: ['title-en', 'english-title'], shared: true })),
  'advies-engels': optional(paragraph({ names: ['advice-en', 'english-advice'], shared: true })),
};

/** What was given; what is missing stays as it was. */
export interface PracticeArgs {
  titel?: string | undefined;
  advies?: string | undefined;
  bewijs?: Evidence | undefined;
  deelbewijs?: Evidence | undefined;
  bewijsnoot?: string | undefined;
  bron?: string | undefined;
  vorm?: Id<'form'>[] | undefined;
  doelgroep?: Id<'audience'>[] | undefined;
  onderwerp?: Id<'topic'>[] | undefined;
  zichtbaar?: keyof typeof SEEN_BY | undefined;
  'titel-engels'?: string | undefined;
  'advies-engels'?: string | undefined;
}

const NOTHING: PracticeContent = {
  title: { nl: '', en: '' },
  advice: { nl: '', en: '' },
  evidence: ['D'],
  forms: [],
  audiences: [],
  topics: [],
  sources: [],
  publishFor: 'public',
};

/**
 * The content that the arguments make over what there was. Without English the Dutch stands there too: also when the
 * Dutch was changed and the English was not looked at, since a wrong translation is worse than none.
 */
export function practiceContent(
  args: PracticeArgs,
  old: PracticeContent = NOTHING,
  emptied: ReadonlySet<string> = new Set(),
): PracticeContent {
  const { evidenceNote: oldNote, ...kept } = old;
  const note = args.bewijsnoot ?? (emptied.has('bewijsnoot') ? undefined : oldNote?.nl);
  return {
    ...kept,
    title: inBoth(old.title, args.titel, args['titel-engels'], emptied.has('titel-engels')),
    advice: inBoth(old.advice, args.advies, args['advies-engels'], emptied.has('advies-engels')),
    evidence: evidenceFrom(args, old, emptied),
    ...(note ? { evidenceNote: note === oldNote?.nl ? oldNote : { nl: note, en: note } } : {}),
    forms: args.vorm ?? (emptied.has('vorm') ? [] : old.forms),
    audiences: args.doelgroep ?? (emptied.has('doelgroep') ? [] : old.audiences),
    topics: args.onderwerp ?? (emptied.has('onderwerp') ? [] : old.topics),
    sources: args.bron ? parseSources(args.bron, old.sources) : old.sources,
    ...(args.zichtbaar ? { publishFor: SEEN_BY[args.zichtbaar] } : {}),
  };
}

/** The content as the form shows it: the way back. */
export function practiceAsTyped(content: PracticeContent): Record<string, FieldValue> {
  const { title, advice, evidence, evidenceNote, publishFor = 'public' } = content;
  const values: Record<string, FieldValue | undefined> = {
    titel: title.nl,
    advies: advice.nl,
    bewijs: evidence[0],
    deelbewijs: evidence[1],
    bewijsnoot: evidenceNote?.nl,
    bron: sourceLines(content.sources),
    vorm: content.forms,
    doelgroep: content.audiences,
    onderwerp: content.topics,
    zichtbaar: Object.entries(SEEN_BY).find(([, value]) => value === publishFor)?.[0],
    'titel-engels': title.en === title.nl ? undefined : title.en,
    'advies-engels': advice.en === advice.nl ? undefined : advice.en,
  };
  const filled = Object.entries(values).filter(
    (pair): pair is [string, FieldValue] => pair[1] !== undefined && pair[1].length > 0,
  );
  return Object.fromEntries(filled);
}

function inBoth(
  old: PracticeContent['title'],
  nl: string | undefined,
  en: string | undefined,
  isEmptied: boolean,
): PracticeContent['title'] {
  const dutch = nl ?? old.nl;
  if (en) return { nl: dutch, en };
  return isEmptied || dutch !== old.nl ? { nl: dutch, en: dutch } : old;
}

function evidenceFrom(
  { bewijs, deelbewijs }: PracticeArgs,
  old: PracticeContent,
  emptied: ReadonlySet<string>,
): Evidence[] {
  const first = bewijs ?? old.evidence[0] ?? 'D';
  const isOther = bewijs !== undefined && bewijs !== old.evidence[0];
  const second = deelbewijs ?? (emptied.has('deelbewijs') || isOther ? undefined : old.evidence[1]);
  return second && second !== first ? [first, second] : [first];
}
