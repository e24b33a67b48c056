import type { Person } from '../person/person.ts';
import type { Matter } from './matter.ts';

/** Whether someone does not want to be reminded of this on a day (ISO date). */
export function isMuted({ mutes }: Person, { rule, subject, campaign }: Matter, day: string): boolean {
  return mutes.some(
    (mute) =>
      (mute.until === undefined || day <= mute.until) &&
      (mute.kind === undefined || mute.kind === rule.trigger) &&
      (mute.subject === undefined || mute.subject === subject || mute.subject === campaign),
  );
}
