const ESC = String.fromCharCode(0x1b);
const BEL = String.fromCharCode(0x07);
const CSI = String.fromCharCode(0x9b);

/** Terminal sequences go as a whole, so that no `[31m` stays behind as text. */
const ANSI = new RegExp(
  `(?:${ESC}\\[|${CSI})[0-?]*[ -/]*[@-~]|${ESC}\\][^${BEL}${ESC}\\n]*(?:${BEL}|${ESC}\\\\)|${ESC}[ -/]*[0-~]`,
  'g',
);
const LINE_BREAKS = /\r\n?|\v|\f|\u0085|\u2028|\u2029/g;
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const CONTROLS = /[^\P{Cc}\n]|[\uFEFF\uFFF9-\uFFFB]/gu;

/**
 * User text without control characters (line breaks stay), terminal sequences, bidi controls and
 * broken surrogates: none of them is ever meant, and each can make text look like what it is not.
 */
export function cleanText(text: string): string {
  return text
    .replaceAll(ANSI, '')
    .replaceAll(LINE_BREAKS, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(CONTROLS, '')
    .replaceAll(BIDI_CONTROLS, '')
    .toWellFormed();
}

/** The same on one line, for titles, labels and cells. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ').trim();
}
