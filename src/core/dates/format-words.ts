import type { Locale } from '../locale.ts';

/** The few words that dates need when they are written; everything else a person reads is in i18n. */
export interface DateWords {
  months: readonly string[];
  shortWeekdays: readonly string[];
  /** Between the ends of a period: days of one month, and anything longer. */
  to: string;
  longTo: string;
  /** Puts the hours in: "09.00 uur". */
  time(time: string): string;
  times(start: string, end: string): string;
  from(time: string): string;
  until(time: string): string;
  zone(name: string): string;
  quarter(year: number, number: number): string;
}

export const dateWords: Readonly<Record<Locale, DateWords>> = {
  nl: {
    months: words('januari februari maart april mei juni juli augustus september oktober november december'),
    shortWeekdays: words('ma di wo do vr za zo'),
    to: ' t/m ',
    longTo: ' t/m ',
    time: (time) => `${dotted(time)} uur`,
    times: (start, end) => `${dotted(start)}–${dotted(end)} uur`,
    from: (time) => `vanaf ${dotted(time)} uur`,
    until: (time) => `tot ${dotted(time)} uur`,
    zone: (name) => `(tijdzone ${name})`,
    quarter: (year, number) => `${number}e kwartaal ${year}`,
  },
  en: {
    months: words('January February March April May June July August September October November December'),
    shortWeekdays: words('Mon Tue Wed Thu Fri Sat Sun'),
    to: '–',
    longTo: ' – ',
    time: (time) => time,
    times: (start, end) => `${start}–${end}`,
    from: (time) => `from ${time}`,
    until: (time) => `until ${time}`,
    zone: (name) => `(time zone ${name})`,
    quarter: (year, number) => `Q${number} ${year}`,
  },
};

function words(line: string): string[] {
  return line.split(' ');
}

function dotted(time: string): string {
  return time.replace(':', '.');
}
