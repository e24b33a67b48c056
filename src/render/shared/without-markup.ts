const LOOK_ALIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };
const JOINER = '\u2060';

/**
 * Text for a field that a platform reads as its own markup and where nothing else is possible. The
 * signs that format become look-alikes: a zero-width character beside them does not stop emphasis.
 */
export function withoutMarkup(text: string): string {
  return text
    .replaceAll(/[*_~`]/g, (sign) => LOOK_ALIKES[sign] ?? sign)
    .replaceAll(/^(\s*)>/gm, '$1›')
    .replaceAll(/@(?=channel|here|everyone)/gi, `@${JOINER}`)
    .replaceAll('](', `]${JOINER}(`)
    .replaceAll('<', `<${JOINER}`);
}
