import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, optional, paragraph, ref, refs } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { Refusal } from '../src/core/errors.ts';
import {
  chooseMeasure,
  measureId,
  setMeasureState,
  setPriority,
} from '../src/domain/measure/change-measure.ts';
import type { Measure } from '../src/domain/measure/measure.ts';
import { gapsAmong, measuresPerForm } from '../src/domain/measure/measures-per-form.ts';
import type { Id } from '../src/domain/shared/record.ts';
import type { MessageKey } from '../src/i18n/translate.ts';
import type { Message } from '../src/reply/reply.ts';
import { gapList, measureList } from '../src/views/measure-list.ts';
import { viewOf } from '../src/views/view-of.ts';

const STATES = {
  gekozen: 'chosen',
  'in-voorbereiding': 'preparing',
  loopt: 'running',
  gestopt: 'stopped',
} as const satisfies Record<string, Measure['state']>;

const args = z.object({
  doe: optional(
    choice(['lijst', 'kies', 'stand', 'gaten', 'prioriteit', 'geen-prioriteit'], {
      positional: true,
      names: ['do'],
    }),
  ),
  vorm: optional(ref('form', { positional: true, names: ['form', 'fraudevorm'] })),
  praktijk: optional(ref('practice', { names: ['practice', 'aanpak'] })),
  wie: optional(refs('organisation', { names: ['who', 'organisatie'] })),
  stand: optional(
    choice(['gekozen', 'in-voorbereiding', 'loopt', 'gestopt'], { names: ['state', 'staat', 'status'] }),
  ),
  notitie: optional(paragraph({ names: ['note'], shared: true })),
  maatregel: optional(ref('measure', { names: ['measure'], hidden: true })),
});
type Args = z.infer<typeof args>;

export const maatregel = defineCommand({
  name: 'maatregel',
  aliases: ['measure', 'maatregelen', 'measures'],
  access: 'partner',
  args,
  examples: [
    '',
    'prioriteit vorm:bankhelpdeskfraude',
    'kies vorm:bankhelpdeskfraude praktijk:bp-04 wie:nvb stand:loopt',
    'stand vorm:bankhelpdeskfraude praktijk:bp-04 stand:gestopt',
    'gaten',
  ],
  subject: 'maatregel',
  run: async (context, given) => {
    // What the partners chose is not for who reads along in a channel.
    if (context.audience === 'channel') throw new Refusal('partners-in-private');
    if (given.doe === 'kies') return choose(context, given);
    if (given.doe === 'stand') return setState(context, given);
    if (given.doe === 'prioriteit') return prioritise(context, given, true);
    if (given.doe === 'geen-prioriteit') return prioritise(context, given, false);
    return given.doe === 'gaten' ? gaps(context) : list(context, given.vorm);
  },
});

async function choose(context: Context, given: Args): Promise<Message> {
  const { store, actor } = context;
  const form = needed(context, given.vorm, 'vorm');
  // The button may come from the practice's card, whose version says nothing of a measure.
  const { version: _version, ...by } = context.by;
  await chooseMeasure(store, by, {
    form,
    practice: needed(context, given.praktijk, 'praktijk'),
    organisations: given.wie ?? actor.organisations.slice(0, 1),
    state: given.stand && STATES[given.stand],
    note: given.notitie,
  });
  return after(context, form, 'measure.chosen-told');
}

async function setState(context: Context, given: Args): Promise<Message> {
  const { store, by } = context;
  const state = STATES[needed(context, given.stand, 'stand')];
  const id =
    given.maatregel ??
    measureId(needed(context, given.vorm, 'vorm'), needed(context, given.praktijk, 'praktijk'));
  const { form, state: now } = await setMeasureState(store, by, id, { state, note: given.notitie });
  return after(context, form, now === state ? 'measure.state-told' : 'measure.left-told');
}

async function prioritise(context: Context, given: Args, isPriority: boolean): Promise<Message> {
  const { store } = context;
  const { version: _version, ...by } = context.by;
  const form = await setPriority(store, by, needed(context, given.vorm, 'vorm'), isPriority);
  return after(context, form.id, isPriority ? 'measure.priority-told' : 'measure.no-priority-told');
}

async function list(context: Context, only: Id<'form'> | undefined): Promise<Message> {
  const { store, scope, actor } = context;
  const found = await measuresPerForm(store, scope, only ? [only] : undefined);
  const measures = found.flatMap((one) => one.measures);
  const view = await viewOf(context, [
    ...found.map(({ form }) => form),
    ...measures.flatMap(({ measure, practice }) => [measure, practice]),
  ]);
  const message = measureList(found, only, actor, view);
  return refreshable(message, 'maatregel', { doe: 'lijst', vorm: only });
}

async function gaps(context: Context): Promise<Message> {
  const { store, scope } = context;
  const all = await measuresPerForm(store, scope);
  const view = await viewOf(
    context,
    all.map(({ form }) => form),
  );
  const message = gapList(gapsAmong(all), all.length, view);
  return refreshable(message, 'maatregel', { doe: 'gaten' });
}

/** The form's measures as they are now, led by what was done. */
async function after(context: Context, form: Id<'form'>, done: MessageKey): Promise<Message> {
  const { refresh: _refresh, ...page } = await list(context, form);
  const told = { type: 'notice', tone: 'success', text: context.t(done) } as const;
  return { ...page, sections: [told, ...page.sections] };
}

function needed<T>({ t }: Context, value: T | undefined, field: 'vorm' | 'praktijk' | 'stand'): T {
  if (value === undefined)
    throw new Refusal('measure-needs', { what: t(`field.${field}`).toLowerCase() }, field);
  return value;
}
