import { todayAt } from '../../core/clock.ts';
import { Refusal } from '../../core/errors.ts';
import { require } from '../access/may.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { refusePersonalData } from '../shared/refuse-personal-data.ts';
import { mayClose, requireMayName, requireOpen } from './may-signal.ts';
import type { Signal } from './signal.ts';

/** What can be corrected. `since` and `tell` are taken away by being there as undefined. */
export type SignalEdit = Partial<
  Pick<Signal, 'title' | 'what' | 'forms' | 'channels' | 'regions' | 'since' | 'tell' | 'visibility'>
>;

/**
 * Corrects an open signal, by the organisation that shared it or a coordinator. The rules for a new one hold: no
 * personal data, no day to come, no group that the asker is not in. What others said of it stays.
 */
export function editSignal(store: Store, by: By, id: Id<'signal'>, edit: SignalEdit): Promise<Signal> {
  refusePersonalData(edit.title, 'titel');
  refusePersonalData(edit.what, 'wat');
  refusePersonalData(edit.tell, 'publiek');
  if (edit.since && edit.since > todayAt(by.at).toString()) throw new Refusal('signal-future', {}, 'sinds');
  return changeOne(store, by, 'signal.edit', id, (signal) => {
    require(mayClose(by.actor, signal), 'not-yours-signal');
    requireOpen(signal);
    if (edit.visibility && edit.visibility !== signal.visibility) requireMayName(by.actor, edit.visibility);
    return { ...signal, ...edit };
  });
}
