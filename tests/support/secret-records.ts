import { commands } from '../../commands/index.ts';
import { contact } from '../../src/domain/contact/contact.ts';
import { evaluation } from '../../src/domain/evaluation/evaluation.ts';
import { person } from '../../src/domain/person/person.ts';
import { practice } from '../../src/domain/practice/practice.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { signal } from '../../src/domain/signal/signal.ts';
import { task } from '../../src/domain/task/task.ts';
import { POLICE, sampleCampaign } from './samples.ts';

/** Words of the police alone, and words that partners share before they are for the public. */
export const OWN_WORDS = [
  ...['Zonnewende', 'Klaproosdoel', 'Distelgedrag', 'Vlierboodschap', 'Wolfsmelkmeting', 'Heidenotitie'],
  ...['Kwartsklus', 'geheimepagina', 'quirina@politie.voorbeeld', 'Conceptkoraal'],
  ...['Signaalsperwer', 'Evaluatiekievit'],
];
export const PARTNER_WORDS = ['Voorstelvos', 'Embargoegel', 'Reigerdoel', 'Contactcondor'];
export const SECRET_WORDS = [...OWN_WORDS, ...PARTNER_WORDS];

const LED = { owner: POLICE, leads: [{ organisation: POLICE, contact: 'person/quirina' }] } as const;

/** What nobody but the police, or nobody but partners, may hear of. */
export const secretRecords: readonly AnyRecord[] = [
  person.parse({
    id: 'person/quirina',
    name: 'Quirina Rietzanger',
    organisation: POLICE,
    owner: POLICE,
    role: 'partner',
    email: 'quirina@politie.voorbeeld',
    contact: true,
  }),
  sampleCampaign('zonnewende', {
    ...LED,
    title: 'Zonnewende',
    visibility: 'organisation',
    period: { start: '2026-12-07', end: '2026-12-11' },
    aim: 'Klaproosdoel',
    behaviour: 'Distelgedrag',
    message: 'Vlierboodschap',
    measure: 'Wolfsmelkmeting',
    note: 'Heidenotitie',
    materials: [{ title: 'Folder', url: 'https://geheimepagina.example/folder' }],
  } as never),
  task.parse({
    id: 'task/kwarts',
    campaign: 'campaign/zonnewende',
    title: 'Kwartsklus',
    due: { anchor: 'start', days: -30 },
    owners: [POLICE],
    owner: POLICE,
    visibility: 'organisation',
  }),
  practice.parse({
    id: 'practice/v-pimpernel',
    title: { nl: 'Praktijkpimpernel', en: 'Praktijkpimpernel' },
    advice: { nl: 'Praktijkpimpernel', en: 'Praktijkpimpernel' },
    evidence: ['D'],
    state: 'in-review',
    visibility: 'organisation',
    owner: POLICE,
    proposedAt: '2026-11-20T09:00:00Z',
    sources: [{ text: 'Praktijkpimpernel' }],
  }),
  signal.parse({
    id: 'signal/sperwer',
    title: 'Signaalsperwer',
    what: 'Signaalsperwer aan de deur',
    organisation: POLICE,
    owner: POLICE,
    visibility: 'organisation',
    by: 'person/quirina',
    at: '2026-11-20T09:00:00Z',
    campaigns: ['campaign/embargo'],
  }),
  evaluation.parse({
    id: 'evaluation/zonnewende~politie',
    campaign: 'campaign/zonnewende',
    about: 'Zonnewende',
    organisation: POLICE,
    owner: POLICE,
    visibility: 'organisation',
    by: 'person/quirina',
    at: '2026-11-20T09:00:00Z',
    reached: 'Evaluatiekievit',
    again: 'yes',
  }),
  contact.parse({
    id: 'contact/condor',
    organisation: POLICE,
    owner: POLICE,
    role: 'Contactcondor',
    reach: 'Contactcondor, werkdagen',
    validUntil: '2027-06-01',
  }),
  sampleCampaign('voorstel', {
    ...LED,
    title: 'Voorstelvos',
    visibility: 'public',
    progress: 'proposed',
    period: { start: '2026-12-08', end: '2026-12-10' },
  } as never),
  sampleCampaign('embargo', {
    ...LED,
    title: 'Embargoegel',
    aim: 'Reigerdoel',
    visibility: 'public',
    embargoUntil: '2027-06-01T00:00:00Z',
    period: { start: '2026-12-09', end: '2026-12-12' },
  } as never),
] as AnyRecord[];

/** Every command, bare and with its examples, and with what is secret; but for linking, which is open to all. */
export const LINES: readonly string[] = commands
  .filter(({ name }) => name !== 'koppel')
  .flatMap(({ name, examples }) => ['', ...examples].map((words) => `${name} ${words}`.trim()))
  .concat(SECRET_WORDS.flatMap((word) => [word, `zoek ${word}`, `toon ${word}`]));

/** The same with a word in the place of these: an answer that repeats what was sent tells nothing. */
export function masked<T>(part: T, words: readonly string[]): T {
  return JSON.parse(words.reduce((text, word) => text.replaceAll(word, 'iets'), JSON.stringify(part)));
}

/** A word of the same length that is nowhere. */
export function nowhere(word: string): string {
  return word.replace(/^\w+/, (part) => 'Qqxzv'.padEnd(part.length, 'zx'));
}
