import { dateWords } from '../core/dates/format-words.ts';
import type { View } from './view.ts';

/** The working days as they are typed, Monday first; their labels are `choice.<day>`. */
export const WORKING_DAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag'] as const;

/** "elke maandag om 08.30 uur", from an ISO weekday (1 is Monday) and HH:MM. */
export function everyWeekText(
  { weekday, time }: { weekday: number; time: string },
  { t, locale }: Pick<View, 't' | 'locale'>,
): string {
  const day = t(`choice.${WORKING_DAYS[weekday - 1] ?? 'maandag'}`);
  return t('digest.every-week', { day, time: dateWords[locale].time(time) });
}
