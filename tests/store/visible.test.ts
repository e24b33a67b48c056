import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guardOf } from '../../src/domain/access/guard.ts';
import { canSee, type Scope } from '../../src/domain/access/visibility.ts';
import { contact } from '../../src/domain/contact/contact.ts';
import { group } from '../../src/domain/organisation/organisation.ts';
import type { Id, Visibility } from '../../src/domain/shared/record.ts';
import { BANKS, POLICE, sampleCampaign, sampleOrganisation } from '../support/samples.ts';
import { NOW, testStore } from '../support/test-store.ts';

const core: Id<'group'> = 'group/kerngroep';
const visibility = fc.constantFrom<Visibility>('public', 'partners', 'organisation', core);
const embargo = fc.constantFrom(
  undefined,
  '2026-11-23T09:59:59+01:00',
  '2026-11-23T10:00:01+01:00',
  '2030-01-01T00:00Z',
);

const arbitraryCampaign = fc.record({
  visibility,
  owner: fc.constantFrom(undefined, POLICE, BANKS),
  embargoUntil: embargo,
  progress: fc.constantFrom('proposed' as const, 'planned' as const, 'cancelled' as const),
});

const arbitraryScope: fc.Arbitrary<Scope> = fc.record({
  everything: fc.boolean(),
  partners: fc.boolean(),
  organisations: fc.subarray([POLICE, BANKS]),
  groups: fc.subarray([core]),
  at: fc.constant(NOW.toString()),
});

const arbitraryContact = fc.record({
  visibility,
  organisation: fc.constantFrom(POLICE, BANKS),
  owner: fc.constantFrom(undefined, POLICE, BANKS),
});

it('shows contacts to who acts for an organisation alone, by SQL as by the rule', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryContact, { maxLength: 8 }), arbitraryScope, async (rows, scope) => {
      const members = group.parse({ id: core, name: 'Kerngroep', visibility: 'public' });
      const contacts = rows.map((row, index) =>
        contact.parse({
          ...row,
          id: `contact/c${index}`,
          role: 'Meldingen',
          reach: 'bel',
          validUntil: '2027-01-01',
        }),
      );
      const store = await testStore(
        sampleOrganisation(POLICE),
        sampleOrganisation(BANKS),
        members,
        ...contacts,
      );
      const expected = contacts.filter((one) => canSee(scope, guardOf(one))).map(({ id }) => id);
      const hits = await store.search({ scope, words: 'meldingen', limit: 100 });
      expect((await store.list('contact', scope)).map(({ id }) => id).sort()).toEqual([...expected].sort());
      expect(hits.map(({ record }) => record.id).sort()).toEqual([...expected].sort());
    }),
    { numRuns: 40 },
  );
});

it('shows by SQL exactly what the rule shows, for any record and any asker', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryCampaign, { maxLength: 12 }), arbitraryScope, async (rows, scope) => {
      const campaigns = rows.map((row, index) => sampleCampaign(`c${index}`, row as object));
      const members = group.parse({ id: core, name: 'Kerngroep', visibility: 'public' });
      const store = await testStore(
        sampleOrganisation(POLICE),
        sampleOrganisation(BANKS),
        members,
        ...campaigns,
      );
      const expected = campaigns.filter((one) => canSee(scope, guardOf(one))).map(({ id }) => id);
      const listed = (await store.list('campaign', scope)).map(({ id }) => id);
      const page = await store.entries({ scope, limit: 100 });
      const hits = await store.search({ scope, words: 'campagne', limit: 100 });
      expect(listed.sort()).toEqual([...expected].sort());
      expect(page.campaigns.map(({ id }) => id).sort()).toEqual([...expected].sort());
      expect(page.total).toBe(expected.length);
      expect(hits.map(({ record }) => record.id).sort()).toEqual([...expected].sort());
    }),
    { numRuns: 60 },
  );
});
