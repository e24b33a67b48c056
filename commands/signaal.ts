import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { choice, date, optional, paragraph, ref, refs, text } from '../src/command/fields.ts';
import { Refusal } from '../src/core/errors.ts';
import type { Id } from '../src/domain/shared/record.ts';
import { shareSignal } from '../src/domain/signal/share-signal.ts';
import { showChangedSignal } from './shared/show-signal.ts';

const args = z.object({
  titel: text({ positional: true, names: ['title'], shared: true }),
  wat: paragraph({ names: ['what', 'tekst', 'text'], shared: true }),
  publiek: optional(paragraph({ names: ['tell', 'public'], shared: true })),
  vorm: optional(refs('form', { names: ['form', 'fraudevorm'] })),
  kanaal: optional(refs('channel', { names: ['channel', 'kanalen'] })),
  regio: optional(refs('region', { names: ['region'] })),
  sinds: optional(date({ names: ['since'], past: true })),
  zichtbaar: optional(choice(['partners', 'groep'], { names: ['visible', 'visibility'] })),
  groep: optional(ref('group', { names: ['group'] })),
});
type Args = z.infer<typeof args>;

export const signaal = defineCommand({
  name: 'signaal',
  aliases: ['signal', 'deel-signaal', 'share-signal'],
  access: 'partner',
  args,
  examples: [
    '"Nepagent haalt sieraden op" wat:"Een beller waarschuwt voor inbrekers; daarna komt een nepagent aan de deur." vorm:nepagent kanaal:telefoon sinds:"3 november" publiek:"De politie haalt nooit sieraden op."',
  ],
  run: async (context, given) => {
    const shared = await shareSignal(context.store, context.by, context.ids, {
      title: given.titel,
      what: given.wat,
      tell: given.publiek,
      forms: given.vorm ?? [],
      channels: given.kanaal ?? [],
      regions: given.regio ?? [],
      since: given.sinds,
      group: groupFrom(given),
    });
    return showChangedSignal(context, shared, 'signal.shared');
  },
});

/** A group and "partners" contradict each other: rather ask than show it to more people than was meant. */
function groupFrom({ zichtbaar, groep }: Args): Id<'group'> | undefined {
  if (zichtbaar === 'groep' && !groep) throw new Refusal('signal-needs-group', {}, 'groep');
  if (zichtbaar === 'partners' && groep) throw new Refusal('signal-group-or-partners', {}, 'zichtbaar');
  return groep;
}
