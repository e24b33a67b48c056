import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RevisedEntry } from '../../../src/feeds/build-feed.ts';
import type { FeedEntry } from '../../../src/feeds/feed-entry.ts';
import { run, runs } from './run.ts';

/** Another program that reads calendars. It tells of each event what it understood, in words of its own. */
export interface Peer {
  name: string;
  /** What to install for it on Debian. */
  package: string;
  isInstalled(folder: string): boolean;
  read(folder: string, file: string): string[];
  /** What it should tell of an entry. */
  tells(entry: RevisedEntry): string;
}

const HOME_ZONE = 'Europe/Amsterdam';
const PYTHON = '/usr/bin/python3';
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Columns of the first three: UID, start, end (a date, or seconds since 1970), sequence, status, summary. */
function tellsAll(entry: RevisedEntry): string {
  const [start, end] = isTimed(entry)
    ? moments(entry).map((moment) => moment.epochMilliseconds / 1000)
    : [entry.period.start, Temporal.PlainDate.from(entry.period.end).add({ days: 1 })];
  return [entry.uid, start, end, entry.sequence, entry.status, entry.title].join('\t');
}

const libical: Peer = {
  name: 'libical',
  package: 'libical-dev and gcc',
  isInstalled: (folder) =>
    runs(folder, 'gcc', '-O1', here('libical-peer.c'), '-o', join(folder, 'libical-peer'), '-lical'),
  read: (folder, file) => lines(run(folder, join(folder, 'libical-peer'), file)),
  tells: tellsAll,
};

const icalendar: Peer = {
  name: 'icalendar',
  package: 'python3-icalendar',
  isInstalled: (folder) => runs(folder, PYTHON, '-c', 'import icalendar'),
  read: (folder, file) => lines(run(folder, PYTHON, here('icalendar_peer.py'), file)),
  tells: tellsAll,
};

const vobject: Peer = {
  name: 'vobject',
  package: 'python3-vobject',
  isInstalled: (folder) => runs(folder, PYTHON, '-c', 'import vobject'),
  read: (folder, file) => lines(run(folder, PYTHON, here('vobject_peer.py'), file)),
  tells: tellsAll,
};

const khal: Peer = {
  name: 'khal',
  package: 'khal',
  isInstalled: (folder) => runs(folder, 'khal', '--version'),
  read(folder, file) {
    const config = join(folder, 'khal.conf');
    mkdirSync(join(folder, 'khal'), { recursive: true });
    writeFileSync(config, khalConfig(folder));
    run(folder, 'khal', '-c', config, 'import', '--batch', file);
    const format = '{uid}\t{start-long}\t{end-long}\t{status}\t{title}';
    const asked = [
      '--once',
      '--notstarted',
      '--format',
      format,
      '--day-format',
      '',
      '2024-01-01',
      '2028-12-31',
    ];
    return lines(run(folder, 'khal', '-c', config, 'list', ...asked)).map((line) =>
      line.replace(' \t', '\t'),
    );
  },
  tells(entry) {
    const { start, end } = entry.period;
    const [from, until] = isTimed(entry) ? moments(entry).map((moment) => local(moment)) : [start, end];
    return [entry.uid, from, until, entry.status, entry.title].join('\t');
  },
};

function khalConfig(folder: string): string {
  const date = '%Y-%m-%d';
  const formats = ['', 'long'].map(
    (size) => `${size}dateformat = ${date}\n${size}datetimeformat = ${date} %H:%M`,
  );
  return [
    `[calendars]\n[[feed]]\npath = ${join(folder, 'khal')}\n[sqlite]\npath = ${join(folder, 'khal.db')}`,
    `[locale]\nlocal_timezone = ${HOME_ZONE}\ndefault_timezone = ${HOME_ZONE}\ntimeformat = %H:%M`,
    ...formats,
    '[default]\ndefault_calendar = feed\n',
  ].join('\n');
}

/** calcurse keeps neither UID nor status, but its own file of appointments shows the times and titles. */
const calcurse: Peer = {
  name: 'calcurse',
  package: 'calcurse',
  isInstalled: (folder) => runs(folder, 'calcurse', '--version'),
  read(folder, file) {
    const data = join(folder, 'calcurse');
    mkdirSync(data, { recursive: true });
    const report = run(folder, 'calcurse', '-D', data, '-C', data, '-i', file);
    if (!report.includes(' 0 skipped')) throw new Error(report);
    return lines(readFileSync(join(data, 'apts'), 'utf8')).map((line) =>
      line.replace(/ ?>[0-9a-f]{40} \|?| (?=\|)/, ' '),
    );
  },
  tells(entry) {
    const { start, end } = entry.period;
    if (isTimed(entry)) {
      const [from, until] = moments(entry).map(
        (moment) => `${american(local(moment))} @ ${local(moment).slice(11)}`,
      );
      return `${from} -> ${until} ${entry.title}`;
    }
    const repeats = start === end ? '' : `{1D -> ${american(end)}} `;
    return `${american(start)} [1] ${repeats}${entry.title}`;
  },
};

export const PEERS: readonly Peer[] = [libical, icalendar, vobject, khal, calcurse];

function isTimed({ period }: FeedEntry): boolean {
  return Boolean(period.startTime ?? period.endTime);
}

function moments({ period }: FeedEntry): Temporal.ZonedDateTime[] {
  const { start, end, startTime = '00:00', endTime, zone } = period;
  const until = endTime ? `${end}T${endTime}` : `${Temporal.PlainDate.from(end).add({ days: 1 })}T00:00`;
  return [`${start}T${startTime}`, until].map((time) =>
    Temporal.PlainDateTime.from(time).toZonedDateTime(zone).withTimeZone(HOME_ZONE),
  );
}

function local(moment: Temporal.ZonedDateTime): string {
  return moment.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

function american(date: string): string {
  return `${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)}`;
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter(Boolean);
}
