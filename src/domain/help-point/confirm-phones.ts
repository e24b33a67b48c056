import { Refusal } from '../../core/errors.ts';
import { isCoordinator, require } from '../access/may.ts';
import { type By, changeOne } from '../change-one.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import type { HelpPoint } from './help-point.ts';
import { isEmergency } from './shown-phones.ts';

/** A coordinator has called a help point's numbers, or one of them, and they are right: from now they show. 112 is left alone. */
export function confirmPhones(
  store: Store,
  by: By,
  id: Id<'helppoint'>,
  number: string | undefined,
): Promise<HelpPoint> {
  return changeOne(store, by, 'helppoint.confirm-phone', id, (point) => {
    const { person } = by.actor;
    require(isCoordinator(by.actor) && person !== undefined, 'coordinators-only');
    const meant = point.phones.filter(
      (phone) => !isEmergency(phone) && (!number || digits(phone.number) === digits(number)),
    );
    if (meant.length === 0) throw new Refusal('phone-unknown', { name: point.name }, 'nummer');
    const confirmed = { confirmedAt: by.at.toString(), ...(person ? { confirmedBy: person } : {}) };
    const phones = point.phones.map((phone) => (meant.includes(phone) ? { ...phone, ...confirmed } : phone));
    return { ...point, phones };
  });
}

function digits(text: string): string {
  return text.replaceAll(/\D/g, '');
}
