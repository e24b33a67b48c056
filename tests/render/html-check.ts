/** A small strict reader of HTML fragments: what a browser would have to guess at counts as a problem. */
const VOID = ['br', 'img', 'input', 'meta'];
/** What only a whole document has. */
const DOCUMENT = ['html', 'head', 'meta', 'title', 'body', 'h1'];
const KNOWN = [
  ...VOID,
  ...DOCUMENT,
  ...[
    'section',
    'h2',
    'h3',
    'p',
    'a',
    'strong',
    'span',
    'div',
    'nav',
    'ul',
    'li',
    'dl',
    'dt',
    'dd',
    'figure',
  ],
  ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
  ...['form', 'button', 'label', 'fieldset', 'legend', 'select', 'option', 'textarea'],
];
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"<>]*")?)*)>/y;
const ATTRIBUTE = /([a-zA-Z-]+)(?:="([^"]*)")?/g;
const SAFE_LINK = /^(?:https?:|mailto:|tel:|\/(?![/\\])|#)/;
const BAD_TEXT = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u;

export interface Element {
  tag: string;
  attributes: Map<string, string>;
}

/** Everything that is wrong with a fragment; empty when all is well. A mail carries its own styles. */
export function checkHtml(html: string, { mayStyle = false } = {}): string[] {
  const problems: string[] = [];
  const elements = readHtml(html, problems);
  if (BAD_TEXT.test(html)) problems.push('control character');
  const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
  if (new Set(ids).size < ids.length) problems.push('id twice');
  for (const { tag, attributes } of elements) {
    for (const name of attributes.keys())
      if (/^on/.test(name) || (name === 'style' && !mayStyle)) problems.push(`attribute ${name}`);
    for (const name of ['href', 'src'])
      if (attributes.has(name) && !SAFE_LINK.test(attributes.get(name) ?? ''))
        problems.push(`${name} not safe`);
    for (const name of ['for', 'aria-labelledby', 'aria-describedby'])
      for (const id of attributes.get(name)?.split(' ') ?? [])
        if (!ids.includes(id)) problems.push(`${name} points at nothing: ${id}`);
    if (tag === 'form' && attributes.get('method') !== 'post') problems.push('form without post');
    if (tag === 'img' && !attributes.has('alt')) problems.push('image without alt');
    if (tag === 'th' && !attributes.has('scope')) problems.push('th without scope');
  }
  return problems;
}

/** The elements of a fragment in order; what cannot be read is added to the problems. */
export function readHtml(html: string, problems: string[] = []): Element[] {
  const elements: Element[] = [];
  const open: string[] = [];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    TAG.lastIndex = at;
    const [, slash, tag = '', list = ''] = TAG.exec(html) ?? [];
    if (slash === undefined || !KNOWN.includes(tag))
      problems.push(`no known tag: ${html.slice(at, at + 60)}`);
    else if (slash) {
      if (open.pop() !== tag) problems.push(`</${tag}> closes something else`);
    } else {
      if (tag === 'form' && open.includes('form')) problems.push('form in a form');
      elements.push({ tag, attributes: readAttributes(list) });
      if (!VOID.includes(tag)) open.push(tag);
    }
  }
  if (open.length > 0) problems.push(`never closed: ${open.join(' ')}`);
  return elements;
}

/** Undoes the five entities. */
export function unescapeHtml(text: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return text.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => signs[name] ?? '');
}

function readAttributes(list: string): Map<string, string> {
  return new Map(
    [...list.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, unescapeHtml(value)]),
  );
}
