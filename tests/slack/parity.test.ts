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
import { POLICE, type Seen, type Stage, startStage } from './stage.ts';

/** What is asked in Slack gets the same answer as on the console: the same facts, and the same to do next. */

/** What differs by nature: buttons that only stand in Slack, with their reason. */
const ONLY_IN_SLACK: Readonly<Record<string, string>> = {
  'deel-in-kanaal': 'only a chat platform has a channel to share an answer in',
  'ander-deel': 'one message of Slack holds 13,200 signs: the rest is behind a button',
};

/** The button to the next part of a long answer, in either tongue. */
const ON = LOCALES.map(
  (locale) => translator(locale)('chat.part-on', { part: 0, of: 0 }).split(' (')[0] ?? '',
);

function wayOn({ messages }: Seen): string | undefined {
  const labels = buttonsIn(messages).map((button) => (button.text as { text: string }).text);
  return labels.find((label) => ON.some((on) => label.startsWith(`${on} (`)));
}

/** A clock on which enough time passes between two presses that they are no double click. */
function passing(): () => number {
  let time = 0;
  return () => {
    time += 5_000;
    return time;
  };
}

/** Of many reminders that are due alike, the ids that people got decide whose come first in the example. */
const BY_CHANCE = /Wie wordt contactpersoon|Who will be the contact/;

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
    [slack, kit] = await Promise.all([startStage({ monotonic: passing() }), startStage()]);
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
      profile: async () => ({ name: 'Anna', locale, zone: undefined, guest: false, signedOff: false }),
    };
    return runLine(app.registry, contextFor(app, actor, 'private', from), line);
  }

  /** What stands on the screen after a line was typed: messages, and every page of a form. */
  async function askSlack(line: string): Promise<Json[]> {
    const seen = await slack.type('T1', 'anna', line);
    const { messages, view } = seen;
    for (let on = wayOn(seen), part = seen; on !== undefined; on = wayOn(part)) {
      part = await slack.press('T1', 'anna', part, on);
      messages.push(...part.messages);
    }
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

  it.each(LINES)('the same as the console does: $line', async ({ line }) => {
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
    const unlike = missing.filter((fact) => !(line.startsWith('proefdraai') && BY_CHANCE.test(fact)));
    expect([...unlike, ...actions.map(target)]).toEqual([]);
    expect(extra).toEqual([]);
    expect(slack.logged).toEqual([]);
    expect(slack.server.violations).toEqual([]);
  });
});
