import type { RevisedEntry } from '../src/feeds/build-feed.ts';

/**
 * The same events as a feed holds, written by hand straight into one Buffer that folds as it goes. It trusts
 * its input where the real one cleans it, knows whole days only, and checks nothing.
 */
export function plainFeed(title: string, entries: readonly RevisedEntry[]): Buffer {
  const out = new Folder(1024 + entries.length * 1024);
  out.line('BEGIN:VCALENDAR');
  out.line('VERSION:2.0');
  out.line('PRODID:-//Campagneregie//Bench//NL');
  out.line(`NAME:${escaped(title)}`);
  for (const entry of entries.toSorted((a, b) => (a.period.start < b.period.start ? -1 : 1)))
    event(out, entry);
  out.line('END:VCALENDAR');
  return out.bytes();
}

function event(out: Folder, entry: RevisedEntry): void {
  const stamp = `${entry.stamp.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const end = Temporal.PlainDate.from(entry.period.end).add({ days: 1 }).toString();
  out.line('BEGIN:VEVENT');
  out.line(`UID:${entry.uid}`);
  out.line(`SEQUENCE:${entry.sequence}`);
  out.line(`DTSTAMP:${stamp}`);
  out.line(`LAST-MODIFIED:${stamp}`);
  out.line(`DTSTART;VALUE=DATE:${entry.period.start.replaceAll('-', '')}`);
  out.line(`DTEND;VALUE=DATE:${end.replaceAll('-', '')}`);
  out.line(`SUMMARY:${escaped(entry.title)}`);
  out.line(`DESCRIPTION:${escaped(entry.description)}`);
  if (entry.location) out.line(`LOCATION:${escaped(entry.location)}`);
  if (entry.url) out.line(`URL:${entry.url}`);
  if (entry.categories.length > 0) out.line(`CATEGORIES:${entry.categories.map(escaped).join(',')}`);
  out.line(`STATUS:${entry.status}`);
  out.line('TRANSP:TRANSPARENT');
  out.line('END:VEVENT');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Lines in UTF-8, folded at 75 octets without cutting a character in two. */
class Folder {
  #buffer: Buffer;
  #length = 0;

  constructor(size: number) {
    this.#buffer = Buffer.allocUnsafe(size);
  }

  line(text: string): void {
    this.#makeRoom(text.length * 4 + 8);
    const buffer = this.#buffer;
    const start = this.#length;
    let end = start + buffer.write(text, start);
    let from = start;
    while (end - from > 75) {
      let cut = from + 75;
      while (((buffer[cut] ?? 0) & 0xc0) === 0x80) cut--;
      buffer.copyWithin(cut + 3, cut, end);
      buffer.write('\r\n ', cut);
      end += 3;
      from = cut + 2;
    }
    this.#length = end + buffer.write('\r\n', end);
  }

  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(this.#buffer.length * 2 + more);
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}
