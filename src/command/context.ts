import { todayAt } from '../core/clock.ts';
import type { IdSource } from '../core/ids.ts';
import type { Actor } from '../domain/access/actor.ts';
import { publicScope, scopeOf } from '../domain/access/visibility.ts';
import type { Drafts } from '../domain/draft/drafts.ts';
import type { Store } from '../domain/ports.ts';
import { translator } from '../i18n/translate.ts';
import type { Message } from '../reply/reply.ts';
import type { Context, Messages, Origin } from './command.ts';

/** What all commands share while the program runs. */
export interface Surroundings {
  store: Store;
  ids: IdSource;
  now: () => Temporal.Instant;
  publicUrl: string;
  messages: Messages;
  drafts: Drafts;
  timelineUrl: Context['timelineUrl'];
  insightUrl: Context['insightUrl'];
}

/** The context of one request by one actor. In a channel everything is read as the public would. */
export function contextFor(
  { store, ids, now: clock, publicUrl, messages, drafts, timelineUrl, insightUrl }: Surroundings,
  actor: Actor,
  audience: Message['audience'],
  from?: Origin,
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
    drafts,
    timelineUrl,
    insightUrl,
    from,
    emptied: new Set(),
    by: { actor, at: now },
  };
}
