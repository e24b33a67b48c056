import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextFor } from '../../src/command/context.ts';
import { runLine } from '../../src/command/run-line.ts';
import { actorOf } from '../../src/domain/person/actor-of.ts';
import { translator } from '../../src/i18n/translate.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { renderText } from '../../src/render/text/render-text.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { htmlScreen } from '../support/html-screen.ts';
import {
  ASKERS,
  differences,
  EXCEPTIONS,
  LINES,
  LONG,
  labelOn,
  passing,
  settledBy,
  wordsOfText,
} from '../support/parity.ts';
import { put } from '../support/test-store.ts';
import { taskSubmit } from './peers/activities.ts';
import { at } from './peers/at.ts';
import { answerTo } from './probing.ts';
import { buttonsIn, type Json, wordsIn } from './reading.ts';
import { POLICE, type Seen, type Stage, startStage } from './stage.ts';

/** What is typed in Teams gets the same answer as on the console and as text: the same facts, and the same to do next. */

const titlesIn = (part: unknown) => buttonsIn(part).map(({ title }) => String(title));
const dataOf = (button: Json | undefined) => (button?.data ?? {}) as Json;

describe.each(ASKERS)('to a %s in %s Teams tells', (role, locale) => {
  /** The same twice: one is asked in Teams, the other by way of the kit. */
  let teams: Stage;
  let kit: Stage;
  let settled: (text: string) => string;
  const t = translator(locale);

  beforeAll(async () => {
    [teams, kit] = await Promise.all([startStage({ monotonic: passing() }), startStage()]);
    for (const stage of [teams, kit]) {
      await put(stage.app.store, LONG.record);
      await stage.link('T1', POLICE);
      await stage.type('T1', 'anna', 'help');
      await stage.change((await stage.person('T1', 'anna')).id, { role, locale, contact: true });
    }
    const ids = [teams, kit].map(
      ({ app }) => new Set(app.database.sqlite.prepare('SELECT id FROM record').pluck().all() as string[]),
    );
    settled = settledBy(ids[0]?.intersection(ids[1] ?? new Set()) ?? new Set(), [teams.base, kit.base]);
  });
  afterAll(async () => {
    await teams.close();
    await kit.close();
  });

  async function askKit(line: string): Promise<Reply> {
    const { app, connector } = kit;
    const person = await kit.person('T1', 'anna');
    const actor = await actorOf(app.store, person.id, app.now());
    if (!actor) throw new Error('Anna is nobody');
    const from = {
      platform: 'teams' as const,
      tenant: connector.tenant('T1').id,
      user: String(connector.person('T1', 'anna').aadObjectId),
      standing: 'known' as const,
      profile: async () => ({ name: 'Anna', locale, zone: undefined, guest: false, signedOff: false }),
    };
    return runLine(app.registry, contextFor(app, actor, 'private', from), line);
  }

  /** What the terminal does not show of it: neither as a line, nor word for word in the columns of a table. */
  function missingInText(reply: Reply, line: string): string[] {
    const text = renderText(reply, t);
    const words = new Set(wordsOfText(settled(text)));
    const { missing } = differences(reply, { text, buttons: [] }, { line, settled });
    const isSubmit = (fact: string) => reply.type === 'form' && fact === reply.submitLabel;
    return missing.filter(
      (fact) => !isSubmit(fact) && wordsOfText(settled(fact)).some((word) => !words.has(word)),
    );
  }

  /** What the console's page leaves out of it, or adds. */
  function onConsole(reply: Reply, line: string): ReturnType<typeof differences> {
    const page = renderHtml(reply, { t, action: '/console', hidden: {} });
    return differences(reply, htmlScreen(page), { line, settled });
  }

  /** The cards on the screen after a line was typed: every part of the answer. */
  async function askTeams(line: string): Promise<Json[]> {
    const seen = await teams.type('T1', 'anna', line);
    const cards = [...seen.cards];
    for (let part: Seen = seen, on = labelOn(titlesIn(seen.cards)); on !== undefined; ) {
      part = await teams.press('T1', 'anna', part, on);
      // The answer stands in the response and, for good, in the message.
      cards.push(...part.cards.slice(-1));
      on = labelOn(titlesIn(part.cards.at(-1)));
    }
    return cards;
  }

  /** Every page of the dialog that a form's button opens. */
  async function pagesOf(cards: readonly Json[]): Promise<Json[]> {
    const opener = buttonsIn(cards).find((button) => dataOf(button).msteams);
    const { dialog } = await teams.press(
      'T1',
      'anna',
      { cards: [...cards], dialog: undefined, texts: [], text: '' },
      String(opener?.title),
    );
    const pages = [dialog as Json];
    for (let page = dialog; page; ) {
      const data = dataOf(buttonsIn(page)[0]);
      if (Number(data.page) >= Number(data.pages) - 1) break;
      const answer = await answerTo(teams, taskSubmit(at(teams.connector, 'T1', 'anna'), data));
      page = (answer as { task: { value: Json } }).task.value;
      pages.push(page);
    }
    return pages;
  }

  it.each([...LINES, LONG.line])('the same as the console and the text do: %s', async (line) => {
    const [cards, reply] = [await askTeams(line), await askKit(line)];
    expect(cards.length > 1, 'in parts').toBe(line === LONG.line);
    const isForm = reply.type === 'form';
    const pages = isForm ? await pagesOf(cards) : [];
    const screen = {
      text: wordsIn([cards, pages]),
      buttons: buttonsIn(cards).map((button) => String(dataOf(button).cr)),
    };
    const { missing, extra } = differences(reply, screen, { line, settled });
    expect(missing).toEqual([]);
    const isOther = (cr: string) => !(JSON.parse(cr).c in EXCEPTIONS.teams) && !(isForm && JSON.parse(cr).f);
    expect(extra.filter(isOther)).toEqual([]);
    expect(missingInText(reply, line)).toEqual([]);
    expect(onConsole(reply, line)).toEqual({ missing: [], extra: [] });
    expect(teams.logged).toEqual([]);
    expect(teams.connector.violations).toEqual([]);
  });
});

describe('docs/parity.md', () => {
  const page = readFileSync(new URL('../../docs/parity.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| '));
  const names = Object.entries(EXCEPTIONS).flatMap(([platform, all]) =>
    Object.keys(all).map((name) => ({ platform, name })),
  );

  it('says in every row what each does, and why', () => {
    const cells = rows.slice(1).map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim()));
    expect(cells.filter((row) => row.length !== 8)).toEqual([]);
    const parts = cells.filter(([, first = '']) => first.startsWith('**') || /^-+$/.test(first));
    expect(cells.filter((row) => !parts.includes(row) && row[6] === '')).toEqual([]);
  });

  it.each(names)('names the exception of $platform: $name', ({ name }) => {
    expect(rows.map((row) => row.split('|')[1]).join()).toContain(`\`${name}\``);
  });

  it('names no exception that there is not', () => {
    const firsts = rows.flatMap((row) => (row.split('|')[1] ?? '').match(/(?<=`)[^`]+(?=`)/g) ?? []);
    expect(firsts.filter((first) => !names.some(({ name }) => name === first))).toEqual([]);
  });
});
