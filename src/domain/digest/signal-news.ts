import type { Scope } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import { newestSignals } from '../signal/find-signals.ts';
import type { Signal } from '../signal/signal.ts';
import { type Few, fewOf, type SignalNews } from './digest.ts';

/** Signals that were shared, seen by others or closed after a moment, as far as the scope sees them. */
export async function signalNews(
  store: Store,
  scope: Scope,
  since: Temporal.Instant,
): Promise<Few<SignalNews>> {
  const signals = newestSignals(await store.list('signal', scope));
  return fewOf(signals.map((signal) => newsOf(signal, since)).filter(hasNews));
}

function newsOf(signal: Signal, since: Temporal.Instant): SignalNews {
  const isAfter = (at: string | undefined): boolean =>
    at !== undefined && Temporal.Instant.compare(Temporal.Instant.from(at), since) > 0;
  return {
    signal,
    isNew: isAfter(signal.at),
    confirmed: signal.confirmations.filter(({ at }) => isAfter(at)).map(({ organisation }) => organisation),
    isClosed: isAfter(signal.closedAt),
  };
}

function hasNews({ isNew, confirmed, isClosed }: SignalNews): boolean {
  return isNew || isClosed || confirmed.length > 0;
}
