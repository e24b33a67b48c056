import { type At, placesOf } from './peers/at.ts';
import type { Connector } from './peers/connector.ts';
import type { TenantName } from './peers/places.ts';
import { ADAPTIVE_CARD, activityFaults, cardsIn } from './peers/violations.ts';
import { type Json, wordsIn } from './reading.ts';

/** What someone got to see after something that they did. */
export interface Seen {
  /** The Adaptive Cards, oldest first: in messages that came or changed, and last the one that an answer put in its place. */
  cards: Json[];
  /** The dialog that is open now, as the bot described it: its title and its card. */
  dialog: Json | undefined;
  /** What was said without a card. */
  texts: string[];
  /** Every word of it. */
  text: string;
}

/** Where a card stands, and in which message. */
export interface Source {
  from: At;
  replyToId: string;
  /** Whom alone it is shown to. */
  for?: string;
}

/** Remembers where each card was seen, so that a press of its button comes from there. */
export type Sources = WeakMap<Json, Source>;

/** What is shown to somebody since this turn, in the order in which it appeared. */
export function shownSince(
  connector: Connector,
  sources: Sources,
  { key, who, turn }: { key: TenantName; who: string; turn: number },
): Seen {
  const { id } = connector.person(key, who);
  const seen = placesOf(connector, key, who)
    .flatMap((from) => connector.shown(from.conversation).map((shown) => ({ from, shown })))
    .filter(({ shown }) => shown.turn > turn && (shown.for ?? id) === id)
    .toSorted((a, b) => a.shown.turn - b.shown.turn);
  const cards = seen.flatMap(({ from, shown }) => {
    const inThread = shown.thread === undefined ? from : { ...from, thread: shown.thread };
    const place =
      from.kind === 'channel' && shown.thread === undefined ? { ...from, thread: shown.id } : inThread;
    const found = cardsIn(shown.activity.attachments);
    const only = shown.for === undefined ? {} : { for: shown.for };
    for (const card of found) sources.set(card, { from: place, replyToId: shown.id, ...only });
    return found;
  });
  const texts = seen.map(({ shown }) => String(shown.activity.text ?? '')).filter((text) => text !== '');
  return seenOf({ cards, texts });
}

/** How far things are now: what comes after it is new. */
export function turnNow(connector: Connector): number {
  const all = (['T1', 'T2'] as const).flatMap((key) => {
    const { people, team, group } = connector.tenant(key);
    return [...people.map(({ personal }) => personal), ...team.channels.map(({ id }) => id), group.id];
  });
  return Math.max(0, ...all.flatMap((id) => connector.shown(id).map(({ turn }) => turn)));
}

/** What the answer to an invoke shows besides: a card in place of the pressed one, a dialog, or words. */
export function answered(connector: Connector, sources: Sources, answer: Json, source: Source): Seen {
  const { type, value, task } = answer as { type?: string; value?: unknown; task?: Json };
  const seen: Partial<Seen> = {};
  if (task?.type === 'continue') seen.dialog = task.value as Json;
  else if (task !== undefined) seen.texts = [String(task.value)];
  else if (type === ADAPTIVE_CARD) seen.cards = [value as Json];
  else if (type === 'application/vnd.microsoft.activity.message') seen.texts = [String(value)];
  else if (type === 'application/vnd.microsoft.error') seen.texts = [String((value as Json).message)];
  else if (Object.keys(answer).length > 0 && !('composeExtension' in answer))
    connector.violations.push(`an answer that Teams does not know: ${JSON.stringify(answer).slice(0, 200)}`);
  const shown = seenOf(seen);
  const parts = [...shown.cards, ...(shown.dialog === undefined ? [] : [shown.dialog])];
  for (const part of parts) sources.set(part, source);
  const dialogCard = (shown.dialog?.card ?? {}) as { contentType?: string; content?: Json };
  const all = [...shown.cards, ...(dialogCard.content === undefined ? [] : [dialogCard.content])];
  const attachments = all.map((content) => ({ contentType: ADAPTIVE_CARD, content }));
  for (const fault of activityFaults({ attachments })) connector.violations.push(`an answer: ${fault}`);
  if (shown.dialog !== undefined && dialogCard.contentType !== ADAPTIVE_CARD)
    connector.violations.push('a dialog without an Adaptive Card');
  return shown;
}

/** Both together, the answer last. */
export function together(first: Seen, last: Seen): Seen {
  return seenOf({
    cards: [...first.cards, ...last.cards],
    dialog: last.dialog,
    texts: [...first.texts, ...last.texts],
  });
}

function seenOf({ cards = [], dialog, texts = [] }: Partial<Seen>): Seen {
  return { cards, dialog, texts, text: [...texts, wordsIn([cards, dialog])].join('\n') };
}
