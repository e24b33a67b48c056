import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cleanLine } from '../shared/clean-text.ts';
import { shorten } from '../shared/split-text.ts';
import { type FontMetrics, readFontMetrics } from './font-metrics.ts';

export const FONT_FAMILY = 'Atkinson Hyperlegible';

/** How a text is drawn. `size` is in the picture's units. */
export interface TextStyle {
  size: number;
  bold?: boolean;
}

const FILES = ['400Regular/AtkinsonHyperlegible_400Regular', '700Bold/AtkinsonHyperlegible_700Bold'];
/** Pairs of letters may stand a little wider than their widths add up to. */
const SPARE = 1.02;

let loaded: { files: Buffer[]; regular: FontMetrics; bold: FontMetrics } | undefined;

/** The two weights as TrueType files, read when first needed. */
export function fontFiles(): readonly Buffer[] {
  return fonts().files;
}

/** The text as far as the font can draw it: an unknown letter without its accent, and else left out. */
export function drawableText(text: string): string {
  const letters = [...cleanLine(text).normalize('NFC')].flatMap((letter) =>
    isDrawn(letter) ? letter : [...letter.normalize('NFKD')].filter(isDrawn),
  );
  return cleanLine(letters.join(''));
}

/** How wide a drawable text becomes, rather too wide than too narrow. */
export function widthOf(text: string, { size, bold }: TextStyle): number {
  const metrics = bold ? fonts().bold : fonts().regular;
  const widths = Array.from(text, (letter) => metrics.widthOf(letter.codePointAt(0) ?? 0) ?? 1);
  return widths.reduce((sum, width) => sum + width, 0) * size * SPARE;
}

/** The text on one line of at most this width, cut at a word when it has to be. */
export function fittedText(text: string, width: number, style: TextStyle): string {
  return shorten(drawableText(text), width, (part) => widthOf(part, style));
}

/** Marks would pile up over the next row; what has an accent of its own in the font keeps it. */
function isDrawn(letter: string): boolean {
  return !/[\p{M}\p{C}]/u.test(letter) && fonts().regular.widthOf(letter.codePointAt(0) ?? 0) !== undefined;
}

function fonts() {
  if (loaded) return loaded;
  const { resolve } = createRequire(import.meta.url);
  const files = FILES.map((name) =>
    readFileSync(resolve(`@expo-google-fonts/atkinson-hyperlegible/${name}.ttf`)),
  );
  const [regular, bold] = files.map(readFontMetrics) as [FontMetrics, FontMetrics];
  loaded = { files, regular, bold };
  return loaded;
}
