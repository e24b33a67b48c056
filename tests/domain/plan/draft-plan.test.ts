import { describe, expect, it } from 'vitest';
import { draftPlan, type PlanBase } from '../../../src/domain/plan/draft-plan.ts';
import { matchPredecessors } from '../../../src/domain/plan/match-predecessors.ts';
import { partyReader } from '../../../src/domain/plan/parse-parties.ts';
import { readPlanText } from '../../../src/domain/plan/read-plan/read-plan-text.ts';
import { ofKind } from '../../import/calendars.ts';

const parties = partyReader([...ofKind('organisation'), ...ofKind('group')]);
const earlier = { plan: ofKind('plan')[0]!, actions: ofKind('action') };
const base: PlanBase = {
  id: 'plan/ap26',
  key: 'AP26',
  title: 'Actieplan 2026',
  start: '2026-01-01',
  version: 0,
  visibility: 'partners',
  origin: 'person',
  themes: [],
  sources: [],
};
const HEADER = 'Thema;Doel;Resultaten;Planning;Trekker(s);Partners\n';
const draft = (rows: string, more: Partial<PlanBase> = {}) =>
  draftPlan({ ...base, ...more }, readPlanText(HEADER + rows), parties, earlier);
const doubts = (rows: string, more: Partial<PlanBase> = {}) =>
  draft(rows, more).actions.map((one) => one.doubts.map(({ code }) => code));

describe('a plan that is taken in', () => {
  it('numbers its actions within their themes and lasts until its last quarter', () => {
    const { plan, actions } = draft('Een;A;x;Q1 2026;JenV;\n;;y;Q2 2027;OM;\nTwee;B;z;Doorlopend;NVB;');
    expect(actions.map(({ action }) => action.key)).toEqual(['AP26-1.01', 'AP26-1.02', 'AP26-2.01']);
    expect(plan).toMatchObject({
      end: '2027-06-30',
      themes: [
        { no: 1, title: 'Een' },
        { no: 2, title: 'Twee' },
      ],
    });
    expect(actions.every(({ action }) => action.state === 'unknown')).toBe(true);
  });

  it('is not doubted where all is clear', () => {
    expect(doubts('Een;A;x;Q1 en Q2 2026;JenV, OM;Kerngroep')).toEqual([[]]);
  });

  it.each([
    ['Een;A;x;in het voorjaar;JenV;', 'planning-unclear'],
    ['Een;A;x;;JenV;', 'planning-missing'],
    ['Een;A;x;Q1;JenV;', 'year-missing'],
    ['Een;A;x;Q3 2025;JenV;', 'outside-plan'],
    ['Een;A;x;Q1 2026;;', 'no-lead'],
    ['Een;A;x;Q1 2026;Bureau Onbekend;', 'lead-unknown'],
    ['Een;A;x;Q1 2026;JenV;Bureau Onbekend', 'partner-unknown'],
    ['Een;;x;Q1 2026;JenV;', 'no-goal'],
    [';A;x;Q1 2026;JenV;', 'no-theme'],
    ['Een;A;x;Q1 2026;JenV;;;', 'uneven'],
  ])('doubts %s: %s', (row, code) => {
    expect(doubts(row)).toEqual([[code]]);
  });

  it('takes a missing theme from above, doubted unless most rows leave it out', () => {
    const slip = 'Een;A;x;Q1 2026;JenV;\n;;y;Q1 2026;JenV;\nTwee;B;z;Q1 2026;JenV;';
    expect(doubts(slip)).toEqual([[], ['theme-above'], []]);
    expect(draft(slip).actions[1]?.doubts).toEqual([{ code: 'theme-above', text: 'Een' }]);
    const merged = 'Een;A;x;Q1 2026;JenV;\n;;y;Q1 2026;JenV;\n;;z;Q1 2026;JenV;';
    expect(doubts(merged)).toEqual([[], [], []]);
    expect(draft(merged).underTheme).toBe(2);
  });

  it('doubts names in YAML that mean nothing, and a theme or goal that is left out', () => {
    const yaml = [
      '- { thema: Een, doel: A, resultaat: x, planning: Q1 2026, trekker: JenV }',
      '- { resultaat: y, planning: Q1 2026, trekker: JenV, foo: bar }',
    ].join('\n');
    const { actions } = draftPlan(base, readPlanText(yaml), parties, earlier);
    expect(actions.map((one) => one.doubts)).toEqual([
      [],
      [
        { code: 'theme-above', text: 'Een' },
        { code: 'goal-above', text: 'A' },
        { code: 'name-unknown', text: 'foo' },
      ],
    ]);
  });

  it('doubts a row that is there twice', () => {
    expect(doubts('Een;A;x;Q1 2026;JenV;\n;;x;Q1 2026;JenV;')).toEqual([[], ['duplicate']]);
  });

  it('leaves out, and says so, what has no result or does not fit', () => {
    const { actions, leftOut } = draft(
      `Een;A;;Q1 2026;JenV;\n;;${'x'.repeat(5_001)};Q1 2026;JenV;\n;;y;Q1 2026;JenV;`,
    );
    expect(actions).toHaveLength(1);
    expect(leftOut.map(({ line, doubts: [doubt] }) => [line, doubt?.code])).toEqual([
      [2, 'no-result'],
      [3, 'too-long'],
    ]);
  });
});

describe('the link with the plan before', () => {
  const old = earlier.actions;

  it('goes on with the same words, is changed with similar ones, and is new otherwise', () => {
    const found = matchPredecessors(
      [
        { goal: '', result: 'Samenwerking bij en afstemming van campagnes' },
        { goal: '', result: 'Preventie- en weerbaarheidsstrategie voor de integrale aanpak uitvoeren' },
        { goal: '', result: 'Iets heel anders met drones' },
      ],
      old,
    );
    expect(found.map((match) => match && [match.old.key, match.relation])).toEqual([
      ['AP24-5.03', 'goes-on'],
      ['AP24-5.02', 'changed'],
      undefined,
    ]);
  });

  it('of a plan with itself is that everything goes on, each from its own', () => {
    const found = matchPredecessors(old, old);
    expect(found.map((match) => match?.relation)).toEqual(old.map(() => 'goes-on'));
    expect(found.map((match) => match?.old.key)).toEqual(old.map(({ key }) => key));
  });

  it('uses an earlier action once, and lists open ones without a successor', () => {
    const rows = 'Een;A;Samenwerking bij en afstemming van campagnes.;Q1 2026;JenV;\n'.repeat(2);
    const { actions, withoutSuccessor } = draft(rows);
    expect(actions.map(({ match }) => match?.old.key)).toEqual(['AP24-5.03', undefined]);
    expect(actions[0]?.action.predecessor).toEqual({ action: 'action/ap24-5.03', relation: 'goes-on' });
    expect(withoutSuccessor).toHaveLength(44);
  });
});
