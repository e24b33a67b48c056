import { describe, expect, it } from 'vitest';
import { occurrenceOf } from '../../src/domain/series/occurrences.ts';
import { readCalendarFiles } from '../../src/import/read-calendar-files.ts';
import { CALENDARS, calendars, ofKind } from './calendars.ts';

const COLLECTED_ON = '2026-11-23';
const series = ofKind('series');
const campaigns = ofKind('campaign');

describe('the calendar files', () => {
  it('load, and everything that they point at exists', () => {
    expect(calendars.records.length).toBeGreaterThan(250);
    expect(calendars.records.every(({ origin }) => /^calendars\/.+\.yaml$/.test(origin))).toBe(true);
  });

  it('keep fictional people apart: without demo there is nobody at all', () => {
    expect(ofKind('person').every(({ demo, name }) => demo && name.endsWith('(demo)'))).toBe(true);
    const real = readCalendarFiles(CALENDARS, { demo: false });
    expect(real.records.filter(({ id }) => id.startsWith('person/'))).toEqual([]);
    expect(real.records).toHaveLength(calendars.records.length - ofKind('person').length);
  });

  it('show no person to the public', () => {
    expect(ofKind('person').filter(({ visibility }) => visibility === 'public')).toEqual([]);
  });

  it('say of no group that it has members, since no source does', () => {
    expect(ofKind('group').filter(({ members }) => members)).toEqual([]);
  });

  it('call a role, a technique or an instrument no fraud form', () => {
    const forms = ofKind('form').map(({ id }) => id);
    for (const word of ['geldezel', 'spoofing', 'suspicious-devices'])
      expect(forms).not.toContain(`form/${word}`);
    expect(ofKind('topic').map(({ id, type }) => `${id} ${type}`)).toContain('topic/geldezel role');
  });
});

describe('the names of the ministry of economic affairs', () => {
  it('are EZK, then EZ from July 2024 until the day before EZK came back', () => {
    const ezk = ofKind('organisation').find(({ id }) => id === 'organisation/ezk');
    expect(ezk).toMatchObject({
      short: 'EZK',
      formerNames: [{ short: 'EZ', from: '2024-07-02', until: '2026-02-22' }],
    });
  });
});

describe('series and their occurrences', () => {
  it('include the four moments that the action plan names', () => {
    const ids = series.filter(({ type }) => type === 'campaign').map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'series/maand-van-senioren-en-veiligheid',
        'series/week-van-de-veiligheid',
        'series/50plusbeurs',
        'series/european-money-mule-action',
      ]),
    );
  });

  it('give nobody of the partnership the lead of an inhaakmoment', () => {
    expect(series.filter(({ type, leads }) => type === 'inhaakmoment' && leads.length > 0)).toEqual([]);
  });

  it('never claim a date: no regular month for seniors, no certain fair', () => {
    const rules = new Map(series.map(({ id, rule, takesPlace }) => [id, `${rule.type} ${takesPlace}`]));
    expect(rules.get('series/maand-van-senioren-en-veiligheid')).toBe('announced-yearly true');
    expect(rules.get('series/european-money-mule-action')).toBe('announced-yearly true');
    expect(rules.get('series/50plusbeurs')).toBe('announced-yearly false');
  });

  it('confirm a date only with a source, a link and the day of checking', () => {
    const confirmed = campaigns.filter(({ dateState }) => dateState === 'confirmed');
    expect(confirmed.length).toBeGreaterThan(40);
    for (const { id, dateSource } of confirmed)
      expect(dateSource, id).toMatchObject({ text: /./, url: /^https?:/, checkedOn: /^\d{4}-/ });
  });

  it('hold no future date from the day when the facts were collected: none was found', () => {
    const collected = campaigns.filter(({ dateSource }) => dateSource?.checkedOn === COLLECTED_ON);
    expect(collected.filter(({ period }) => !period || period.end > COLLECTED_ON)).toEqual([]);
  });

  it('take place when the rule of their series says', () => {
    let tried = 0;
    for (const { series: of, edition, period } of campaigns) {
      const rule = series.find(({ id }) => id === of)?.rule;
      const found = rule && /^\d{4}$/.test(edition ?? '') && occurrenceOf(rule, Number(edition));
      if (!found) continue;
      tried++;
      expect([of, edition, found.start]).toEqual([of, edition, period!.start]);
      expect(period!.end <= found.end, `${of} ${edition}`).toBe(true);
    }
    expect(tried).toBeGreaterThan(15);
  });

  it('have an id made of the series and the edition', () => {
    for (const { id, series: of, edition } of campaigns.filter((one) => one.series))
      expect(id).toBe(`campaign/${of!.slice('series/'.length)}-${edition}`);
  });

  it('all have an audience', () => {
    expect([...series, ...campaigns].filter(({ audiences }) => audiences.length === 0)).toEqual([]);
  });
});

describe('practices', () => {
  it('are twenty, each with a source', () => {
    const keys = Array.from({ length: 20 }, (_, index) => `BP-${String(index + 1).padStart(2, '0')}`);
    expect(ofKind('practice').map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
  });

  it('with an adverse or no effect open with a warning, in both tongues', () => {
    const warnings = ofKind('practice').filter(({ evidence }) => evidence.includes('X'));
    expect(warnings.map(({ key }) => key)).toEqual(['BP-14', 'BP-18']);
    for (const { advice, evidenceNote } of warnings) {
      expect(advice.nl).toMatch(/^Waarschuwing: /);
      expect(advice.en).toMatch(/^Warning: /);
      expect(evidenceNote).toBeDefined();
    }
  });

  it('claim no review that nobody did', () => {
    expect(ofKind('practice').filter(({ reviewedOn }) => reviewedOn)).toEqual([]);
  });
});

describe('help points', () => {
  const points = ofKind('helppoint');

  it('have no confirmed telephone number, and a source for each', () => {
    const phones = points.flatMap((point) => point.phones);
    expect(phones.length).toBeGreaterThan(0);
    expect(phones.filter(({ confirmedAt, confirmedBy }) => confirmedAt || confirmedBy)).toEqual([]);
    expect(phones.every(({ source }) => source.url && source.checkedOn)).toBe(true);
  });

  it('give every fraud form exactly one place to go first', () => {
    const first = points.flatMap(({ forms }) =>
      forms.filter(({ rank }) => rank === 1).map(({ form }) => form),
    );
    const forms = ofKind('form').map(({ id }) => id);
    expect(first.toSorted()).toEqual(forms.toSorted());
  });

  it('leave out what is no reporting point for fraud', () => {
    const names = points.flatMap(({ name, aliases }) => [name, ...aliases]).join(' ');
    expect(names).not.toMatch(/Schadefonds|MijnSlachtofferzaak|Meld\.nl|Kifid/i);
  });
});

describe('feeds', () => {
  it('have the five public names, for young people up to 25', () => {
    const feeds = ofKind('feed');
    expect(feeds.map(({ name }) => name)).toEqual([
      'campagnes',
      'actieplan',
      'senioren',
      'jongeren',
      'ondernemers',
    ]);
    expect(feeds[1]?.filter.content).toEqual(['actions']);
    expect(feeds[3]?.filter.audiences).toEqual(['audience/jongeren', 'audience/jongvolwassenen']);
    expect(feeds.every(({ tokenHash }) => !tokenHash)).toBe(true);
  });
});
