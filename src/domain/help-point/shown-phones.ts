import { HOME_ZONE } from '../../core/clock.ts';
import type { HelpPoint } from './help-point.ts';

export type Phone = HelpPoint['phones'][number];

/** How long a coordinator's confirmation of a number holds. */
const MONTHS = 6;

/**
 * The emergency number. It always shows and is never confirmed: steps send people in danger to it, it does not get
 * old, and whoever would ring it to see whether it is right keeps a line from someone in need.
 */
export function isEmergency({ number }: Pick<Phone, 'number'>): boolean {
  return number.replaceAll(/\D/g, '') === '112';
}

/** The numbers that may be shown: confirmed by a coordinator less than six months ago, and the emergency number. */
export function shownPhones({ phones }: Pick<HelpPoint, 'phones'>, now: Temporal.Instant): Phone[] {
  return phones.filter((phone) => isEmergency(phone) || isConfirmed(phone, now));
}

/** The other numbers, which a coordinator may confirm by calling them; so never the emergency number. */
export function waitingPhones({ phones }: Pick<HelpPoint, 'phones'>, now: Temporal.Instant): Phone[] {
  return phones.filter((phone) => !isEmergency(phone) && !isConfirmed(phone, now));
}

/** Six calendar months on the clock of the partnership; at exactly six months it no longer holds. */
function isConfirmed({ confirmedAt }: Phone, now: Temporal.Instant): boolean {
  if (!confirmedAt) return false;
  const ends = Temporal.Instant.from(confirmedAt).toZonedDateTimeISO(HOME_ZONE).add({ months: MONTHS });
  return Temporal.Instant.compare(now, ends.toInstant()) < 0;
}
