const WIDTH = 76;

/**
 * A text in lines of at most 76 signs, between words; a longer word, such as an address, stays whole.
 * `indent` goes before the first line of each paragraph, `hanging` before the lines that continue it.
 */
export function wrapText(text: string, indent = '', hanging = indent): string {
  return text
    .split('\n')
    .map((paragraph) => wrapParagraph(paragraph, indent, hanging))
    .join('\n');
}

function wrapParagraph(paragraph: string, indent: string, hanging: string): string {
  const [, own = '', words = ''] = /^( *)(.*)$/s.exec(paragraph) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const start = own + (lines.length === 0 ? indent : hanging);
    if (line !== '' && start.length + line.length + 1 + word.length > WIDTH) {
      lines.push(start + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(own + (lines.length === 0 ? indent : hanging) + line);
  return lines.map((one) => one.trimEnd()).join('\n');
}
