import { Refusal } from '../core/errors.ts';

/** What someone typed, taken apart: the first word, then words, `name:value` pairs and `--flags`. */
export interface Typed {
  word: string;
  words: string[];
  named: { name: string; value: string }[];
  flags: string[];
}

/** More than any sensible command; longer texts belong in a form. */
const MAX_LENGTH = 20_000;

interface Token {
  text: string;
  /** The part before a colon that stood outside quotes, and where its value starts. */
  name: string | undefined;
  quoted: boolean;
}

/**
 * Reads a command line. Quotes ("..." or '...' at the start of a word or value) keep words together; inside
 * double quotes \" and \\ stand for themselves. Refuses an unclosed quote and a text that is too long.
 */
export function parseCommandLine(line: string): Typed {
  if (line.length > MAX_LENGTH) throw new Refusal('text-too-long', { max: MAX_LENGTH });
  const tokens = tokenise(straightQuotes(line));
  const [first, ...rest] = tokens;
  const typed: Typed = {
    word: (first?.text ?? '').replace(/^\//, '').toLowerCase(),
    words: [],
    named: [],
    flags: [],
  };
  for (const token of rest) {
    if (token.name !== undefined) typed.named.push({ name: token.name.toLowerCase(), value: token.text });
    else if (!token.quoted && /^(--|—)./.test(token.text)) addFlag(typed, token.text.replace(/^(--|—)/, ''));
    else typed.words.push(token.text);
  }
  return typed;
}

/** Telephones turn straight quotes into curly ones. */
function straightQuotes(line: string): string {
  return line.replaceAll(/[“”„]/g, '"').replaceAll(/[‘’](?=\s|$)|(?<=^|[\s:])[‘’]/g, "'");
}

function addFlag(typed: Typed, flag: string): void {
  const [name = '', value] = flag.split(/[:=](.*)/s);
  if (value === undefined) typed.flags.push(name.toLowerCase());
  else typed.named.push({ name: name.toLowerCase(), value });
}

function tokenise(line: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line[at] as string)) {
      at++;
      continue;
    }
    const name = /^(\p{L}[\p{L}\d-]*):(?!\/\/)/u.exec(line.slice(at, at + 60));
    if (name) at += name[0].length;
    const [text, end, quoted] = readValue(line, at);
    tokens.push({ text, name: name?.[1], quoted });
    at = end;
  }
  return tokens;
}

function readValue(line: string, start: number): [text: string, end: number, quoted: boolean] {
  const quote = line[start];
  if (quote !== '"' && quote !== "'") {
    const [word = ''] = /^\S*/.exec(line.slice(start)) ?? [];
    return [word, start + word.length, false];
  }
  let text = '';
  for (let at = start + 1; at < line.length; at++) {
    const letter = line[at] as string;
    if (letter === quote) return [text, at + 1, true];
    const next = line[at + 1];
    if (quote === '"' && letter === '\\' && (next === '"' || next === '\\')) {
      text += next;
      at++;
    } else text += letter;
  }
  throw new Refusal('quote-not-closed', { quote });
}
