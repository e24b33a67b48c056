import { fileURLToPath } from 'node:url';
import { commands } from '../../commands/index.ts';
import type { Context, Request } from '../../src/command/command.ts';
import { contextFor } from '../../src/command/context.ts';
import { createRegistry } from '../../src/command/registry.ts';
import { runRequest } from '../../src/command/run.ts';
import { typedRequest } from '../../src/command/typed-request.ts';
import { todayAt } from '../../src/core/clock.ts';
import type { Actor } from '../../src/domain/access/actor.ts';
import { actorOf } from '../../src/domain/person/actor-of.ts';
import type { Store } from '../../src/domain/ports.ts';
import { rollForward } from '../../src/domain/series/roll-forward.ts';
import { importRecords } from '../../src/import/import-records.ts';
import { readCalendarFiles } from '../../src/import/read-calendar-files.ts';
import type { Action, Reply } from '../../src/reply/reply.ts';
import { draftsOf, messagesOf, NOW, testStore } from './test-store.ts';

export const registry = createRegistry(commands);
const CALENDARS = fileURLToPath(new URL('../../calendars', import.meta.url));

/** A store filled from calendars/ with its demo people, rolled forward to the day of the tests. */
export async function seededStore(): Promise<Store> {
  const store = await testStore();
  await importRecords(store, readCalendarFiles(CALENDARS, { demo: true }), NOW);
  await rollForward(store, todayAt(NOW), NOW);
  return store;
}

type Asker = Actor | string;

export interface AskOptions {
  now?: Temporal.Instant;
  audience?: 'private' | 'channel';
  key?: string;
}

/** Asks as a person ("politie-demo") or an actor, through the real grammar and kit. */
export async function ask(
  store: Store,
  asker: Asker,
  line: string,
  options: AskOptions = {},
): Promise<Reply> {
  return send(store, asker, typedRequest(registry, line), options);
}

/** Presses a button of a reply. */
export async function press(
  store: Store,
  asker: Asker,
  action: Action,
  options: AskOptions = {},
): Promise<Reply> {
  return send(store, asker, action, options);
}

/** Hands a request to the kit, as a form or button would. */
export async function send(
  store: Store,
  asker: Asker,
  request: Request,
  options: AskOptions = {},
): Promise<Reply> {
  const withKey = options.key === undefined ? request : { ...request, key: options.key };
  return runRequest(registry, await contextOf(store, asker, options), withKey);
}

/** What a command gets when this person asks. */
export async function contextOf(store: Store, asker: Asker, options: AskOptions = {}): Promise<Context> {
  const now = options.now ?? NOW;
  const actor = typeof asker === 'string' ? await actorOf(store, `person/${asker}`, now) : asker;
  if (!actor) throw new Error(`nobody is called ${String(asker)}`);
  let count = 0;
  const surroundings = {
    store,
    ids: () => `t${++count}${Math.trunc(now.epochMilliseconds % 100_000)}x${serial++}`,
    now: () => now,
    publicUrl: 'https://campagneregie.example',
    messages: messagesOf(store),
    drafts: draftsOf(store),
    timelineUrl: () => undefined,
    insightUrl: () => undefined,
  };
  return contextFor(surroundings, actor, options.audience ?? 'private');
}

let serial = 0;

/** Every word of a reply, for looking whether something is told or not. */
export function wordsOf(reply: Reply): string {
  const words: string[] = [];
  const walk = (part: unknown): void => {
    if (typeof part === 'string') words.push(part);
    else if (Array.isArray(part)) part.forEach(walk);
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(walk);
  };
  walk(reply);
  return words.join('\n');
}

/** Every button of a reply, wherever it stands. */
export function actionsOf(reply: Reply): Action[] {
  const found: Action[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(walk);
    else if (typeof part === 'object' && part !== null) {
      if ('command' in part && 'args' in part && 'label' in part) found.push(part as Action);
      Object.values(part).forEach(walk);
    }
  };
  walk(reply);
  return found;
}

/** The button with this label; a clear failure when there is none. */
export function button(reply: Reply, label: string): Action {
  const found = actionsOf(reply).find((action) => action.label === label || action.label.startsWith(label));
  if (!found)
    throw new Error(
      `no button "${label}" among ${actionsOf(reply)
        .map((one) => one.label)
        .join(', ')}`,
    );
  return found;
}
