import type { Person } from '../person/person.ts';
import type { Subscription } from '../subscription/subscription.ts';
import type { SlotSettings } from './slots.ts';

/** A channel has no working hours of its own; nobody reads it in the night. */
const CHANNEL_HOURS = { from: '07:00', until: '20:00' };

/** When a person is written to. */
export function settingsOfPerson({ zone, workingHours, digest }: Person): SlotSettings {
  return { zone, ...workingHours, weekday: digest.weekday, time: digest.time, secondMorning: true };
}

/** When a channel or mailing list gets its digest. */
export function settingsOfSubscription({ zone, weekday, time }: Subscription): SlotSettings {
  return { zone, ...CHANNEL_HOURS, weekday, time, secondMorning: false };
}
