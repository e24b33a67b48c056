import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextFor } from '../../src/command/context.ts';
import { runLine } from '../../src/command/run-line.ts';
import { actorOf } from '../../src/domain/person/actor-of.ts';
import { SLACK_LIMITS } from '../../src/render/slack/limits.ts';
import type { Reply } from '../../src/reply/reply.ts';
import {
  ASKERS,
  differences,
  EXCEPTIONS,
  LINES,
  LONG,
  labelOn,
  passing,
  settledBy,
} from '../support/parity.ts';
import { put } from '../support/test-store.ts';
import { viewSubmission } from './peers/requests.ts';
import { buttonsIn, type Json, wordsIn } from './reading.ts';
import { POLICE, type Seen, type Stage, startStage } from './stage.ts';

/** What is asked in Slack gets the same answer as on the console: the same facts, and the same to do next. */

function wayOn({ messages }: Seen): string | undefined {
  return labelOn(buttonsIn(messages).map((button) => (button.text as { text: string }).text));
}

/** What is seen of messages and views; without the text for notifications, which repeats it. */
function textSeen(parts: readonly Json[]): string {
  return wordsIn(parts.map(({ blocks, title, submit }) => [title, submit, blocks]));
}

describe.each(ASKERS)('to a %s in %s Slack tells', (role, locale) => {
  /** The same twice: one is asked in Slack, the other by way of the kit. */
  let slack: Stage;
  let kit: Stage;
  let settled: (text: string) => string;

  beforeAll(async () => {
    [slack, kit] = await Promise.all([startStage({ monotonic: passing() }), startStage()]);
    for (const stage of [slack, kit]) {
      await put(stage.app.store, LONG.record);
      await stage.link('T1', POLICE);
      await stage.type('T1', 'anna', 'help');
      await stage.change((await stage.person('T1', 'anna')).id, { role, locale, contact: true });
    }
    const ids = [slack, kit].map(
      ({ app }) => new Set(app.database.sqlite.prepare('SELECT id FROM record').pluck().all() as string[]),
    );
    const known = ids[0]?.intersection(ids[1] ?? new Set()) ?? new Set();
    settled = settledBy(known, [slack.base, kit.base]);
  });
  afterAll(async () => {
    await slack.close();
    await kit.close();
  });

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

  it.each([...LINES, LONG.line])('the same as the console does: %s', async (line) => {
    const [parts, reply] = [await askSlack(line), await askKit(line)];
    const screen = { text: textSeen(parts), buttons: buttonsIn(parts).map(({ value }) => String(value)) };
    const room = { line, settled, longestTitle: SLACK_LIMITS.viewTitle };
    const { missing, extra } = differences(reply, screen, room);
    expect(missing).toEqual([]);
    expect(extra.filter((value) => !(JSON.parse(value).c in EXCEPTIONS.slack))).toEqual([]);
    expect(slack.logged).toEqual([]);
    expect(slack.server.violations).toEqual([]);
  });
});
