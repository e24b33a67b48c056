import { withoutMarkup } from '../shared/without-markup.ts';

const JOINER = '\u2060';
const BLOCK_START = /^\s*(?:\d+[.)]|[-+#>=|])/;

/**
 * Text in which Teams finds no date to fill in: it reads `{{DATE(…)}}` and `{{TIME(…)}}` in every text of a card,
 * in text runs as well, and shows another day than was written.
 */
export function withoutFunctions(text: string): string {
  return text.replaceAll(/\{(?=\{)/g, `{${JOINER}`);
}

/** The title of a choice: the one place with texts of people where Teams reads markdown. */
export function choiceTitle(text: string): string {
  const plain = withoutFunctions(withoutMarkup(text))
    .replaceAll('\\', `\\${JOINER}`)
    .replaceAll(/&(?=[#a-z])/gi, `&${JOINER}`);
  return BLOCK_START.test(plain) ? `${JOINER}${plain}` : plain;
}
