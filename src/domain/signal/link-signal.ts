import { type By, changeOne, visibleRecord } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { requireOpen, speakerOf } from './may-signal.ts';
import type { Signal } from './signal.ts';

/** Links a signal to a campaign that the asker sees, or takes that away again. Twice is once. */
export function linkSignal(
  store: Store,
  by: By,
  id: Id<'signal'>,
  { campaign, away = false }: { campaign: Id<'campaign'>; away?: boolean },
): Promise<Signal> {
  speakerOf(by.actor);
  return changeOne(
    store,
    by,
    away ? 'signal.unlink' : 'signal.link',
    id,
    (signal, current) => {
      requireOpen(signal);
      visibleRecord(current, campaign, by);
      const others = signal.campaigns.filter((one) => one !== campaign);
      if (!away && others.length < signal.campaigns.length) return signal;
      return { ...signal, campaigns: away ? others : [...others, campaign] };
    },
    [campaign],
  );
}
