import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Action, Party } from '../../src/domain/plan/plan.ts';
import { CALENDARS, ofKind } from './calendars.ts';
import { quartersOf, readPlanSource } from './plan-source.ts';

const source = readPlanSource(readFileSync(join(CALENDARS, 'plans/source/actieplan-2024.md'), 'utf8'));
const actions = ofKind('action');
const plan = ofKind('plan').find(({ key }) => key === 'AP24')!;
const keysWhere = (test: (action: Action) => boolean) =>
  actions.filter(test).map(({ key }) => key.slice('AP24-'.length));

describe('the Actieplan 2024 against its source document', () => {
  it('has six themes, nineteen goals and 45 actions', () => {
    expect(source.themes).toHaveLength(6);
    expect(source.rows).toHaveLength(45);
    expect(source.rows.filter(({ goalCell }) => goalCell)).toHaveLength(19);
    expect(plan.themes).toHaveLength(6);
    expect(actions).toHaveLength(45);
    expect(new Set(actions.map(({ theme, goal }) => `${theme} ${goal}`)).size).toBe(19);
  });

  it('has the titles and objectives of the themes word for word', () => {
    expect(plan.themes).toEqual(source.themes);
  });

  it('has every cell of every row word for word, with the line that it stands on', () => {
    const cells = actions.map((action) => ({
      line: action.sourceLine,
      theme: action.theme,
      goal: action.goal,
      result: action.result,
      planning: action.planningText,
      leads: action.leadsText,
      partners: action.partnersText,
    }));
    expect(cells).toEqual(source.rows.map(({ goalCell: _cell, ...row }) => row));
  });

  it('numbers the actions within their theme, in the order of the document', () => {
    const counts = new Map<number, number>();
    const expected = source.rows.map(({ theme }) => {
      counts.set(theme, (counts.get(theme) ?? 0) + 1);
      return `AP24-${theme}.${String(counts.get(theme)).padStart(2, '0')}`;
    });
    expect(actions.map(({ key }) => key)).toEqual(expected);
    expect(actions.map(({ id }) => id)).toEqual(expected.map((key) => `action/${key.toLowerCase()}`));
    expect([...counts.values()]).toEqual([10, 8, 6, 5, 6, 10]);
  });

  it('reads the planning of every row as the document means it', () => {
    for (const action of actions) {
      const continuous = action.planningText === 'Doorlopend';
      const expected = continuous
        ? { kind: 'continuous', quarters: [], yearStated: true }
        : { kind: 'quarters', ...quartersOf(action.planningText) };
      expect({ key: action.key, ...action.planning }).toEqual({ key: action.key, ...expected });
    }
  });

  it('runs until the end of its last quarter', () => {
    const last = actions
      .flatMap(({ planning }) => planning.quarters)
      .sort()
      .at(-1);
    expect([plan.start, last, plan.end]).toEqual(['2024-01-01', '2025-Q4', '2025-12-31']);
  });

  it('claims no progress', () => {
    expect(actions.every(({ state, reportedAt }) => state === 'unknown' && !reportedAt)).toBe(true);
  });
});

describe('the peculiarities of the Actieplan 2024', () => {
  it('has actions without a lead, and one without partners', () => {
    expect(keysWhere(({ leads }) => leads.length === 0)).toEqual(['1.09', '1.10', '2.03', '3.04']);
    expect(keysWhere(({ partners }) => partners.length === 0)).toEqual(['4.02']);
  });

  it('has leads that are descriptions', () => {
    expect(keysWhere(({ leads }) => leads.some((lead) => typeof lead !== 'string'))).toEqual([
      '2.07',
      '2.08',
    ]);
  });

  it('has continuous actions, quarters without a year, and quarters in 2025', () => {
    expect(keysWhere(({ planning }) => planning.kind === 'continuous')).toEqual([
      '1.02',
      '1.07',
      '1.08',
      '1.09',
      '1.10',
      '3.05',
      '5.03',
      '5.04',
    ]);
    expect(keysWhere(({ planning }) => !planning.yearStated)).toEqual(['2.03', '2.07']);
    expect(keysWhere(({ planning }) => planning.quarters.some((one) => one > '2025'))).toEqual([
      '3.02',
      '4.05',
      '6.10',
    ]);
    expect(keysWhere(({ planning }) => planning.quarters.length > 1)).toHaveLength(11);
  });

  it('leaves most to JenV, and prevention to Veiliginternetten.nl', () => {
    expect(keysWhere(({ leads }) => leads.includes('organisation/jenv'))).toHaveLength(21);
    expect(keysWhere(({ leads }) => leads.includes('organisation/veiliginternetten'))).toEqual([
      '5.01',
      '5.03',
      '5.04',
      '5.05',
    ]);
  });
});

describe('the leads and partners of the Actieplan 2024', () => {
  const spellings = new Map<string, string[]>();
  for (const { id, name, short, aliases } of ofKind('organisation'))
    spellings.set(id, [name, short, ...aliases]);
  for (const { id, name, aliases } of ofKind('group')) spellings.set(id, [name, ...aliases]);

  /** What is left of a cell once all that the parties name is taken out of it. */
  function rest(cell: string, parties: readonly Party[]): string {
    let left = cell;
    const words = parties.filter((party) => typeof party !== 'string');
    for (const { text } of words) {
      expect(cell).toContain(text);
      left = left.replace(text, '');
    }
    for (const id of parties.filter((party) => typeof party === 'string')) {
      const named = spellings
        .get(id)!
        .filter((spelling) => left.toLowerCase().includes(spelling.toLowerCase()));
      expect(named, `${id} in ${cell}`).not.toEqual([]);
      const longest = named.sort((a, b) => b.length - a.length)[0]!;
      left = left.replace(new RegExp(RegExp.escape(longest), 'i'), '');
    }
    return left.replaceAll(/\ben\b|[,./\s]/g, '');
  }

  it('are all in the cell, and nothing else is', () => {
    const left = actions.flatMap(({ key, leads, leadsText, partners, partnersText }) => [
      [key, rest(leadsText, leads)],
      [key, rest(partnersText, partners)],
    ]);
    expect(left.filter(([, words]) => words)).toEqual([
      ['AP24-2.07', 'Juridischeondersteuningdoor(opbasisvanhetprivacykader)'],
    ]);
  });
});
