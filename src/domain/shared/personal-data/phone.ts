import { type Span, spansOf } from './span.ts';

/** Ten figures with a nought before, or nine behind +31; the gaps are what people put there. */
const DUTCH =
  /(?<!\d|\d[.,/-]|[A-Z]{2}\d{2}[ .-]?[A-Z]{4}[ .-]?)(?:(?:\+|00)31[ .-]{0,3}(?:\(0\)|0(?=[1-9]))?|0)(?:[ ./()-]{0,3}\d){9}(?!\d)/g;
/** From elsewhere only with its country's code before it: 8 to 15 figures in all (ITU-T E.164). */
const ABROAD = /(?<!\d|\d[.,/-])(?:\+|00)(?!31)[1-9](?:[ ./()-]{0,3}\d){7,14}(?!\d)/g;
/** A day, which with an hour behind it has as many figures as a telephone number. */
const DATE = /^\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d{2}/;
const THOUSANDS = /^\+\d{1,3}(?:[. ]\d{3})+$/;

/**
 * Telephone numbers, of persons and of organisations alike: that of a help point belongs with `meldpunt`, where
 * it is confirmed. Short ones, 0800, 0900 and 14+area pass: nobody has those at home.
 */
export function phones(plain: string): Span[] {
  const isReal = (match: string): boolean => !DATE.test(match) && !THOUSANDS.test(match);
  const dutch = spansOf(plain, DUTCH, isReal);
  const abroad = spansOf(plain, ABROAD, isReal);
  const apart = abroad.filter(
    (one) => !dutch.some((other) => one.start < other.end && other.start < one.end),
  );
  return [...dutch, ...apart].sort((one, other) => one.start - other.start);
}
