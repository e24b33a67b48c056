import type { Span } from './span.ts';

/** A text as the guard reads it: of each sign, where it stood in the text itself. */
export interface PlainForm {
  plain: string;
  at: readonly number[];
  length: number;
}

/** Stands in the place of what was found, so that it is found once; no pattern knows it. */
const GONE = '\uFFFC';
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/;
const SPACE = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/;
const DASH = /[\u2010-\u2015\u2212\uFE58\uFE63]/;
const APOSTROPHE = /[\u2018\u2019\u02BC\u0060\u00B4]/;

/**
 * Without invisible signs, and with the ordinary sign for every kind of space, dash, apostrophe, and letter or
 * digit of full width: "０６–１２…" is a telephone number too.
 */
export function plainForm(text: string): PlainForm {
  let plain = '';
  const at: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const sign = text.charAt(index);
    if (INVISIBLE.test(sign)) continue;
    plain += ordinary(sign);
    at.push(index);
  }
  return { plain, at, length: text.length };
}

/** Where a part of the plain form stands in the text itself. */
export function originalSpan({ at, length }: PlainForm, { start, end }: Span): Span {
  return { start: at[start] ?? length, end: (at[end - 1] ?? length - 1) + 1 };
}

/** The text with these parts made unreadable, at the same length. */
export function blank(plain: string, spans: readonly Span[]): string {
  let at = 0;
  let left = '';
  for (const { start, end } of spans) {
    left += plain.slice(at, start) + GONE.repeat(end - start);
    at = end;
  }
  return left + plain.slice(at);
}

function ordinary(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code < 0x80 && sign !== '\t' && sign !== '`') return sign;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (SPACE.test(sign)) return ' ';
  if (DASH.test(sign)) return '-';
  return APOSTROPHE.test(sign) ? "'" : sign;
}
