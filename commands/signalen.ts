import { z } from 'zod';
import { defineCommand, type FieldValue } from '../src/command/command.ts';
import { choice, number, optional, refs, text } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { findSignals } from '../src/domain/signal/find-signals.ts';
import { signalListMessage } from '../src/views/signal-list.ts';
import { viewOf } from '../src/views/view-of.ts';

const PAGE = 10;
const STATES = { lopend: 'open', gesloten: 'closed' } as const;

const args = z.object({
  woorden: optional(text({ positional: true, names: ['words'] })),
  vorm: optional(refs('form', { names: ['form', 'fraudevorm'] })),
  regio: optional(refs('region', { names: ['region'] })),
  stand: optional(choice(['lopend', 'gesloten'], { names: ['state', 'status'] })),
  verder: optional(number(0, 10_000, { hidden: true })),
});
type Args = z.infer<typeof args>;

export const signalen = defineCommand({
  name: 'signalen',
  aliases: ['signals', 'trends'],
  access: 'reader',
  args,
  examples: ['', 'vorm:nepagent', 'sieraden stand:lopend'],
  run: async (context, given) => {
    const { store, scope, actor, t } = context;
    const found = await findSignals(store, scope, {
      words: given.woorden,
      forms: given.vorm,
      regions: given.regio,
      state: given.stand && STATES[given.stand],
    });
    const from = given.verder ?? 0;
    const page = found.slice(from, from + PAGE);
    const chosen = [...(given.vorm ?? []), ...(given.regio ?? [])];
    const view = await viewOf(context, page, chosen);
    const filter = [
      ...(given.woorden ? [`"${given.woorden}"`] : []),
      ...chosen.map(view.name).filter((name) => name !== undefined),
      ...(given.stand ? [t(`choice.${given.stand}`)] : []),
    ];
    const next = found.length > from + PAGE ? asTyped(given, from + PAGE) : undefined;
    const mayShare = actor.role === 'partner' || actor.role === 'coordinator';
    const message = signalListMessage({ page, total: found.length, filter, mayShare }, view, next);
    return refreshable({ ...message, shareable: false }, 'signalen', given);
  },
});

/** The same question as text again, for the button that fetches the next page. */
function asTyped(given: Args, verder: number): Record<string, FieldValue> {
  return {
    verder: String(verder),
    ...(given.woorden ? { woorden: given.woorden } : {}),
    ...(given.vorm ? { vorm: given.vorm } : {}),
    ...(given.regio ? { regio: given.regio } : {}),
    ...(given.stand ? { stand: given.stand } : {}),
  };
}
