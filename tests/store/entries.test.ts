import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROGRAM } from '../../src/domain/access/actor.ts';
import { scopeOf } from '../../src/domain/access/visibility.ts';
import { sampleCampaign, seniors } from '../support/samples.ts';
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

  it('shows an entry without dates in its expected month', async () => {
    const gap = sampleCampaign('gap', { period: null, dateState: 'unknown', expectedMonth: '2027-09' });
    const store = await testStore(gap);
    const september = await store.entries({ scope, from: '2027-09-10', until: '2027-09-12', limit: 5 });
    const october = await store.entries({ scope, from: '2027-10-01', until: '2027-10-31', limit: 5 });
    expect([september.total, october.total]).toEqual([1, 0]);
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
