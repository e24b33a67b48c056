import { organisation } from '../../src/domain/organisation/organisation.ts';
import { participation } from '../../src/domain/participation/participation.ts';
import { person } from '../../src/domain/person/person.ts';
import type { Store } from '../../src/domain/ports.ts';
import { practice } from '../../src/domain/practice/practice.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { task } from '../../src/domain/task/task.ts';
import { form } from '../../src/domain/taxonomy/taxonomy.ts';
import { NASTY_TEXTS } from '../render/arbitrary-reply.ts';
import { seededStore } from './ask.ts';
import { POLICE, phishing, sampleCampaign, sampleOrganisation, seniors } from './samples.ts';
import { put } from './test-store.ts';

/** The longest text that a field takes, made of something awkward. */
function filled(text: string, length: number): string {
  const piece = text.replaceAll(/\p{Cc}/gu, ' ').trim() || 'x';
  return `${piece} `
    .repeat(Math.ceil(length / (piece.length + 1)))
    .slice(0, length)
    .trim()
    .toWellFormed();
}

const nasty = (index: number): string => NASTY_TEXTS[index % NASTY_TEXTS.length] ?? 'x';

/** One campaign that has everything at its longest, and sixty others around it on the same days. */
export const EXTREME: Id<'campaign'> = 'campaign/extreem';

/** The seeded calendar with records at the edge of what the schemas allow. */
export async function extremeStore(): Promise<Store> {
  const store = await seededStore();
  const organisations = Array.from({ length: 60 }, (_, index) =>
    organisation.parse({
      id: `organisation/o${index}`,
      name: filled(nasty(index), 200),
      short: filled(nasty(index), 60),
      visibility: 'public',
    }),
  );
  const forms = Array.from({ length: 120 }, (_, index) =>
    form.parse({
      id: `form/f${index}`,
      name: { nl: filled(nasty(index), 150), en: 'x' },
      visibility: 'public',
    }),
  );
  const others = Array.from({ length: 60 }, (_, index) =>
    sampleCampaign(`druk${index}`, {
      title: filled(nasty(index), 200),
      message: filled(nasty(index), 5_000),
      audiences: [seniors.id],
      leads: organisations.slice(0, 20).map(({ id }) => ({ organisation: id })),
      owner: POLICE,
    }),
  );
  const campaign = sampleCampaign('extreem', {
    title: filled('Extreem', 200),
    aim: filled('<!channel> *doel* [x](http://evil.example)', 5_000),
    behaviour: filled('👩‍👩‍👧‍👧', 5_000),
    measure: 'w'.repeat(5_000),
    message: filled('=HYPERLINK("http://evil.example") <at>iedereen</at>', 5_000),
    note: filled('‮rechts naar links', 5_000),
    materials: Array.from({ length: 60 }, (_, index) => ({
      title: filled(nasty(index), 200),
      url: `https://example.org/${'a'.repeat(1_500)}${index}`,
    })),
    leads: organisations.map(({ id }) => ({ organisation: id })),
    forms: forms.map(({ id }) => id),
    audiences: [seniors.id],
    places: Array.from({ length: 100 }, (_, index) => filled(nasty(index), 200)),
    owner: POLICE,
  });
  const around: AnyRecord[] = organisations.flatMap(({ id }, index) => [
    participation.parse({
      id: `participation/extreem~o${index}`,
      campaign: EXTREME,
      organisation: id,
      answer: 'joins',
      contribution: filled(nasty(index), 5_000),
    }),
    task.parse({
      id: `task/t${index}`,
      campaign: EXTREME,
      title: filled(nasty(index), 200),
      due: { anchor: 'start', days: -index },
      owners: [id],
    }),
    person.parse({
      id: `person/p${index}`,
      name: filled(nasty(index), 200),
      organisation: id,
      role: 'partner',
    }),
  ]);
  const practices = Array.from({ length: 40 }, (_, index) =>
    practice.parse({
      id: `practice/x${index}`,
      key: `BP-${100 + index}`,
      title: { nl: filled(nasty(index), 300), en: 'x' },
      advice: { nl: filled(nasty(index), 5_000), en: filled(nasty(index), 5_000) },
      evidence: ['X', 'A'],
      audiences: [seniors.id],
      visibility: 'public',
      sources: [{ text: filled(nasty(index), 500), url: `https://example.org/${'b'.repeat(1_900)}` }],
    }),
  );
  await put(
    store,
    seniors,
    phishing,
    sampleOrganisation(POLICE),
    ...organisations,
    ...forms,
    ...others,
    campaign,
    ...around,
    ...practices,
  );
  return store;
}
