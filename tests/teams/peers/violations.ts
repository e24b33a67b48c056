import { checkAdaptiveCard } from '../../render/adaptive-card-check.ts';
import type { Call, State } from './connector-state.ts';
import type { Json } from './json.ts';
import { idsOf } from './places.ts';

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/** Everything in a call that Teams refuses, or that Teams would take but nobody wants to see. */
export function faultsOf(state: State, call: Call): string[] {
  const text = JSON.stringify([call.body, call.conversation, call.id]);
  return [...activityFaults(call.body), ...secretFaults(state, text), ...foreignFaults(state, call, text)];
}

/** Everything wrong with an activity to show, wherever it is shown. */
export function activityFaults({ text, attachments, entities }: Json): string[] {
  const mentions = ((entities ?? []) as Json[]).filter(({ type }) => type === 'mention');
  const named = String(text ?? '').match(/<at>/g)?.length ?? 0;
  const faults = named > mentions.length ? ['mentions somebody without saying who'] : [];
  return [...faults, ...cardsIn(attachments).flatMap(checkAdaptiveCard)];
}

/** The Adaptive Cards among attachments. */
export function cardsIn(attachments: unknown): Json[] {
  return ((attachments ?? []) as { contentType?: string; content?: Json }[])
    .filter(({ contentType, content }) => contentType === ADAPTIVE_CARD && content !== undefined)
    .map(({ content }) => content as Json);
}

function secretFaults({ token }: State, text: string): string[] {
  return text.includes(token) ? ['the bot token inside'] : [];
}

function foreignFaults({ tenants }: State, { tenant }: Call, text: string): string[] {
  const others = tenants.filter(({ key }) => key !== tenant.key).flatMap(idsOf);
  return others.filter((id) => text.includes(id)).map((id) => `${id} is of another tenant`);
}
