import type { Text } from '../../reply/reply.ts';
import { cleanLine, cleanText } from '../shared/clean-text.ts';
import { type Run, runs } from '../shared/runs.ts';

/** What formats, links, or starts HTML or an entity, wherever it stands; `|` would end a table's cell. */
const INLINE = /[\\`*_~^[\]<>&|$#]/g;
/** What some readers turn into links by themselves, and what makes an image of a link that follows. */
const BEFORE_LINKS = /\/(?=\/|$)|(?<=w|^)\.|@|!$/gi;
/** What makes a list, quote, rule or table at the start of a line. */
const AT_START = /^(?:[+\-=:]|\d{1,9}(?=[.)]))/;

/** User text in Markdown: whatever it holds, it shows as the words that it is. Line breaks stay. */
export function markdownText(text: Text): string {
  const written = runs(text).map(writeRun).join('');
  return written
    .split('\n')
    .map((line) => escapeStart(line.trim()))
    .join('\n');
}

/** The same on one line, for titles, items and cells. */
export function markdownLine(text: Text): string {
  return markdownText(text)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
}

/** Plain text on one line, escaped; for what has no links or weight. */
export function escapedLine(text: string): string {
  return escapeStart(escapeInline(cleanLine(text)));
}

function writeRun({ text, strong, href }: Run): string {
  const words = cleanText(text);
  if (href) return linkTo(words, href);
  if (!strong || words.trim() === '') return escapeInline(words);
  // White space inside the signs would leave them standing as signs.
  const [, before = '', middle = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
  const lines = middle
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `**${escapeInline(line.trim())}**`));
  return `${before}${lines.join('\n')}${after}`;
}

/** A link that `runs` found safe; one that shows its own address is written shorter. */
function linkTo(text: string, href: string): string {
  const shown = cleanLine(text);
  if (shown === href || `${shown}/` === href) return `<${bracketed(href)}>`;
  return `[${escapeInline(shown)}](<${bracketed(href)}>)`;
}

/** An address for between angle brackets, which hold whatever it holds but themselves. */
export function bracketed(href: string): string {
  return href.replaceAll(/[<>\\\s]/g, (sign) => encodeURIComponent(sign));
}

function escapeInline(text: string): string {
  return text.replaceAll(INLINE, '\\$&').replaceAll(BEFORE_LINKS, '\\$&');
}

function escapeStart(line: string): string {
  const mark = AT_START.exec(line)?.[0];
  if (mark === undefined) return line;
  return /^\d/.test(mark) ? `${mark}\\${line.slice(mark.length)}` : `\\${line}`;
}
