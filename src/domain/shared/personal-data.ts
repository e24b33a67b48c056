import { addresses } from './personal-data/address.ts';
import { bsns } from './personal-data/bsn.ts';
import { emails } from './personal-data/email.ts';
import { ibans } from './personal-data/iban.ts';
import { mask } from './personal-data/mask.ts';
import { names } from './personal-data/name.ts';
import { phones } from './personal-data/phone.ts';
import { blank, originalSpan, plainForm } from './personal-data/plain-form.ts';
import { plates } from './personal-data/plate.ts';
import { type Find, type PersonalKind, type Span, spansOf } from './personal-data/span.ts';

export type { PersonalKind } from './personal-data/span.ts';

/** A piece of personal data that does not belong in shared text, and where it was found. */
export interface PersonalData {
  kind: PersonalKind;
  line: number;
  /** What was found with most of it hidden, so that the warning does not spread it. */
  masked: string;
}

interface Found extends Span {
  kind: PersonalKind;
}

/** Web addresses and book numbers are left alone: the figures in them are nobody's number. */
const FIGURES_OF_NOBODY =
  /(?<![\p{L}\p{N}])(?:(?:https?:\/\/|www\.)\S{1,2000}|10\.\d{4,9}\/\S{1,200}|ISBN[ :]{0,3}[\dX -]{1,20})/giu;

/** What is looked for in web addresses too: a mail address or account in a link is somebody's all the same. */
const EVERYWHERE: readonly (readonly [PersonalKind, Find])[] = [
  ['email', emails],
  ['iban', ibans],
];

/** In this order: what one has found, the next does not see. */
const IN_WORDS: readonly (readonly [PersonalKind, Find])[] = [
  ['phone', phones],
  ['bsn', bsns],
  ['plate', plates],
  ['address', addresses],
  ['name', names],
];

/** Hiding one thing can bring two others together; more rounds than this were never needed. */
const MOST_ROUNDS = 4;

/**
 * Finds citizen service numbers, bank accounts, telephone numbers, mail and postal addresses, licence plates
 * and names in obvious patterns, in the order of the text; `allowed` kinds pass. docs/decisions/015 says what
 * else passes, and why. The time it takes is linear in the length of the text: no pattern looks further than
 * a fixed number of signs from where it begins.
 */
export function personalDataIn(text: string, allowed: readonly PersonalKind[] = []): PersonalData[] {
  let line = 1;
  let at = 0;
  return found(text, allowed).map(({ kind, start, end }) => {
    for (; at < start; at++) if (text[at] === '\n') line++;
    return { kind, line, masked: mask(kind, text.slice(start, end)) };
  });
}

/** The same text with what `personalDataIn` finds hidden; in the result it finds nothing more. */
export function withoutPersonalData(text: string, allowed: readonly PersonalKind[] = []): string {
  let hidden = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const spans = found(hidden, allowed);
    if (spans.length === 0) break;
    hidden = withMasks(hidden, spans);
  }
  return hidden;
}

function withMasks(text: string, spans: readonly Found[]): string {
  let at = 0;
  let masked = '';
  for (const { kind, start, end } of spans) {
    masked += text.slice(at, start) + mask(kind, text.slice(start, end));
    at = end;
  }
  return masked + text.slice(at);
}

function found(text: string, allowed: readonly PersonalKind[]): Found[] {
  const form = plainForm(text);
  const spans: Found[] = [];
  let left = form.plain;
  const look = (kind: PersonalKind, find: Find): void => {
    const here = find(left);
    left = blank(left, here);
    if (!allowed.includes(kind)) spans.push(...here.map((span) => ({ kind, ...originalSpan(form, span) })));
  };
  for (const [kind, find] of EVERYWHERE) look(kind, find);
  left = blank(
    left,
    spansOf(left, FIGURES_OF_NOBODY, () => true),
  );
  for (const [kind, find] of IN_WORDS) look(kind, find);
  return spans.sort((one, other) => one.start - other.start);
}
