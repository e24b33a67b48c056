import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, OUTSIDER } from '../../src/domain/access/actor.ts';
import { contact } from '../../src/domain/contact/contact.ts';
import { evaluation } from '../../src/domain/evaluation/evaluation.ts';
import type { Store } from '../../src/domain/ports.ts';
import { practice } from '../../src/domain/practice/practice.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { signal } from '../../src/domain/signal/signal.ts';
import { ask, seededStore, wordsOf } from '../support/ask.ts';
import { sampleCampaign } from '../support/samples.ts';
import { put } from '../support/test-store.ts';

const AT = '2026-11-10T09:00:00Z';
const by = { organisation: 'organisation/politie', by: 'person/politie-demo', at: AT } as const;

/** Each with words that stand nowhere else; all are the police's. */
const ownCampaign = sampleCampaign('zeppelin', {
  title: 'Zeppelinactie tegen phishing',
  message: 'Kornoeljeboodschap',
  visibility: 'organisation',
  owner: 'organisation/politie',
  forms: ['form/phishing'],
});
const groupSignal = signal.parse({
  id: 'signal/walrus',
  ...by,
  title: 'Walrustruc met phishing',
  what: 'Pimpernelbeller',
  forms: ['form/phishing'],
  regions: ['region/limburg'],
  visibility: 'group/kerngroep',
  owner: 'organisation/politie',
});
const proposal = practice.parse({
  id: 'practice/v-otter',
  title: { nl: 'Otterproef', en: 'Ottertrial' },
  advice: { nl: 'Heggenmusadvies', en: 'Dunnockadvice' },
  evidence: ['D'],
  state: 'in-review',
  visibility: 'organisation',
  owner: 'organisation/politie',
  proposedAt: AT,
  sources: [{ text: 'Bron' }],
});
const ownContact = contact.parse({
  id: 'contact/lynx',
  organisation: 'organisation/politie',
  role: 'Lynxloket voor phishing',
  name: 'Boomvalk',
  reach: 'Wielewaalnummer',
  validUntil: '2027-10-01',
});
const evaluated = evaluation.parse({
  id: 'evaluation/bever',
  ...by,
  campaign: 'campaign/week-van-de-veiligheid-2025',
  about: 'Week van de Veiligheid 2025',
  reached: 'Beverbezoekers',
  lessons: ['Eerder beginnen met phishing'],
  again: 'yes',
});

const forNoOther: readonly AnyRecord[] = [ownCampaign, groupSignal, proposal];
const notForReaders = [...forNoOther, ownContact];
const notPublic = [...notForReaders, evaluated];

const SECRET = [
  ...['zeppelinactie', 'kornoeljeboodschap', 'walrustruc', 'pimpernelbeller', 'otterproef', 'ottertrial'],
  ...['heggenmusadvies', 'lynxloket', 'boomvalk', 'wielewaalnummer', 'beverbezoekers'],
];
const SLIPS = SECRET.map((word) => `${word.slice(0, 5)}${word.slice(6)}`);
const WORDS = [
  ...[...SECRET, ...SLIPS, 'zeppelin', 'walrus', 'otter', 'lynx', 'bever'],
  ...[
    'phishing',
    'signalen',
    'praktijk',
    'contact',
    'evaluatie',
    'campagnes',
    'oktober',
    'limburg',
    'politie',
  ],
  ...['week', 'veiligheid', 'beginnen', 'kerngroep', 'senioren'],
];

interface Role {
  name: string;
  asker: Actor | string;
  audience: 'private' | 'channel';
  hidden: readonly AnyRecord[];
}

const ROLES: readonly Role[] = [
  { name: 'an outsider', asker: OUTSIDER, audience: 'private', hidden: notPublic },
  { name: 'the coordinator in a channel', asker: 'coordinator-demo', audience: 'channel', hidden: notPublic },
  { name: 'a reader', asker: 'lezer-demo', audience: 'private', hidden: notForReaders },
  { name: 'a partner of another organisation', asker: 'vng-demo', audience: 'private', hidden: forNoOther },
];

let plain: Store;
const withSecrets = new Map<string, Store>();
beforeAll(async () => {
  plain = await seededStore();
  for (const { name, hidden } of ROLES) {
    const store = await seededStore();
    await put(store, ...hidden);
    withSecrets.set(name, store);
  }
});

describe('what someone may not see', () => {
  for (const { name, asker, audience } of ROLES)
    it(`changes nothing of what ${name} is answered: no hit, count, suggestion or order`, async () => {
      const store = withSecrets.get(name) as Store;
      const same = async (words: string): Promise<void> => {
        const line = `zoek ${words}`;
        const told = await ask(store, asker, line, { audience });
        expect(told).toEqual(await ask(plain, asker, line, { audience }));
      };
      for (const word of WORDS) await same(word);
      const question = fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(question, async (words) => same(words.join(' '))),
        { numRuns: 40 },
      );
    });

  it('is found by who may, each by its own words', async () => {
    const store = withSecrets.get('an outsider') as Store;
    for (const asker of ['coordinator-demo', 'politie-demo'])
      for (const [word, title] of [
        ['zeppelinactie', 'Zeppelinactie'],
        ['pimpernelbeller', 'Walrustruc'],
        ['otterproef', 'Otterproef'],
        ['lynxloket', 'Lynxloket'],
        ['beverbezoekers', 'Week van de Veiligheid 2025'],
      ] as const)
        expect(wordsOf(await ask(store, asker, `zoek ${word}`))).toContain(title);
  });
});
