import { HOME_ZONE } from '../../core/clock.ts';
import type { HelpPoint } from './help-point.ts';

export type Phone = HelpPoint['phones'][number];

/** How long a coordinator's confirmation of a number holds. */
const MONTHS = 6;

/** The numbers that may be shown: confirmed by a coordinator less than six months ago. */
export function shownPhones({ phones }: Pick<HelpPoint, 'phones'>, now: Temporal.Instant): Phone[] {
  return phones.filter((phone) => isConfirmed(phone, now));
}

/** The other numbers, which a coordinator may confirm. */
export function waitingPhones({ phones }: Pick<HelpPoint, 'phones'>, now: Temporal.Instant): Phone[] {
  return phones.filter((phone) => !isConfirmed(phone, now));
}

/** Six calendar months on the clock of the partnership; at exactly six months it no longer holds. */
function isConfirmed({ confirmedAt }: Phone, now: Temporal.Instant): boolean {
  if (!confirmedAt) return false;
  const ends = Temporal.Instant.from(confirmedAt).toZonedDateTimeISO(HOME_ZONE).add({ months: MONTHS });
  return Temporal.Instant.compare(now, ends.toInstant()) < 0;
}
