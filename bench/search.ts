import { commands } from '../commands/index.ts';
import { contextFor } from '../src/command/context.ts';
import { createRegistry } from '../src/command/registry.ts';
import { runLine } from '../src/command/run-line.ts';
import { scopeOf } from '../src/domain/access/visibility.ts';
import { actorOf } from '../src/domain/person/actor-of.ts';
import type { Reply } from '../src/reply/reply.ts';
import { denser } from './campaigns.ts';
import { type FilledStore, filledStore, NOW, writeAll } from './filled-store.ts';
import { compareTimes } from './measure.ts';
import { type PlainReads, plainReads } from './plain-reads.ts';
import { sharedMemory } from './shared-memory.ts';
import { report, settingsOf } from './topic.ts';

/**
 * `zoek` in a shared memory of all kinds, asked by a partner; beside it one plain FTS query for the words that
 * carry the question, whose hundred best rows are parsed and nothing else.
 */

const HITS = 100;

type Question = readonly [what: string, line: string, plain: string | ((plain: PlainReads) => unknown)];

/** What is typed, and the expression that would find most of it, or the rows that must be looked at otherwise. */
const QUESTIONS: readonly Question[] = [
  ['a rare word', 'zoek zwolle', '"zwolle"'],
  ['a common word that is a term', 'zoek phishing', '"phishing"'],
  ['a synonym', 'zoek whatsappfraude', '"vriend in nood"'],
  ['two words', 'zoek veilig marktplaatsen', '"veilig" AND "marktplaatsen"'],
  ['a sentence', 'zoek "wat kan ik doen tegen valse facturen op kantoor"', '"facturen" AND "kantoor"'],
  ['inflected', 'zoek pinpassen', '"pinpas"'],
  ['a kind and a term', 'zoek "signalen phishing limburg"', '"phishing" AND "limburg"'],
  [
    'a kind and a period',
    'zoek "campagnes oktober 2027"',
    (plain) => plain.kalender('2027-10-01', '2027-10-31'),
  ],
  ['a slip in the word', 'zoek zwole', (plain) => plain.zoekMistyped('zwole', '"zwolle"', HITS)],
  ['two words that never meet', 'zoek "zwolle maastricht"', '"zwolle" OR "maastricht"'],
  [
    'three common words that never meet',
    'zoek "phishing marktplaatsen pinpas"',
    '"phishing" OR "marktplaatsen" OR "pinpas"',
  ],
  [
    'a word that is nowhere',
    'zoek krokodillenleer',
    (plain) => plain.zoekMistyped('krokodillenleer', '"krokodillenleer"', HITS),
  ],
];

const { size, rounds } = settingsOf<{ size: number; rounds: number }>();
const filled = await filledStore(denser(0));
try {
  await writeAll(filled.store, sharedMemory(size));
  await measure(filled);
} finally {
  filled.close();
}

async function measure({ store, database, messages, drafts }: FilledStore): Promise<void> {
  const actor = await actorOf(store, 'person/politie-demo', NOW);
  if (!actor) throw new Error('the demo people are not there');
  const registry = createRegistry(commands);
  const surroundings = {
    store,
    ids: () => 'bench',
    now: () => NOW,
    publicUrl: 'https://bench.example',
    messages,
    drafts,
    timelineUrl: () => undefined,
    insightUrl: () => undefined,
  };
  const ask = (line: string): Promise<Reply> =>
    runLine(registry, contextFor(surroundings, actor, 'private'), line);
  const plain = plainReads(database, scopeOf(actor, NOW));
  for (const [what, line, match] of QUESTIONS) {
    const reply = await ask(line);
    if (reply.type !== 'message') throw new Error(`"${line}" gave a ${reply.type}`);
    const times = await compareTimes(
      () => ask(line),
      () => (typeof match === 'string' ? plain.zoek(match, HITS) : match(plain)),
      rounds,
    );
    report({ what, size, ...times, unit: 'ms', aim: { most: 3 } });
  }
}
