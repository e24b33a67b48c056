import { isDeepStrictEqual } from 'node:util';
import type { Practice } from './practice.ts';

/** What a practice says, apart from where it stands: what a proposal brings, and what a new version replaces. */
export type PracticeContent = Pick<
  Practice,
  | 'title'
  | 'advice'
  | 'evidence'
  | 'evidenceNote'
  | 'forms'
  | 'audiences'
  | 'topics'
  | 'sources'
  | 'publishFor'
>;

/** The content of a practice; of a published one, who may see it is what it was published for. */
export function contentOfPractice(practice: Practice): PracticeContent {
  const { title, advice, evidence, evidenceNote, forms, audiences, topics, sources } = practice;
  const seenBy = practice.visibility === 'partners' ? 'partners' : 'public';
  const publishFor = wasPublished(practice) ? seenBy : (practice.publishFor ?? 'public');
  return {
    ...{ title, advice, evidence, forms, audiences, topics, sources, publishFor },
    ...(evidenceNote ? { evidenceNote } : {}),
  };
}

/** Whether two contents say the same; on which day a source was looked at says nothing. */
export function saysTheSame(one: PracticeContent, other: PracticeContent): boolean {
  return isDeepStrictEqual(plain(one), plain(other));
}

/** What a proposal of a new version says, and what it was written over. */
export interface Written {
  /** The practice as it was when the proposal was written. */
  over: PracticeContent;
  /** The proposal before it was improved, and as it was improved. */
  before: PracticeContent;
  improved: PracticeContent;
}

/**
 * An improved proposal, laid anew over the practice as it is by now. What others changed meanwhile stays theirs,
 * unless whoever improved the proposal wrote that same part anew; what nobody else changed stays the proposal's.
 */
export function laidAnew({ over, before, improved }: Written, now: PracticeContent): PracticeContent {
  const differs = (field: keyof PracticeContent, one: PracticeContent, other: PracticeContent): boolean =>
    !saysTheSame({ ...one, [field]: other[field] }, one);
  const fields = [...new Set([...Object.keys(improved), ...Object.keys(over)])] as (keyof PracticeContent)[];
  const own = fields.filter(
    (field) =>
      differs(field, improved, over) && (differs(field, improved, before) || !differs(field, now, over)),
  );
  return { ...now, ...Object.fromEntries(own.map((field) => [field, improved[field]])) };
}

/** The texts without days; an absent and an undefined field are the same. */
function plain(content: PracticeContent): unknown {
  const sources = content.sources.map(({ text, url }) => ({ text, url }));
  return JSON.parse(JSON.stringify({ ...content, sources }));
}

/**
 * Whether it stands or stood on the shelf under its own name. A proposal that was taken back never did: it has no
 * number, or that of the practice that it was to revise, and is its organisation's only.
 */
export function wasPublished({ state, key, revises, visibility }: Practice): boolean {
  if (state === 'published') return true;
  return state === 'withdrawn' && key !== undefined && !revises && visibility !== 'organisation';
}

/** Whether a proposal is done with and was not published under its own name: taken in, declined or taken back. */
export function isHandled(practice: Practice): boolean {
  return !isOpen(practice) && !wasPublished(practice);
}

/** Whether a proposal can still be decided on or improved. */
export function isOpen({ state }: Pick<Practice, 'state'>): boolean {
  return state === 'draft' || state === 'in-review' || state === 'changes-asked';
}
