import type { Message, Section } from '../../reply/reply.ts';

/** What was left out of a message: entries of lists and tables can be counted, other text cannot. */
export interface Cut {
  message: Message;
  isWhole: boolean;
  entriesLeft: number;
}

/**
 * The message, or as much from its start as fits: whole entries and sections, never half a sentence.
 * `fits` is asked about ever better guesses, so it may be slow.
 */
export function fitMessage(message: Message, fits: (cut: Cut) => boolean): Cut {
  const units = message.sections.map(unitsIn);
  const total = units.reduce((sum, count) => sum + count, 0);
  const cutAt = (count: number): Cut => ({ ...firstUnits(message, units, count), isWhole: count === total });
  const whole = cutAt(total);
  if (fits(whole)) return whole;
  let most = 0;
  let tooMany = total;
  while (tooMany - most > 1) {
    const guess = Math.floor((most + tooMany) / 2);
    if (fits(cutAt(guess))) most = guess;
    else tooMany = guess;
  }
  return cutAt(most);
}

function firstUnits(message: Message, units: readonly number[], count: number): Omit<Cut, 'isWhole'> {
  const sections: Section[] = [];
  let room = count;
  let entriesLeft = 0;
  for (const [index, section] of message.sections.entries()) {
    const has = units[index] ?? 1;
    const kept = Math.max(0, Math.min(has, room));
    room -= kept;
    if (kept > 0) sections.push(firstOf(section, kept));
    entriesLeft += Math.max(0, entriesIn(section) - kept);
  }
  return { message: { ...message, sections }, entriesLeft };
}

/** How many pieces a section falls into without breaking a sentence. An empty one is a piece too. */
function unitsIn(section: Section): number {
  if (section.type === 'list') return Math.max(1, section.items.length);
  if (section.type === 'table') return Math.max(1, section.rows.length);
  if (section.type === 'fields') return Math.max(1, section.fields.length);
  return 1;
}

function entriesIn(section: Section): number {
  if (section.type === 'list') return section.items.length;
  return section.type === 'table' ? section.rows.length : 0;
}

function firstOf(section: Section, count: number): Section {
  if (section.type === 'list') return { ...section, items: section.items.slice(0, count) };
  if (section.type === 'table') return { ...section, rows: section.rows.slice(0, count) };
  if (section.type === 'fields') return { ...section, fields: section.fields.slice(0, count) };
  return section;
}
