import { beforeAll, describe, expect, it } from 'vitest';
import { type SimulatedMessage, simulate } from '../../src/cli/simulation.ts';
import { workplace } from '../cli/program.ts';
import { seededStore } from '../support/ask.ts';
import { messagesOf, put } from '../support/test-store.ts';
import { sampleSubscription } from './records.ts';

/** The lines that the real program prints for a stretch of days. */
async function linesOf(from: string, to: string, more: string[] = ['--json']): Promise<string> {
  const ended = await workplace({ CLOCK: '2024-01-02T09:00:00Z' }).cli([
    'simulate',
    '--from',
    from,
    '--to',
    to,
    ...more,
  ]);
  expect(ended).toMatchObject({ code: 0, err: '' });
  return ended.out;
}

const parsed = (out: string): SimulatedMessage[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as SimulatedMessage);

describe('a simulation of 2024', () => {
  let out = '';
  beforeAll(async () => {
    out = await linesOf('2024-01-01', '2024-12-31');
  }, 120_000);

  it('prints a line of JSON for each message: at, to, kind, subject and text, in order of time', () => {
    const messages = parsed(out);
    expect(messages.length).toBeGreaterThan(50);
    for (const message of messages) {
      expect(Object.keys(message)).toEqual(['at', 'to', 'kind', 'subject', 'text']);
      expect(message.at).toMatch(/^2024-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/);
      expect(message.to).toMatch(/^(person|subscription)\//);
      expect(['nudges', 'digest', 'change']).toContain(message.kind);
      expect(message.subject).not.toBe('');
      expect(message.text).not.toBe('');
    }
    const moments = messages.map(({ at }) => Temporal.Instant.from(at).epochMilliseconds);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  });

  it('shows quarters come and go', () => {
    const asked = (text: RegExp) =>
      parsed(out)
        .filter((one) => text.test(one.text))
        .map(({ at }) => at.slice(0, 7));
    for (const [date, months] of [
      ['31 maart', ['2024-02', '2024-03']],
      ['30 juni', ['2024-05', '2024-06']],
      ['30 september', ['2024-08', '2024-09']],
      ['31 december', ['2024-11', '2024-12']],
    ] as const) {
      const before = new Set(asked(new RegExp(`Gepland tot en met [a-z]* ?${date}`)));
      expect(
        [...before].some((month) => months.includes(month as never)),
        date,
      ).toBe(true);
      expect(
        [...before].every((month) => month <= months[1]),
        date,
      ).toBe(true);
    }
    expect(asked(/De planning liep tot en met [a-z]* ?31 maart/)[0]).toBe('2024-04');
    expect(new Set(asked(/Het kwartaal loopt .* af/))).toEqual(
      new Set(['2024-03', '2024-06', '2024-09', '2024-12']),
    );
  });

  it('sends nobody two bundles on a day, and nothing at night, in the weekend or on a holiday', () => {
    const messages = parsed(out).filter(({ kind }) => kind !== 'change');
    const days = messages.map(({ to, at }) => `${to} ${at.slice(0, 10)}`);
    expect(days).toEqual([...new Set(days)]);
    const free = [
      '2024-01-01',
      '2024-03-29',
      '2024-04-01',
      '2024-05-09',
      '2024-05-20',
      '2024-12-25',
      '2024-12-26',
    ];
    for (const { at } of messages) {
      expect(Temporal.PlainDate.from(at.slice(0, 10)).dayOfWeek).toBeLessThan(6);
      expect(free).not.toContain(at.slice(0, 10));
      expect(at.slice(11, 16) >= '08:30' && at.slice(11, 16) < '17:00').toBe(true);
    }
  });

  it('is the same bytes each time, as far as it goes', async () => {
    const quarter = await linesOf('2024-01-01', '2024-03-31');
    expect(parsed(quarter).length).toBeGreaterThan(10);
    expect(out.startsWith(quarter)).toBe(true);
  }, 60_000);
});

describe('the command', () => {
  it('tells in words how many messages there were', async () => {
    expect(await linesOf('2024-03-04', '2024-03-08', [])).toMatch(
      /\d+ messages from 2024-03-04 to 2024-03-08\.\n$/,
    );
  });

  it.each([
    [['--from', '2024-01-01']],
    [['--from', '2024-02-30', '--to', '2024-03-01']],
    [['--from', '2024-03-01', '--to', '2024-01-01']],
    [['--from', 'gisteren', '--to', '2024-01-01']],
  ])('says what is wrong with %j', async (args) => {
    const { code, err } = await workplace({ CLOCK: '2024-01-02T09:00:00Z' }).cli(['simulate', ...args]);
    expect(code).toBe(2);
    expect(err).toMatch(/--(to|from)/);
  });

  it('leaves the database as it was', async () => {
    const place = workplace({ CLOCK: '2024-01-02T09:00:00Z' });
    await place.cli(['import', 'calendars/campaigns.yaml']);
    const outbox = async () => (await place.cli(['outbox', 'list'])).out;
    const before = await outbox();
    expect((await place.cli(['simulate', '--from', '2024-01-01', '--to', '2024-02-01', '--json'])).code).toBe(
      0,
    );
    expect(await outbox()).toBe(before);
  });
});

describe('channels', () => {
  it('are never told who is late', async () => {
    const store = await seededStore();
    await put(store, sampleSubscription());
    const messages: SimulatedMessage[] = [];
    const stores = { store, publicUrl: 'https://campagneregie.example', ...messagesOf(store) };
    await simulate(stores, '2027-01-04', '2027-06-30', (one) => messages.push(one));
    const told = messages.filter(({ to }) => to.startsWith('subscription/'));
    expect(told.length).toBeGreaterThan(5);
    for (const { text } of told) {
      expect(text).not.toMatch(/\(demo\)|Voorbeeld|Oefenagent|Proefman/);
      expect(text).not.toMatch(/te laat|geen antwoord|af te handelen|wacht op jou/i);
    }
  });
});
