/**
 * What no conformance peer catches (docs: RFC 5545): line ends, folding, order, required properties, UIDs,
 * zones. Gives one sentence for each thing that is wrong; none when the bytes are right.
 */
export function lintIcal(bytes: Uint8Array): string[] {
  const text = decode(bytes);
  if (text === undefined) return ['not UTF-8'];
  const lines = text.split('\r\n');
  return [...lintBytes(bytes, text), ...lintLines(lines), ...lintStructure(unfold(lines))];
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lintBytes(bytes: Uint8Array, text: string): string[] {
  const problems: string[] = [];
  if (!text.endsWith('END:VCALENDAR\r\n')) problems.push('does not end with END:VCALENDAR and CRLF');
  if (/\r(?!\n)|(?<!\r)\n/.test(text)) problems.push('a bare CR or LF');
  if (text.startsWith('\uFEFF')) problems.push('a byte order mark');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/.test(text))
    problems.push('a control character');
  return [...problems, ...lintFolding(bytes)];
}

/** On the bytes themselves: a line of at most 75, and no continuation that begins inside a character. */
function lintFolding(bytes: Uint8Array): string[] {
  const problems: string[] = [];
  let start = 0;
  for (let index = 0; index + 1 < bytes.length; index++) {
    if (bytes[index] !== 13 || bytes[index + 1] !== 10) continue;
    if (index - start > 75) problems.push(`a line of ${index - start} octets`);
    const next = bytes[index + 2] === 32 ? bytes[index + 3] : undefined;
    if (next !== undefined && (next & 0b1100_0000) === 0b1000_0000)
      problems.push('a fold inside a character');
    start = index + 2;
  }
  return problems;
}

function lintLines(lines: readonly string[]): string[] {
  const problems: string[] = [];
  if (lines.slice(0, -1).some((line) => line === '')) problems.push('an empty line');
  for (const line of unfold(lines)) {
    if (!/^[A-Z0-9-]+(;[A-Z0-9-]+=("[^"]*"|[^";:,]*))*:/.test(line))
      problems.push(`no content line: ${line}`);
  }
  return problems;
}

interface Open {
  name: string;
  values: Map<string, string[]>;
  hasInner: boolean;
}

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  VCALENDAR: ['VERSION', 'PRODID'],
  VEVENT: ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'SEQUENCE', 'STATUS', 'LAST-MODIFIED'],
  VTIMEZONE: ['TZID'],
};
const REPEATABLE = new Set(['X-', 'CATEGORIES', 'COMMENT', 'RRULE']);

function lintStructure(lines: readonly string[]): string[] {
  const problems: string[] = [];
  if (lines.slice(0, 3).map(nameOf).join() !== 'BEGIN,VERSION,PRODID' || lines[0] !== 'BEGIN:VCALENDAR')
    problems.push('does not begin with BEGIN:VCALENDAR, VERSION and PRODID');
  const open: Open[] = [];
  const events: Open[] = [];
  const zones = new Set<string>();
  let components = 0;
  for (const line of lines) {
    const inside = open.at(-1);
    const value = line.slice(line.indexOf(':') + 1);
    if (nameOf(line) === 'BEGIN') {
      if (inside) inside.hasInner = true;
      if (open.length > 0) components++;
      open.push({ name: value, values: new Map(), hasInner: false });
    } else if (nameOf(line) === 'END') {
      const closed = open.pop();
      if (closed?.name !== value) problems.push(`END:${value} closes ${closed?.name ?? 'nothing'}`);
      if (closed) problems.push(...lintComponent(closed));
      if (closed?.name === 'VEVENT') events.push(closed);
      if (closed?.name === 'VTIMEZONE') zones.add(closed.values.get('TZID')?.[0]?.slice(5) ?? '');
    } else if (!inside) problems.push(`outside of the calendar: ${line}`);
    else {
      if (inside.hasInner) problems.push(`${nameOf(line)} after a component of ${inside.name}`);
      const key = nameOf(line);
      inside.values.set(key, [...(inside.values.get(key) ?? []), line]);
    }
  }
  if (components === 0) problems.push('no component in the calendar');
  return [...problems, ...lintUids(events), ...events.flatMap((event) => lintTimes(event, zones))];
}

function lintComponent({ name, values }: Open): string[] {
  const missing = (REQUIRED[name] ?? [])
    .filter((key) => !values.has(key))
    .map((key) => `${name} without ${key}`);
  const doubled = [...values]
    .filter(([key, given]) => given.length > 1 && !REPEATABLE.has(key) && !key.startsWith('X-'))
    .map(([key]) => `${name} with ${key} twice`);
  const forbidden = values.has('METHOD') ? ['METHOD in a feed'] : [];
  return [...missing, ...doubled, ...forbidden];
}

function lintUids(events: readonly Open[]): string[] {
  const uids = events.map(({ values }) => values.get('UID')?.[0]);
  return uids.filter((uid, index) => uids.indexOf(uid) !== index).map((uid) => `twice ${uid}`);
}

function lintTimes({ values }: Open, zones: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const times = ['DTSTART', 'DTEND'].map((key) => /^[^;:]*([^:]*):(.*)$/.exec(values.get(key)?.[0] ?? ''));
  const [start, end] = times;
  if (!start || !end) return problems;
  if (start[1] !== end[1]) problems.push('DTSTART and DTEND differ in type or zone');
  if ((start[2] ?? '') >= (end[2] ?? '')) problems.push('DTEND is not after DTSTART');
  for (const [, parameters = '', value = ''] of [start, end]) {
    const zone = /TZID=([^;]*)/.exec(parameters)?.[1];
    const shape = parameters.includes('VALUE=DATE') ? /^\d{8}$/ : zone ? /^\d{8}T\d{6}$/ : /^\d{8}T\d{6}Z$/;
    if (!shape.test(value)) problems.push(`not a time: ${parameters} ${value}`);
    if (zone && !zones.has(zone)) problems.push(`unknown zone ${zone}`);
  }
  for (const key of ['DTSTAMP', 'CREATED', 'LAST-MODIFIED'])
    if (!/^[A-Z-]+:\d{8}T\d{6}Z$/.test(values.get(key)?.[0] ?? 'X:20270101T000000Z'))
      problems.push(`${key} is not in UTC`);
  return problems;
}

function unfold(lines: readonly string[]): string[] {
  return lines
    .join('\r\n')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '');
}

function nameOf(line: string): string {
  return /^[A-Z0-9-]*/.exec(line)?.[0] ?? '';
}
