import { foldText } from '../../core/ids.ts';
import type { Scope } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import { searchTextOf } from '../search-text.ts';
import type { Id } from '../shared/record.ts';
import type { Signal } from './signal.ts';

export interface SignalQuestion {
  /** Every one of them must be in the text, or begin a word of it. */
  words?: string | undefined;
  forms?: readonly Id<'form'>[] | undefined;
  regions?: readonly Id<'region'>[] | undefined;
  state?: Signal['state'] | undefined;
}

/** The signals that the scope may see and that fit, in the order of `newestSignals`. */
export async function findSignals(
  store: Store,
  scope: Scope,
  { words = '', forms, regions, state }: SignalQuestion,
): Promise<Signal[]> {
  const asked = foldText(words).split(/\s+/).filter(Boolean);
  const shares = (own: readonly string[], some: readonly string[] | undefined): boolean =>
    some === undefined || own.some((id) => some.includes(id));
  const found = (await store.list('signal', scope)).filter(
    (one) =>
      shares(one.forms, forms) &&
      shares(one.regions, regions) &&
      (state === undefined || one.state === state) &&
      holds(one, asked),
  );
  return newestSignals(found);
}

/** Open ones first, and of each the one with the latest news. */
export function newestSignals(signals: readonly Signal[]): Signal[] {
  return signals.toSorted(
    (one, other) =>
      Number(one.state === 'closed') - Number(other.state === 'closed') ||
      Temporal.Instant.compare(lastNews(other), lastNews(one)) ||
      (one.id < other.id ? -1 : 1),
  );
}

/** When something was last said about it. */
export function lastNews({ at, confirmations, comments, closedAt }: Signal): Temporal.Instant {
  const moments = [at, ...confirmations.map((one) => one.at), ...comments.map((one) => one.at), closedAt];
  return moments
    .flatMap((moment) => (moment === undefined ? [] : [Temporal.Instant.from(moment)]))
    .reduce((latest, one) => (Temporal.Instant.compare(one, latest) > 0 ? one : latest));
}

function holds(signal: Signal, asked: readonly string[]): boolean {
  if (asked.length === 0) return true;
  const { title = '', keywords = '', body = '' } = searchTextOf(signal) ?? {};
  const text = `${title} ${keywords} ${body}`;
  return asked.every((word) => text.includes(word));
}
