import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { checkDatabaseFile } from '../../src/store/check-file.ts';
import { type Ended, workplace } from './program.ts';

/** What a user may meet: a sentence or two, and never where in our code it happened. */
function expectSentence({ code, err }: Ended, wanted: number, text: RegExp): void {
  expect(err).toMatch(text);
  expect(code).toBe(wanted);
  expect(err).not.toMatch(/\n {4}at |node:internal|\.ts:\d+/);
}

describe('a call that is wrong', () => {
  const place = workplace();

  test('gives exit code 2 and how to call it', async () => {
    expectSentence(place.started(['run', '--nonsense']), 2, /'--nonsense'/);
    expectSentence(await place.cli([]), 2, /Use one of these/);
    expectSentence(await place.cli(['simuleer']), 2, /"simuleer" is no command/);
    expectSentence(await place.cli(['run', 'kalender']), 2, /Say with --as who asks/);
    expectSentence(await place.cli(['run', '--as', 'x', '--nonsense', 'kalender']), 2, /'--nonsense'/);
    expectSentence(
      await place.cli(['run', '--as', 'x', '--surface', 'fax', 'kalender']),
      2,
      /--surface is one of/,
    );
  });

  test('is told apart per word that is missing or too many', async () => {
    for (const args of [
      ['backup'],
      ['restore'],
      ['import'],
      ['docs', 'x'],
      ['person'],
      ['feed', 'x'],
      ['doctor', 'x'],
      ['insight', 'x', '--as', 'coordinator-demo'],
    ])
      expect((await place.cli(args)).code, args.join(' ')).toBe(2);
  });
});

describe('asking from the command line', () => {
  const place = workplace();

  test('makes and fills the database, answers, and tells a refusal by its exit code', async () => {
    const answer = await place.cli(['run', '--as', 'coordinator-demo', '--json', 'kalender datum:onbekend']);
    expect(answer.code).toBe(0);
    expect(JSON.parse(answer.out).reply).toMatchObject({ type: 'message' });
    expect(answer.err).toBe('');
    const wrong = await place.cli([
      'run',
      '--as',
      'Noor Voorbeeld (demo)',
      'nieuw Test periode:"30 februari 2027"',
    ]);
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain('30 februari 2027');
    expectSentence(await place.cli(['run', '--as', 'niemand', 'kalender']), 1, /Nobody is called "niemand"/);
  });

  test('draws a reply for a surface', async () => {
    const slack = await place.cli(['run', '--as', 'politie-demo', '--surface', 'slack', '--json', 'help']);
    expect(JSON.parse(slack.out)).toMatchObject({
      surface: 'slack',
      rendered: { blocks: expect.any(Array) },
    });
  });

  test('the terminal console takes names, commands and numbers until its input ends', async () => {
    const { code, out } = place.started(['console'], 'coordinator-demo\nkalender okt 2027\n1\n');
    expect(code).toBe(0);
    expect(out).toContain('1. Bekijken: ');
    expect(out).toContain('Wanneer:');
  });
});

describe('export and import', () => {
  test('what goes out comes in again, with what a person changed', async () => {
    const first = workplace();
    await first.cli([
      'run',
      '--as',
      'coordinator-demo',
      'nieuw "Eigen campagne" periode:onbekend doelgroep:senioren',
    ]);
    for (const [who, line] of [
      ['politie-demo', 'signaal titel:"QR-truc" wat:"QR-codes op parkeerautomaten"'],
      ['vng-demo', 'klopt-niet Politie tekst:"Deze pagina is weg"'],
      ['coordinator-demo', 'kanaal aan adres:mail:team@voorbeeld.nl naam:Team'],
      ['coordinator-demo', 'nieuwsbrief-wijzig slot tekst:"Tot ziens"'],
      ['coordinator-demo', 'proefdraai'],
    ])
      await first.cli(['run', '--as', String(who), String(line)]);
    const exported = await first.cli(['export']);
    expect(exported.out).toContain('title: Eigen campagne');
    const second = workplace();
    writeFileSync(second.at('export.yaml'), exported.out);
    expect((await second.cli(['import', second.at('export.yaml')])).out).toMatch(/^5 added, \d+ updated/);
    expect((await second.cli(['export'])).out).toBe(exported.out);
    const lines = (await second.cli(['export', '--format', 'jsonl'])).out;
    writeFileSync(first.at('export.jsonl'), lines);
    expect((await first.cli(['import', first.at('export.jsonl')])).out).toMatch(/^0 added, 0 updated/);
  });

  test('the calendar files change nothing right after a start, by folder or one by one', async () => {
    const place = workplace();
    for (const path of ['calendars', 'calendars/organisations.yaml'])
      expect((await place.cli(['import', path])).out).toMatch(/^0 added, 0 updated, \d+ unchanged\.\n$/);
  });

  test('a calendar folder that is not there is told in one plain sentence', async () => {
    const place = workplace({ CALENDARS_PATH: '/does/not/exist' });
    expectSentence(await place.cli(['export']), 1, /^The folder \/does\/not\/exist does not exist\. Set/);
  });

  test('a broken file is refused with file, line and field, and nothing of it is taken', async () => {
    const place = workplace();
    writeFileSync(place.at('broken.yaml'), 'audiences:\n  - id: audience/x\n    name: { nl: X\n');
    expectSentence(
      await place.cli(['import', place.at('broken.yaml')]),
      1,
      /broken\.yaml:\d+ not valid YAML/,
    );
    writeFileSync(
      place.at('wrong.yaml'),
      'campaigns:\n  - id: campaign/x\n    title: X\n    dateState: provisional\n    period: { start: 2027-02-30, end: 2027-03-01 }\n    audiences: [ audience/onbekend ]\n',
    );
    expectSentence(
      await place.cli(['import', place.at('wrong.yaml')]),
      1,
      /wrong\.yaml:5 campaigns\[0\]\.period\.start/,
    );
    writeFileSync(
      place.at('lines.jsonl'),
      '{"id":"audience/y","name":{"nl":"Y","en":"Y"}}\n{"id":"form/z","partOf":"form/onbekend","name":{"nl":"Z","en":"Z"}}\n',
    );
    expectSentence(
      await place.cli(['import', place.at('lines.jsonl')]),
      1,
      /lines\.jsonl:2 .*neither these files nor the database/,
    );
    expect((await place.cli(['export'])).out).not.toContain('audience/y');
  });
});

describe('backup and restore', () => {
  test('bring everything back, and keep the old database beside it', async () => {
    const place = workplace();
    await place.cli([
      'person',
      'add',
      '--name',
      'Blijft Bestaan',
      '--organisation',
      'politie',
      '--role',
      'partner',
    ]);
    expect((await place.cli(['backup', place.at('copy.db')])).code).toBe(0);
    expectSentence(await place.cli(['backup', place.at('copy.db')]), 1, /is there already/);
    await place.cli(['person', 'add', '--name', 'Gaat Weg', '--organisation', 'politie']);
    const restored = await place.cli(['restore', place.at('copy.db')]);
    expect(restored.out).toContain('before-restore');
    const people = (await place.cli(['person', 'list'])).out;
    expect(people).toContain('Blijft Bestaan');
    expect(people).not.toContain('Gaat Weg');
    expect(checkDatabaseFile(`${place.database}.before-restore`)).toBeUndefined();
  });

  test('what is no whole database of ours is refused, and the present one stays', async () => {
    const place = workplace();
    await place.cli(['backup', place.at('copy.db')]);
    const before = readFileSync(place.at('copy.db'));
    writeFileSync(place.at('text.db'), 'no database at all');
    expectSentence(
      await place.cli(['restore', place.at('text.db')]),
      1,
      /text\.db is damaged or is not a database/,
    );
    truncateSync(place.at('copy.db'), 200_000);
    expectSentence(await place.cli(['restore', place.at('copy.db')]), 1, /damaged/);
    new Sqlite(place.at('other.db')).exec('CREATE TABLE record (x)').close();
    expectSentence(await place.cli(['restore', place.at('other.db')]), 1, /not a database of this program/);
    writeFileSync(place.at('newer.db'), before);
    const newer = new Sqlite(place.at('newer.db'));
    newer.pragma('user_version = 999');
    newer.close();
    expectSentence(await place.cli(['restore', place.at('newer.db')]), 1, /newer version/);
    expect(checkDatabaseFile(place.database)).toBeUndefined();
  });
});

describe('a set-up that is wrong', () => {
  test('a path that no database can have names the variable', async () => {
    const wrong = { DATABASE_PATH: '/dev/null/x.db' };
    expectSentence(await workplace(wrong).cli(['person', 'list']), 1, /DATABASE_PATH/);
  });

  test('a corrupt database is a sentence, and is left as it is', async () => {
    const place = workplace();
    writeFileSync(place.database, 'x'.repeat(5_000));
    expectSentence(place.started(['person', 'list']), 1, /damaged or is not a database/);
    expect(readFileSync(place.database, 'utf8')).toBe('x'.repeat(5_000));
    const doctor = await place.cli(['doctor']);
    expect(doctor.code).toBe(1);
    expect(doctor.out).toMatch(/^problem {2}.*is damaged/m);
  });

  test('a wrong environment names the variable', async () => {
    expectSentence(
      await workplace({ CLOCK: 'tomorrow' }).cli(['person', 'list']),
      1,
      /CLOCK must be a moment/,
    );
    expect((await workplace({ PORT: '99999' }).cli(['doctor'])).out).toMatch(/^problem.*PORT/m);
  });
});
