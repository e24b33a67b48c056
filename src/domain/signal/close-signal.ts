import { require } from '../access/may.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { refusePersonalData } from '../shared/refuse-personal-data.ts';
import { mayClose, requireOpen } from './may-signal.ts';
import type { Signal } from './signal.ts';

/** Closes a signal with a reason, by the organisation that shared it or a coordinator. */
export function closeSignal(store: Store, by: By, id: Id<'signal'>, reason: string): Promise<Signal> {
  refusePersonalData(reason, 'reden');
  return changeOne(store, by, 'signal.close', id, (signal) => {
    require(mayClose(by.actor, signal), 'not-yours-signal');
    requireOpen(signal);
    return { ...signal, state: 'closed', closedAt: by.at.toString(), closedReason: reason };
  });
}
