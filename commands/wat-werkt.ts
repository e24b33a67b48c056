import { z } from 'zod';
import { type Context, defineCommand, type FieldValue } from '../src/command/command.ts';
import { choice, number, optional, refs, text } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { findByName } from '../src/domain/find-by-name.ts';
import { findPractices } from '../src/domain/practice/find-practices.ts';
import { isKind } from '../src/domain/records.ts';
import type { Message } from '../src/reply/reply.ts';
import { practiceListMessage } from '../src/views/practice-list.ts';
import { viewOf } from '../src/views/view-of.ts';

const PAGE = 10;

const args = z.object({
  woorden: optional(text({ positional: true, names: ['words'] })),
  vorm: optional(refs(['form', 'topic'], { names: ['form', 'fraudevorm', 'onderwerp', 'topic'] })),
  doelgroep: optional(refs('audience', { names: ['audience', 'doelgroepen', 'publiek'] })),
  bewijs: optional(choice(['A', 'B', 'C', 'D', 'X'], { names: ['evidence', 'niveau'] })),
  verder: optional(number(0, 10_000, { hidden: true })),
});
type Args = z.infer<typeof args>;

export const watWerkt = defineCommand({
  name: 'wat-werkt',
  aliases: ['what-works', 'aanpak', 'aanpakken', 'practices', 'best-practices', 'practice'],
  access: 'anyone',
  args,
  examples: ['vorm:phishing', 'doelgroep:senioren bewijs:A', 'geldezel', 'bewijs:X'],
  run: async (context, given) => practicePage(context, await withNamedSubject(context, given)),
});

/** Words that name a form, a topic or an audience mean just that; other words are searched for. */
async function withNamedSubject({ store, scope, today }: Context, given: Args): Promise<Args> {
  if (!given.woorden) return given;
  const [named, other] = await findByName(store, scope, ['form', 'topic', 'audience'], given.woorden, today);
  if (!named || other) return given;
  const { woorden: _woorden, ...rest } = given;
  if (isKind(named, 'audience')) return { ...rest, doelgroep: [...(given.doelgroep ?? []), named.id] };
  if (isKind(named, 'form') || isKind(named, 'topic'))
    return { ...rest, vorm: [...(given.vorm ?? []), named.id] };
  return given;
}

async function practicePage(context: Context, given: Args): Promise<Message> {
  const { store, scope, audience } = context;
  const found = await findPractices(store, scope, {
    words: given.woorden,
    subjects: given.vorm,
    audiences: given.doelgroep,
    evidence: given.bewijs,
  });
  const from = given.verder ?? 0;
  const page = found.slice(from, from + PAGE);
  const chosen = [...(given.vorm ?? []), ...(given.doelgroep ?? [])];
  const view = await viewOf(context, page, chosen);
  const filter = [
    ...(given.woorden ? [`"${given.woorden}"`] : []),
    ...chosen.map(view.name).filter((name) => name !== undefined),
    ...(given.bewijs ? [context.t(`choice.${given.bewijs}`)] : []),
  ];
  const next = found.length > from + PAGE ? asTyped(given, from + PAGE) : undefined;
  const message = practiceListMessage({ page, total: found.length, filter }, view, next, audience);
  return refreshable(message, 'wat-werkt', given);
}

/** The same question as text again, for the button that fetches the next page. */
function asTyped(given: Args, verder: number): Record<string, FieldValue> {
  return {
    verder: String(verder),
    ...(given.woorden ? { woorden: given.woorden } : {}),
    ...(given.vorm ? { vorm: given.vorm } : {}),
    ...(given.doelgroep ? { doelgroep: given.doelgroep } : {}),
    ...(given.bewijs ? { bewijs: given.bewijs } : {}),
  };
}
