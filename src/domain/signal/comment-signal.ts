import { Refusal } from '../../core/errors.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import { refusePersonalData } from '../shared/refuse-personal-data.ts';
import { requireOpen, speakerOf } from './may-signal.ts';
import type { Signal } from './signal.ts';

/** The schema of a signal takes no more. */
const MOST = 200;

/** Adds what the asker's organisation has to say about it. Personal data is refused. */
export function commentSignal(store: Store, by: By, id: Id<'signal'>, text: string): Promise<Signal> {
  const { person, organisation } = speakerOf(by.actor);
  refusePersonalData(text, 'reactie');
  return changeOne(store, by, 'signal.comment', id, (signal) => {
    requireOpen(signal);
    if (signal.comments.length >= MOST) throw new Refusal('signal-full', { max: MOST }, 'reactie');
    const said = { organisation, by: person, at: by.at.toString(), text };
    return { ...signal, comments: [...signal.comments, said] };
  });
}
