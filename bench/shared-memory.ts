import { contact } from '../src/domain/contact/contact.ts';
import { evaluation } from '../src/domain/evaluation/evaluation.ts';
import { practice } from '../src/domain/practice/practice.ts';
import type { AnyRecord } from '../src/domain/records.ts';
import { signal } from '../src/domain/signal/signal.ts';
import { campaignsOf, denser, idOfNumber } from './campaigns.ts';
import { randomFrom } from './random.ts';
import { AUDIENCES, LEADS, REGIONS, SENTENCES, SUBJECTS, TOWNS } from './words.ts';

const AT = '2027-05-03T09:00:00Z';

/** Of a hundred records these many are campaigns; of the others there are as many of each kind. */
const CAMPAIGNS = 60;

/** A shared memory of so many records of all kinds that grow, the same in every run: mostly campaigns. */
export function* sharedMemory(size: number): Generator<AnyRecord> {
  const campaigns = Math.round((size * CAMPAIGNS) / 100);
  yield* campaignsOf(denser(campaigns));
  const random = randomFrom(size);
  for (let number = 0; number < size - campaigns; number++) {
    const [form, subject] = random.pick(SUBJECTS);
    const town = random.pick(TOWNS);
    const text = `${random.pick(SENTENCES)} ${random.pick(SENTENCES)}`;
    const organisation = random.pick(LEADS);
    const said = { organisation, by: 'person/politie-demo', at: AT, owner: organisation };
    const id = `bench-${number}`;
    const kind = number % 4;
    if (kind === 0)
      yield evaluation.parse({
        id: `evaluation/${id}`,
        ...said,
        campaign: idOfNumber(number % campaigns),
        about: `${subject} in ${town}`,
        reached: text,
        lessons: [random.pick(SENTENCES)],
        again: 'yes',
      });
    else if (kind === 1)
      yield signal.parse({
        id: `signal/${id}`,
        ...said,
        title: `${subject} (${town})`,
        what: text,
        forms: [form],
        regions: [random.pick(REGIONS)],
      });
    else if (kind === 2)
      yield practice.parse({
        id: `practice/${id}`,
        title: { nl: `${subject}, aanpak ${number}`, en: `Practice ${number}` },
        advice: { nl: text, en: 'Made up for measuring.' },
        evidence: [random.pick(['A', 'B', 'C', 'D', 'X'])],
        forms: [form],
        audiences: [random.pick(AUDIENCES)],
        visibility: 'public',
        sources: [{ text: 'Verzonnen' }],
      });
    else
      yield contact.parse({
        id: `contact/${id}`,
        organisation,
        role: `${subject}: vragen uit ${town}`,
        forms: [form],
        reach: 'Via de centrale',
        validUntil: '2028-12-31',
      });
  }
}
