import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { publicScope, type Scope, scopeOf } from '../../src/domain/access/visibility.ts';
import { phishing, sampleCampaign, seniors } from '../support/samples.ts';
import { NOW, testStore } from '../support/test-store.ts';

const scope = scopeOf(PROGRAM, NOW);

function day(offset: number): string {
  return Temporal.PlainDate.from('2027-01-01').add({ days: offset }).toString();
}

describe('the calendar', () => {
  it('gives exactly the entries that touch a range, long ones too', async () => {
    const span = fc.tuple(fc.nat(700), fc.oneof(fc.nat(30), fc.nat(600)));
    await fc.assert(
      fc.asyncProperty(fc.array(span, { maxLength: 15 }), span, async (spans, [from, length]) => {
        const campaigns = spans.map(([start, days], index) =>
          sampleCampaign(`c${index}`, {
            period: { start: day(start), end: day(start + days), zone: 'Europe/Amsterdam' },
          }),
        );
        const store = await testStore(...campaigns);
        const page = await store.entries({ scope, from: day(from), until: day(from + length), limit: 100 });
        const expected = campaigns.filter(
          ({ period }) => period!.start <= day(from + length) && period!.end >= day(from),
        );
        expect(page.campaigns.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
        expect(page.total).toBe(expected.length);
      }),
      { numRuns: 60 },
    );
  });

  it('pages in order without loss or repetition, also among entries of the same day', async () => {
    const store = await testStore(...Array.from({ length: 23 }, (_, index) => sampleCampaign(`c${index}`)));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await store.entries({ scope, limit: 5, ...(after ? { after } : {}) });
      seen.push(...page.campaigns.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(new Set(seen).size).toBe(23);
    expect(seen).toHaveLength(23);
  });

  it('shows an entry without dates in its expected months', async () => {
    const gap = sampleCampaign('gap', { period: null, dateState: 'unknown', expectedMonths: ['2027-09'] });
    const store = await testStore(gap);
    const september = await store.entries({ scope, from: '2027-09-10', until: '2027-09-12', limit: 5 });
    const october = await store.entries({ scope, from: '2027-10-01', until: '2027-10-31', limit: 5 });
    expect([september.total, october.total]).toEqual([1, 0]);
  });

  it('shows a gap in exactly the months in which it is expected, however far apart', async () => {
    const month = fc.integer({ min: 1, max: 12 }).map((number) => `2027-${String(number).padStart(2, '0')}`);
    const months = fc.uniqueArray(month, { minLength: 1, maxLength: 5 });
    const dates = { state: fc.constantFrom('unknown' as const, 'uncertain' as const), months };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record(dates), { maxLength: 6 }), month, async (gaps, asked) => {
        const campaigns = gaps.map(({ state, months: expectedMonths }, index) =>
          sampleCampaign(`c${index}`, { period: null, dateState: state, expectedMonths }),
        );
        const store = await testStore(...campaigns, sampleCampaign('dated', { dateState: 'uncertain' }));
        const range = { scope, from: `${asked}-10`, until: `${asked}-20` };
        const page = await store.entries({ ...range, limit: 100 });
        const expected = campaigns
          .filter(({ expectedMonths }) => expectedMonths.includes(asked))
          .map(({ id }) => id as string);
        if (asked === '2027-10') expected.push('campaign/dated');
        expect(page.campaigns.map(({ id }) => id).sort()).toEqual(expected.sort());
        const spans = await store.spans(range);
        const undated = spans.filter((span) => span.months !== undefined);
        expect(undated.map(({ id }) => id).sort()).toEqual(
          expected.filter((id) => id !== 'campaign/dated').sort(),
        );
        expect(undated.every((span) => span.months?.includes(asked))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('filters by what a campaign links to', async () => {
    const store = await testStore(
      seniors,
      sampleCampaign('a', { audiences: [seniors.id] }),
      sampleCampaign('b'),
    );
    const filter = {
      audiences: [seniors.id],
      forms: [],
      organisations: [],
      regions: [],
      series: [],
      topics: [],
      types: [],
    };
    expect((await store.entries({ scope, filter, limit: 5 })).campaigns.map(({ id }) => id)).toEqual([
      'campaign/a',
    ]);
  });

  it('refuses a cursor that it did not give', async () => {
    const store = await testStore();
    await expect(store.entries({ scope, limit: 5, after: "x' OR 1" })).rejects.toMatchObject({
      code: 'cursor-unknown',
    });
  });
});

describe('entries that are alike', () => {
  const here = sampleCampaign('here', { audiences: [seniors.id], forms: [phishing.id] });
  const same = sampleCampaign('same', { audiences: [seniors.id] });
  const form = sampleCampaign('form', { forms: [phishing.id] });
  const other = sampleCampaign('other');
  const alike = { audiences: [seniors.id], forms: [phishing.id] };

  it('share an audience or a form', async () => {
    const store = await testStore(seniors, phishing, here, same, form, other);
    const page = await store.entries({ scope, alike, limit: 5 });
    expect(page.campaigns.map(({ id }) => id)).toEqual([here.id, same.id, form.id]);
    expect(page.total).toBe(3);
  });

  it('are marked among the others', async () => {
    const store = await testStore(seniors, phishing, same, other);
    const marked = (await store.spans({ scope }, alike)).map((span) => [span.id, span.alike]);
    expect(marked).toEqual([
      [same.id, true],
      [other.id, false],
    ]);
    expect((await store.spans({ scope })).some((span) => span.alike)).toBe(false);
  });
});

describe('a whole name', () => {
  it('is found without searching, in any spelling of its accents, as far as the asker may see', async () => {
    const secret = sampleCampaign('secret', { title: 'Café week', visibility: 'organisation' });
    const store = await testStore(sampleCampaign('cafe', { title: 'Café week' }), secret);
    const named = async (asker: Scope, folded: string) =>
      (await store.named({ scope: asker, kinds: ['campaign'], folded, limit: 9 })).map(({ id }) => id);
    expect(await named(scope, 'cafe week')).toEqual(['campaign/cafe', 'campaign/secret']);
    expect(await named(publicScope(NOW), 'cafe week')).toEqual(['campaign/cafe']);
    expect(await named(scope, 'cafe')).toEqual(['campaign/cafe']);
    expect(await named(scope, 'week')).toEqual([]);
  });
});
