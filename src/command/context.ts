import { todayAt } from '../core/clock.ts';
import type { IdSource } from '../core/ids.ts';
import type { Actor } from '../domain/access/actor.ts';
import { publicScope, scopeOf } from '../domain/access/visibility.ts';
import type { Store } from '../domain/ports.ts';
import { translator } from '../i18n/translate.ts';
import type { Message } from '../reply/reply.ts';
import type { Context, Messages } from './command.ts';

/** What all commands share while the program runs. */
export interface Surroundings {
  store: Store;
  ids: IdSource;
  now: () => Temporal.Instant;
  publicUrl: string;
  messages: Messages;
}

/** The context of one request by one actor. In a channel everything is read as the public would. */
export function contextFor(
  { store, ids, now: clock, publicUrl, messages }: Surroundings,
  actor: Actor,
  audience: Message['audience'],
): Context {
  const now = clock();
  return {
    actor,
    scope: audience === 'channel' ? publicScope(now) : scopeOf(actor, now),
    audience,
    now,
    today: todayAt(now),
    locale: actor.locale,
    t: translator(actor.locale),
    store,
    ids,
    publicUrl,
    messages,
    emptied: new Set(),
    by: { actor, at: now },
  };
}
