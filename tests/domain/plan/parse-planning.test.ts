import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlanning, parseQuarter } from '../../../src/domain/plan/parse-planning.ts';
import { ofKind } from '../../import/calendars.ts';

const quarters = (text: string) => parsePlanning(text, 2026).quarters;

describe('the planning of an action', () => {
  it('of all 45 actions of the Actieplan 2024 is read as it is stored', () => {
    const actions = ofKind('action');
    expect(actions).toHaveLength(45);
    for (const { key, planningText, planning } of actions)
      expect({ key, ...parsePlanning(planningText, 2024) }).toEqual({ key, ...planning });
  });

  it.each([
    ['2e kwartaal 2026', ['2026-Q2']],
    ['eerste en tweede kwartaal 2026', ['2026-Q1', '2026-Q2']],
    ['1e en 2e kwartaal 2026', ['2026-Q1', '2026-Q2']],
    ['Q1-Q3 2026', ['2026-Q1', '2026-Q2', '2026-Q3']],
    ['Q1 t/m Q3 2026', ['2026-Q1', '2026-Q2', '2026-Q3']],
    ['Q4 2026 – Q2 2027', ['2026-Q4', '2027-Q1', '2027-Q2']],
    ['Q4 2024 en Q1, Q3 en Q4 2025', ['2024-Q4', '2025-Q1', '2025-Q3', '2025-Q4']],
    ['2026-Q3', ['2026-Q3']],
    ['Q3-2026', ['2026-Q3']],
    ['2026 Q1 and Q2', ['2026-Q1', '2026-Q2']],
    ['Kwartaal 4 2026', ['2026-Q4']],
    ['third quarter 2026', ['2026-Q3']],
    ['3Q 2026', ['2026-Q3']],
  ])('%s', (text, expected) => {
    expect(parsePlanning(text, 2020)).toEqual({ kind: 'quarters', quarters: expected, yearStated: true });
  });

  it('without a year is in the first year of the plan, and says so', () => {
    expect(parsePlanning('Q1 en Q2', 2026)).toEqual({
      kind: 'quarters',
      quarters: ['2026-Q1', '2026-Q2'],
      yearStated: false,
    });
  });

  it.each(['Doorlopend', 'doorlopend.', 'Continu', 'ongoing'])('%s is continuous', (text) => {
    expect(parsePlanning(text, 2026).kind).toBe('continuous');
  });

  it.each([
    '',
    'zo snel mogelijk',
    'Q5 2026',
    'Q2 2026 onder voorbehoud',
    'Q3-Q1 2026',
    'voor de zomer',
    'Q1 -',
    '2026',
    '2026 2027 Q',
  ])('%j is unclear, and no quarter is made up', (text) => {
    expect(parsePlanning(text, 2026)).toEqual({ kind: 'unclear', quarters: [], yearStated: true });
  });

  it('reads back every set of quarters that it is given with their years', () => {
    const quarter = fc.tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(fc.array(quarter, { minLength: 1, maxLength: 8 }), (given) => {
        const text = given.map(([year, number]) => `Q${number} ${year}`).join(', ');
        const expected = [...new Set(given.map(([year, number]) => `${year}-Q${number}`))].sort();
        expect(quarters(text)).toEqual(expected);
      }),
    );
  });

  it('gives sorted, unique quarters or none for any text, and never throws', () => {
    const pieces = fc.constantFrom('Q1', 'Q4', '2026', '2027', '-', 'en', ',', 't/m', 'kwartaal', '2e', 'x');
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 9 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const read = parsePlanning(typed, 2026);
        expect(read.quarters).toEqual([...new Set(read.quarters)].sort());
        expect(read.kind === 'quarters').toBe(read.quarters.length > 0);
      }),
    );
  });

  it('as one quarter needs its year and nothing more', () => {
    expect(parseQuarter('Q2 2024')).toBe('2024-Q2');
    expect(parseQuarter('Q2')).toBeUndefined();
    expect(parseQuarter('Q2 en Q3 2024')).toBeUndefined();
    expect(parseQuarter('doorlopend')).toBeUndefined();
  });
});
