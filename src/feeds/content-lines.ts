/** One component of an iCalendar text: its own unfolded lines, and the components inside it. */
export interface Component {
  name: string;
  lines: string[];
  inner: Component[];
}

const FOLD_OCTETS = 75;

/** Reads one whole component. Throws when BEGIN and END do not pair up. */
export function readComponent(text: string): Component {
  const root: Component = { name: '', lines: [], inner: [] };
  const open = [root];
  const unfolded = text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/);
  for (const line of unfolded.filter((each) => each !== '')) {
    const inside = open.at(-1) ?? root;
    const [, edge, name = ''] = /^(BEGIN|END):(.*)$/.exec(line) ?? [];
    if (edge === 'BEGIN') {
      const component: Component = { name, lines: [], inner: [] };
      inside.inner.push(component);
      open.push(component);
    } else if (edge === 'END') {
      if (inside.name !== name) throw new Error(`END:${name} closes ${inside.name || 'nothing'}`);
      open.pop();
    } else inside.lines.push(line);
  }
  const [only, ...others] = root.inner;
  if (!only || others.length > 0 || open.length > 1) throw new Error('not one whole component');
  return only;
}

/** Writes a component with every line folded and ended by CRLF, the last one too. */
export function writeComponent(component: Component): string {
  const inner = component.inner.map(writeComponent).join('');
  return `${fold(`BEGIN:${component.name}`)}${component.lines.map(fold).join('')}${inner}${fold(`END:${component.name}`)}`;
}

/** The name of a content line's property. */
export function propertyOf(line: string): string {
  return /^[A-Za-z0-9-]*/.exec(line)?.[0].toUpperCase() ?? '';
}

/** RFC 5545, 3.1: at most 75 octets a line, and no character cut in two. */
function fold(line: string): string {
  const whole = Buffer.byteLength(line);
  if (whole <= FOLD_OCTETS) return `${line}\r\n`;
  if (whole === line.length) {
    const rest = line.slice(FOLD_OCTETS).replaceAll(/[\s\S]{1,74}/g, '\r\n $&');
    return `${line.slice(0, FOLD_OCTETS)}${rest}\r\n`;
  }
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > FOLD_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
}
