import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { SetupError } from '../../src/core/errors.ts';
import { readCalendarFiles } from '../../src/import/read-calendar-files.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'calendars-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** The lines of the error that reading these files gives, with the folder as `calendars`. */
function mistakes(files: Record<string, string | Uint8Array>, demo = true): string[] {
  const folder = folderWith(files);
  try {
    readCalendarFiles(folder, { demo });
  } catch (error) {
    expect(error).toBeInstanceOf(SetupError);
    return (error as Error).message.replaceAll(folder, 'calendars').split('\n');
  }
  return [];
}

const POLICE = 'organisations:\n  - id: organisation/politie\n    name: Politie\n    short: Politie\n';
const campaign = (more: string) =>
  `campaigns:\n  - id: campaign/a\n    title: A\n    dateState: unknown\n    period: null\n${more}`;

describe('reading calendar files', () => {
  it('gives the records with their file as origin and the defaults of that file', () => {
    const folder = folderWith({ 'een/o.yaml': `defaults: { visibility: public }\n${POLICE}` });
    expect(readCalendarFiles(folder, { demo: false }).records).toEqual([
      expect.objectContaining({
        id: 'organisation/politie',
        visibility: 'public',
        origin: 'calendars/een/o.yaml',
      }),
    ]);
  });

  it('names file, line and field of a wrong value', () => {
    const text = campaign('').replace(
      'period: null',
      'period:\n      start: 2027-10-11\n      end: 2027-10-01',
    );
    expect(mistakes({ 'series/emma.yaml': text })).toEqual([
      'There is a mistake in the calendar files; nothing was imported.',
      'calendars/series/emma.yaml:7 campaigns[0].period.end: the end is before the start',
    ]);
  });

  it('names the file where it really is', () => {
    const folder = folderWith({ 'a.yaml': 'x: 1\n' });
    expect(() => readCalendarFiles(folder, { demo: true })).toThrow(`${join(folder, 'a.yaml')}:1 x: `);
  });

  it('names what is missing and what does not exist', () => {
    expect(
      mistakes({ 'a.yaml': 'campaigns:\n  - id: campaign/a\n    titel: A\n    period: null\n' }),
    ).toEqual([
      'There are 3 mistakes in the calendar files; nothing was imported.',
      'calendars/a.yaml:2 campaigns[0].title: is missing',
      'calendars/a.yaml:2 campaigns[0].dateState: is missing',
      'calendars/a.yaml:3 campaigns[0].titel: there is no such field',
    ]);
    expect(mistakes({ 'a.yaml': 'campagnes: []\n' })[1]).toBe(
      'calendars/a.yaml:1 campagnes: there is no such field',
    );
    expect(mistakes({ 'a.yaml': 'campaigns: 3\n' })[1]).toMatch(
      /^calendars\/a\.yaml:1 campaigns: .*expected array/,
    );
    expect(mistakes({ 'a.yaml': 'campaigns:\n  - los\n' })[1]).toMatch(
      /^calendars\/a\.yaml:2 campaigns\[0\]: /,
    );
  });

  it('explains a wrong choice', () => {
    const series =
      'series:\n  - id: series/a\n    name: A\n    type: campaign\n    usualMonths: [1]\n    rule: { type: soms }\n';
    expect(mistakes({ 'a.yaml': series })[1]).toBe(
      'calendars/a.yaml:6 series[0].rule.type: is none of the known types',
    );
    const action = `actions:\n  - id: action/ap24-1.01\n    leads: [form/a]\n`;
    expect(mistakes({ 'a.yaml': action })).toContainEqual(
      expect.stringMatching(
        /^calendars\/a\.yaml:3 actions\[0\]\.leads\[0\]: not an id of organisation or group$/,
      ),
    );
  });

  it('collects the mistakes of all files before it fails', () => {
    const found = mistakes({ 'a.yaml': 'x: 1\n', 'b.yaml': 'y: 1\n', 'c.yaml': 'series: [\n' });
    expect(found).toHaveLength(4);
    expect(found.slice(1).map((line) => line.slice(0, 16))).toEqual([
      'calendars/a.yaml',
      'calendars/b.yaml',
      'calendars/c.yaml',
    ]);
  });

  it('refuses an id that is used twice, in one file or in two', () => {
    const again = POLICE.split('\n').slice(1).join('\n');
    expect(mistakes({ 'a.yaml': POLICE + again, 'b.yaml': POLICE }).slice(1)).toEqual([
      'calendars/a.yaml:5 organisations[1].id: organisation/politie is already in calendars/a.yaml:2',
      'calendars/b.yaml:2 organisations[0].id: organisation/politie is already in calendars/a.yaml:2',
    ]);
  });

  it('refuses a link to a record that no file has', () => {
    const text = campaign('    audiences:\n      - audience/geen\n    owner: organisation/politie\n');
    expect(mistakes({ 'a.yaml': text, 'b.yaml': POLICE }).slice(1)).toEqual([
      'calendars/a.yaml:7 campaigns[0].audiences[0]: no calendar file has audience/geen',
    ]);
  });

  it('does not call links broken that lead into a file that cannot be read', () => {
    const text = campaign('    owner: organisation/politie\n');
    expect(mistakes({ 'a.yaml': text, 'b.yaml': `${POLICE}x: [` }).join()).not.toContain(
      'no calendar file has',
    );
  });

  it('says so when the folder is not there, and nothing when a file is empty', () => {
    expect(() => readCalendarFiles('/does/not/exist', { demo: false })).toThrow(
      /^The folder \/does\/not\/exist does not exist\. Set CALENDARS_PATH/,
    );
    expect(() => readCalendarFiles(import.meta.filename, { demo: false })).toThrow(/is no folder\./);
    expect(mistakes({ 'a.yaml': '' })).toEqual([]);
  });
});

describe('hostile or broken files', () => {
  it('that are no valid YAML are refused with the line', () => {
    expect(mistakes({ 'a.yaml': 'series:\n  - a: 1\n    a: 2\n' })[1]).toMatch(
      /^calendars\/a\.yaml:3 not valid YAML: /,
    );
    expect(mistakes({ 'a.yaml': 'series: !weird []\n' })[1]).toMatch(
      /^calendars\/a\.yaml:1 not valid YAML: /,
    );
    expect(mistakes({ 'a.yaml': '---\nseries: []\n---\nseries: []\n' })[1]).toMatch(/not valid YAML: /);
  });

  it('that multiply themselves with anchors are refused', () => {
    const levels = Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]`);
    expect(mistakes({ 'bomb.yaml': ['a0: &a0 [x]', ...levels].join('\n') })[1]).toMatch(
      /^calendars\/bomb\.yaml:1 cannot be read as YAML: Excessive alias count/,
    );
  });

  it('that nest too deep are refused', () => {
    expect(mistakes({ 'deep.yaml': `series: ${'['.repeat(100_000)}` })[1]).toMatch(
      /^calendars\/deep\.yaml:1 /,
    );
  });

  it('over 2 MB, or not in UTF-8, are refused', () => {
    expect(mistakes({ 'big.yaml': `# ${'x'.repeat(2 * 1024 * 1024)}` })[1]).toBe(
      'calendars/big.yaml:1 the file is larger than 2 MB; split it',
    );
    expect(mistakes({ 'latin.yaml': Uint8Array.of(0x23, 0xe9, 0x0a) })[1]).toBe(
      'calendars/latin.yaml:1 the file is not UTF-8; save it as UTF-8',
    );
  });

  it('cannot reach the prototype of objects', () => {
    expect(mistakes({ 'a.yaml': '__proto__: { polluted: true }\n' })[1]).toMatch(/there is no such field/);
    expect('polluted' in {}).toBe(false);
  });
});

describe('fictional people', () => {
  const person = (demo: boolean) =>
    `${POLICE}people:\n  - id: person/x\n    name: X (demo)\n    organisation: organisation/politie\n    demo: ${demo}\n`;

  it('are refused outside demo/, and unmarked ones inside it', () => {
    expect(mistakes({ 'people.yaml': person(true) })[1]).toBe(
      'calendars/people.yaml:9 people[0].demo: a fictional person belongs in demo/',
    );
    expect(mistakes({ 'demo/people.yaml': person(false) })[1]).toBe(
      'calendars/demo/people.yaml:9 people[0].demo: a person in demo/ must be marked with demo: true',
    );
  });

  it('are not even read when they are not wanted', () => {
    expect(mistakes({ 'demo/people.yaml': 'people: [' }, false)).toEqual([]);
  });
});
