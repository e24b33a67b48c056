/**
 * Puts a next part behind a plan's text. Forms trim what is pasted: a first row that begins with an empty
 * cell has then lost its first tab, and gets it back.
 */
export function appendText(before: string, more: string): string {
  if (before === '') return more;
  const tabs = (line: string): number => line.split('\t').length - 1;
  const width = Math.max(...before.split('\n').map(tabs));
  const [first = ''] = more.split('\n');
  const lost = width > 1 && tabs(first) === width - 1;
  return `${before}\n${lost ? '\t' : ''}${more}`;
}
