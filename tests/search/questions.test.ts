import { beforeAll, describe, expect, it } from 'vitest';
import { scopeOf } from '../../src/domain/access/visibility.ts';
import { actorOf } from '../../src/domain/person/actor-of.ts';
import type { Store } from '../../src/domain/ports.ts';
import { pageOf } from '../../src/domain/search/page-of.ts';
import { searchWide } from '../../src/domain/search/search-wide.ts';
import { seededStore } from '../support/ask.ts';
import { NOW, put } from '../support/test-store.ts';
import { DUTCH, ENGLISH, type Question } from './questions.ts';
import { shelf } from './shelf.ts';

const TODAY = Temporal.PlainDate.from('2026-11-23');
const PAGE = 10;

interface Outcome {
  ask: string;
  recall: number;
  reciprocal: number;
  shown: string[];
}

let store: Store;
beforeAll(async () => {
  store = await seededStore();
  await put(store, ...shelf);
});

/** The first page as it is read: in groups by kind, the group with the best result first. */
async function shownFor(ask: string): Promise<string[]> {
  const actor = await actorOf(store, 'person/politie-demo', NOW);
  if (!actor) throw new Error('the demo people are not there');
  const { hits } = await searchWide(store, scopeOf(actor, NOW), { words: ask, limit: 100, today: TODAY });
  return pageOf(hits, PAGE, 0).map(({ record }) => record.id);
}

async function outcomeOf(question: Question): Promise<Outcome> {
  const shown = await shownFor(question.ask);
  const wanted: readonly string[] = 'all' in question ? question.all : question.any;
  const places = wanted.map((id) => shown.indexOf(id)).filter((place) => place >= 0);
  const within = places.filter((place) => place < 5).length;
  const recall = 'all' in question ? within / wanted.length : Math.min(within, 1);
  const first = Math.min(...places);
  return { ask: question.ask, recall, reciprocal: places.length > 0 ? 1 / (first + 1) : 0, shown };
}

interface Measured {
  recall: number;
  reciprocal: number;
}

function mean(outcomes: readonly Outcome[]): Measured {
  const of = (pick: (one: Outcome) => number): number =>
    outcomes.reduce((sum, one) => sum + pick(one), 0) / outcomes.length;
  return { recall: of(({ recall }) => recall), reciprocal: of(({ reciprocal }) => reciprocal) };
}

describe('what people ask', () => {
  it('is found among the first five, and mostly first', async () => {
    const dutch: Outcome[] = [];
    for (const question of DUTCH) dutch.push(await outcomeOf(question));
    const english: Outcome[] = [];
    for (const question of ENGLISH) english.push(await outcomeOf(question));
    const all = [...dutch, ...english];
    const line = (name: string, outcomes: readonly Outcome[]): string => {
      const { recall, reciprocal } = mean(outcomes);
      return `${name}: ${outcomes.length} questions, recall at 5 ${recall.toFixed(3)}, mean reciprocal rank ${reciprocal.toFixed(3)}`;
    };
    const misses = all.filter(({ recall, reciprocal }) => recall < 1 || reciprocal < 1);
    const told = misses.map(
      ({ ask, recall, reciprocal, shown }) =>
        `  ${recall < 1 ? 'MISSED' : 'not first'} "${ask}" (${recall.toFixed(2)}, ${reciprocal.toFixed(2)}): ${shown.slice(0, 6).join(', ')}`,
    );
    process.stdout.write(
      `${[line('nl', dutch), line('en', english), line('all', all), ...told].join('\n')}\n`,
    );
    expect(mean(all).recall).toBeGreaterThanOrEqual(0.95);
    expect(mean(all).reciprocal).toBeGreaterThanOrEqual(0.85);
  });
});
