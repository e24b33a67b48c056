import { trigramsOf } from '../src/core/edit-distance.ts';
import type { Scope } from '../src/domain/access/visibility.ts';
import type { Database } from '../src/store/database.ts';

/**
 * What a person would write who only had to fetch the rows that a command looks at: prepared statements
 * with the same conditions, each row parsed, and the names that the reply holds. No reply is made.
 */
export interface PlainReads {
  kalender(from: string, until: string): unknown[];
  overlap(id: string): unknown[];
  overlapNamed(folded: string): unknown[];
  /** `match` is an FTS expression. */
  zoek(match: string, limit: number): unknown[];
  /** The same after finding nothing, with the known words that share letters with what was typed. */
  zoekMistyped(typed: string, match: string, limit: number): unknown[];
}

/** Entries longer than this are found by an index of their own, as the store does. */
const LONG_ENTRY_DAYS = 92;

const SEEN = (table: string): string =>
  `(${table}.visibility IN ('public', 'partners') OR ${table}.owner IN (SELECT value FROM json_each(@organisations))
    OR ${table}.visibility IN (SELECT value FROM json_each(@groups))
    OR EXISTS (SELECT 1 FROM link AS led WHERE led.from_id = ${table}.id AND led.role = 'lead'
      AND led.to_id IN (SELECT value FROM json_each(@organisations))))`;
const IN_RANGE = `entry.first <= @until AND entry.last >= @from
  AND (entry.first >= @earliest OR entry.no IN (
    SELECT no FROM entry WHERE long = 1 AND first <= @until AND last >= @from))`;
const ALIKE = `EXISTS (SELECT 1 FROM link WHERE link.from_id = entry.id
  AND (link.role = 'audience' AND link.to_id IN (SELECT value FROM json_each(@audiences))
    OR link.role = 'form' AND link.to_id IN (SELECT value FROM json_each(@forms))))`;

const OPEN = "entry.progress IN ('planned', 'proposed')";

/** The page first and its contents after, so that sorting does not carry the contents of all the rest. */
function pageWhere(where: string, limit: number): string {
  return `SELECT data FROM (SELECT no, first FROM entry WHERE ${where} ORDER BY first, no LIMIT ${limit}) AS page
    JOIN record ON record.no = page.no ORDER BY page.first, page.no`;
}

interface Linked {
  period: { start: string; end: string };
  audiences: string[];
  forms: string[];
  topics: string[];
  leads: { organisation: string }[];
}

/** Prepares the statements for someone who may see this much. */
export function plainReads({ sqlite }: Database, scope: Scope): PlainReads {
  const who = { organisations: JSON.stringify(scope.organisations), groups: JSON.stringify(scope.groups) };
  const one = sqlite.prepare('SELECT data FROM record WHERE id = ?').pluck();
  const many = sqlite.prepare('SELECT data FROM record WHERE id IN (SELECT value FROM json_each(?))').pluck();
  const count = sqlite.prepare(`SELECT count(*) FROM entry WHERE ${IN_RANGE} AND ${SEEN('entry')}`).pluck();
  const page = sqlite.prepare(pageWhere(`${IN_RANGE} AND ${SEEN('entry')}`, 10)).pluck();
  const alike = sqlite
    .prepare(pageWhere(`${IN_RANGE} AND ${SEEN('entry')} AND ${OPEN} AND ${ALIKE}`, 100))
    .pluck();
  const spans = sqlite.prepare(
    `SELECT id, first, last, type, ${ALIKE} FROM entry WHERE ${IN_RANGE} AND ${SEEN('entry')} AND ${OPEN}`,
  );
  const found = sqlite
    .prepare(
      `SELECT data FROM (SELECT record.no, bm25(search, 10.0, 4.0, 1.0) AS fit
         FROM search JOIN record ON record.no = search.rowid
         WHERE search MATCH @match AND ${SEEN('record')} ORDER BY fit LIMIT @limit) AS best
       JOIN record ON record.no = best.no ORDER BY best.fit`,
    )
    .pluck();

  const named = sqlite
    .prepare('SELECT record.id FROM name JOIN record ON record.no = name.no WHERE folded = ?')
    .pluck();
  const words = sqlite
    .prepare('SELECT word FROM word_search WHERE word_search MATCH ? ORDER BY rank LIMIT 200')
    .pluck();

  const withNames = (campaigns: Linked[]): unknown[] => {
    const ids = new Set(campaigns.flatMap(linksOf));
    return [campaigns, parsed(many.all(JSON.stringify([...ids])))];
  };
  const overlap = (id: string): unknown[] => {
    const campaign = JSON.parse(one.get(id) as string) as Linked;
    const { start, end } = campaign.period;
    const range = { ...who, from: start, until: end, earliest: earliest(start) };
    const terms = {
      audiences: JSON.stringify([...campaign.audiences, 'audience/algemeen-publiek']),
      forms: JSON.stringify(campaign.forms),
    };
    const rows = parsed(alike.all({ ...range, ...terms }));
    return [...spans.all({ ...range, ...terms }), ...withNames([campaign, ...rows])];
  };
  const zoek = (match: string, limit: number): unknown[] => parsed(found.all({ ...who, match, limit }));
  return {
    kalender(from, until) {
      const range = { ...who, from, until, earliest: earliest(from) };
      return [count.get(range), ...withNames(parsed(page.all(range)))];
    },
    overlap,
    overlapNamed: (folded) => overlap(named.get(folded) as string),
    zoek,
    zoekMistyped: (typed, match, limit) => [
      ...zoek(`"${typed}"`, limit),
      ...words.all(trigramsOf(typed).join(' OR ')),
      ...zoek(match, limit),
    ],
  };
}

function earliest(from: string): string {
  return Temporal.PlainDate.from(from).subtract({ days: LONG_ENTRY_DAYS }).toString();
}

function parsed(rows: unknown[]): Linked[] {
  return rows.map((data) => JSON.parse(data as string) as Linked);
}

function linksOf({ audiences = [], forms = [], topics = [], leads = [] }: Linked): string[] {
  return [...audiences, ...forms, ...topics, ...leads.map(({ organisation }) => organisation)];
}
