import { z } from 'zod';
import { type Context, defineCommand, type FieldValue } from '../src/command/command.ts';
import { choice, date, optional, paragraph, ref, refs, text } from '../src/command/fields.ts';
import { Refusal } from '../src/core/errors.ts';
import { require } from '../src/domain/access/may.ts';
import type { Id } from '../src/domain/shared/record.ts';
import { editSignal, type SignalEdit } from '../src/domain/signal/edit-signal.ts';
import { mayClose, requireOpen } from '../src/domain/signal/may-signal.ts';
import type { Signal } from '../src/domain/signal/signal.ts';
import { showChangedSignal, signalFor } from './shared/show-signal.ts';

const args = z.object({
  signaal: ref('signal', { positional: true, names: ['signal'] }),
  titel: optional(text({ names: ['title'], shared: true })),
  wat: optional(paragraph({ names: ['what', 'tekst', 'text'], shared: true })),
  publiek: optional(paragraph({ names: ['tell', 'public'], shared: true })),
  vorm: optional(refs('form', { names: ['form', 'fraudevorm'] })),
  kanaal: optional(refs('channel', { names: ['channel', 'kanalen'] })),
  regio: optional(refs('region', { names: ['region'] })),
  sinds: optional(date({ names: ['since'], past: true })),
  zichtbaar: optional(choice(['partners', 'groep'], { names: ['visible', 'visibility'] })),
  groep: optional(ref('group', { names: ['group'] })),
});
type Args = z.infer<typeof args>;

export const signaalWijzig = defineCommand({
  name: 'signaal-wijzig',
  aliases: ['signal-edit', 'wijzig-signaal', 'edit-signal'],
  access: 'partner',
  args,
  examples: ['"Nepagent haalt sieraden op" publiek:"De politie haalt nooit sieraden of passen op."'],
  subject: 'signaal',
  prefill: async (context, given) => asTyped(await signalToEdit(context, given.signaal as Id<'signal'>)),
  run: async (context, given) => {
    const old = await signalToEdit(context, given.signaal);
    // What was typed is laid over this version: someone's newer one must not be lost under it.
    const by = { ...context.by, version: context.by.version ?? old.version };
    const edit = { ...emptied(context.emptied), ...editFrom(given), ...visibilityFrom(given, old) };
    const edited = await editSignal(context.store, by, old.id, edit);
    return showChangedSignal(context, edited, 'signal.edited');
  },
});

/** Refused to whoever may not correct it, before a form is shown in vain. */
async function signalToEdit(context: Context, id: Id<'signal'>): Promise<Signal> {
  const signal = await signalFor(context, id);
  require(mayClose(context.actor, signal), 'not-yours-signal');
  requireOpen(signal);
  return signal;
}

function asTyped(signal: Signal): Record<string, FieldValue> {
  const { title, what, tell, forms, channels, regions, since, visibility } = signal;
  const isForGroup = visibility.startsWith('group/');
  return {
    titel: title,
    wat: what,
    ...(tell ? { publiek: tell } : {}),
    vorm: forms,
    kanaal: channels,
    regio: regions,
    ...(since ? { sinds: since } : {}),
    zichtbaar: isForGroup ? 'groep' : 'partners',
    ...(isForGroup ? { groep: visibility } : {}),
  };
}

function editFrom({ titel, wat, publiek, vorm, kanaal, regio, sinds }: Args): SignalEdit {
  return {
    ...(titel ? { title: titel } : {}),
    ...(wat ? { what: wat } : {}),
    ...(publiek ? { tell: publiek } : {}),
    ...(vorm ? { forms: vorm } : {}),
    ...(kanaal ? { channels: kanaal } : {}),
    ...(regio ? { regions: regio } : {}),
    ...(sinds ? { since: sinds } : {}),
  };
}

/** What a form took away by leaving it empty. */
function emptied(fields: ReadonlySet<string>): SignalEdit {
  return {
    ...(fields.has('publiek') ? { tell: undefined } : {}),
    ...(fields.has('vorm') ? { forms: [] } : {}),
    ...(fields.has('kanaal') ? { channels: [] } : {}),
    ...(fields.has('regio') ? { regions: [] } : {}),
    ...(fields.has('sinds') ? { since: undefined } : {}),
  };
}

/** The form shows the group that it has now: choosing everyone beside it leaves the group. */
function visibilityFrom({ zichtbaar, groep }: Args, { visibility }: Signal): SignalEdit {
  if (zichtbaar === 'partners') {
    if (groep && groep !== visibility) throw new Refusal('signal-group-or-partners', {}, 'zichtbaar');
    return { visibility: 'partners' };
  }
  if (zichtbaar === 'groep' && !groep && !visibility.startsWith('group/'))
    throw new Refusal('signal-needs-group', {}, 'groep');
  return groep ? { visibility: groep } : {};
}
