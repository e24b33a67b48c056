import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { contextFor } from '../../src/command/context.ts';
import { runLine } from '../../src/command/run-line.ts';
import { LOCALES, type Locale } from '../../src/core/locale.ts';
import { actorOf } from '../../src/domain/person/actor-of.ts';
import { translator } from '../../src/i18n/translate.ts';
import { encodeAction } from '../../src/render/action-value.ts';
import { commandLine } from '../../src/render/text/command-line.ts';
import type { Action, Reply } from '../../src/reply/reply.ts';
import { actionsOf } from '../support/ask.ts';
import { viewSubmission } from './peers/requests.ts';
import { buttonsIn, type Json } from './reading.ts';
import { factsOf, holds, textSeen, wordsOfText } from './seen-text.ts';
import { POLICE, type Stage, startStage } from './stage.ts';

/** What is asked in Slack gets the same answer as on the console: the same facts, and the same to do next. */

/** What differs by nature: buttons that only stand in Slack, with their reason. */
const ONLY_IN_SLACK: Readonly<Record<string, string>> = {
  'deel-in-kanaal': 'only a chat platform has a channel to share an answer in',
};

/** Answers that one message of Slack (13,200 signs) does not hold whole; each must say that there is more. */
const TOO_LONG: Readonly<Record<string, string>> = {
  help: 'every command with its own button',
  hulp: 'the same below the way to help',
  overzicht: 'a coordinator has much to do',
  actieplan: 'the text of the plan is kept verbatim',
  'actieplan-verleng': 'it shows the plan',
  weekbericht: 'it is a whole week',
  inrichten: 'everything that is missing at first',
  proefdraai: 'a message as it would be sent',
  organisatie: 'the groups below a page of organisations',
};

const MORE = LOCALES.map((locale) => translator(locale)('render.more'));

const LINES = commands.flatMap(({ name, examples }) =>
  ['', ...examples].map((words) => ({ name, line: `${name} ${words}`.trim() })),
);

describe.each<['coordinator' | 'partner', Locale]>([
  ['coordinator', 'nl'],
  ['coordinator', 'en'],
  ['partner', 'nl'],
  ['partner', 'en'],
])('to a %s in %s Slack tells', (role, locale) => {
  /** The same twice: one is asked in Slack, the other by way of the kit. */
  let slack: Stage;
  let kit: Stage;
  let known: ReadonlySet<string>;

  beforeAll(async () => {
    [slack, kit] = await Promise.all([startStage(), startStage()]);
    for (const stage of [slack, kit]) {
      await stage.link('T1', POLICE);
      await stage.type('T1', 'anna', 'help');
      await stage.change((await stage.person('T1', 'anna')).id, { role, locale, contact: true });
    }
    const ids = [slack, kit].map(
      ({ app }) => new Set(app.database.sqlite.prepare('SELECT id FROM record').pluck().all() as string[]),
    );
    known = ids[0]?.intersection(ids[1] ?? new Set()) ?? new Set();
  });
  afterAll(async () => {
    await slack.close();
    await kit.close();
  });

  /** Without what is made by chance on each side. */
  const settled = (text: string) =>
    text
      .replaceAll(kit.base, slack.base)
      .replaceAll(/\/feeds\/t\/\w+/g, '/feeds/t/…')
      .replaceAll(/\b[0-9A-Z]{4}(-[0-9A-Z]{4}){2}\b/g, '…')
      .replaceAll(/(begint met|starts with) \w{4}\b/g, '$1 …')
      .replaceAll(/\b[a-z]+\/[a-z0-9.~-]+/g, (id) => (known.has(id) ? id : '…'));
  const target = (action: Action) => settled(encodeAction(action));

  async function askKit(line: string): Promise<Reply> {
    const { app, server } = kit;
    const person = await kit.person('T1', 'anna');
    const actor = await actorOf(app.store, person.id, app.now());
    if (!actor) throw new Error('Anna is nobody');
    const from = {
      platform: 'slack' as const,
      tenant: 'T1',
      user: server.person('T1', 'anna').id,
      channel: { id: server.channel('T1', 'algemeen') },
      standing: 'known' as const,
      profile: async () => ({ name: 'Anna', locale, zone: undefined, guest: false, gone: false }),
    };
    return runLine(app.registry, contextFor(app, actor, 'private', from), line);
  }

  /** What stands on the screen after a line was typed: messages, and every page of a form. */
  async function askSlack(line: string): Promise<Json[]> {
    const { messages, view } = await slack.type('T1', 'anna', line);
    const pages: Json[] = view ? [view] : [];
    for (let page = view; page; ) {
      const { p, n } = JSON.parse(String(page.private_metadata || '{"p":0,"n":1}'));
      if (p >= n - 1) break;
      const user = slack.server.person('T1', 'anna').id;
      const sent = viewSubmission({
        team: 'T1',
        user,
        view: { ...page, blocks: [] },
        values: {},
        trigger: `${line} ${p}`,
      });
      const response = await slack.send({ ...sent, view: { ...page, state: { values: {} } } });
      page = { ...((await response.json()) as { view: Json }).view, id: page.id };
      pages.push(page);
    }
    return [...messages, ...pages];
  }

  it.each(LINES)('the same as the console does: $line', async ({ name, line }) => {
    const [parts, reply] = [await askSlack(line), await askKit(line)];
    const seen = wordsOfText(settled(textSeen(parts)));
    const missing = factsOf(reply).filter((fact) => !holds(seen, wordsOfText(settled(fact))));
    const buttons = buttonsIn(parts).map(({ value }) => settled(String(value)));
    const isOffered = (action: Action) =>
      buttons.includes(target(action)) || holds(seen, wordsOfText(settled(commandLine(action))));
    const actions = actionsOf(reply).filter((action) => !isOffered(action));
    const extra = buttons.filter(
      (value) =>
        !actionsOf(reply).some((action) => target(action) === value) &&
        !(JSON.parse(value).c in ONLY_IN_SLACK),
    );
    // An example of a command may have changed the language.
    const isCut = MORE.some((notice) => holds(seen, wordsOfText(notice)));
    if (!isCut || !(name in TOO_LONG)) expect([...missing, ...actions.map(target)]).toEqual([]);
    expect(extra).toEqual([]);
    expect(slack.logged).toEqual([]);
    expect(slack.server.violations).toEqual([]);
  });
});
