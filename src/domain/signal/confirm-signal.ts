import { Refusal } from '../../core/errors.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { organisationToConfirm, requireOpen, speakerOf } from './may-signal.ts';
import type { Signal } from './signal.ts';

/** "Wij zien dit ook": the asker's organisation sees it too. Said twice it counts once; one's own is refused. */
export function confirmSignal(store: Store, by: By, id: Id<'signal'>): Promise<Signal> {
  const { person } = speakerOf(by.actor);
  return changeOne(store, by, 'signal.confirm', id, (signal) => {
    requireOpen(signal);
    const organisation = organisationToConfirm(by.actor, signal);
    if (organisation === undefined) {
      if (by.actor.organisations.every((one) => one === signal.organisation)) throw new Refusal('signal-own');
      return signal;
    }
    const said = { organisation, by: person, at: by.at.toString() };
    return { ...signal, confirmations: [...signal.confirmations, said] };
  });
}
