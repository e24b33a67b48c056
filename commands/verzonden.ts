import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, optional, ref, text } from '../src/command/fields.ts';
import { Refusal } from '../src/core/errors.ts';
import type { Delivery, DeliveryState } from '../src/domain/delivery/delivery.ts';
import type { Id } from '../src/domain/shared/record.ts';
import type { Message } from '../src/reply/reply.ts';
import { deliveryLine } from '../src/views/delivery-line.ts';
import { viewOf } from '../src/views/view-of.ts';

const STATES = {
  wacht: ['queued'],
  aangekomen: ['sent'],
  mislukt: ['dead', 'expired'],
  overbodig: ['superseded'],
} as const satisfies Record<string, readonly DeliveryState[]>;

const SHOWN = 20;
const RETRY_DAYS = 3;

export const verzonden = defineCommand({
  name: 'verzonden',
  aliases: ['sent', 'berichten', 'messages', 'postvak'],
  access: 'coordinator',
  args: z.object({
    stand: optional(
      choice(['wacht', 'aangekomen', 'mislukt', 'overbodig'], { positional: true, names: ['state'] }),
    ),
    wie: optional(ref(['person', 'subscription'], { names: ['who', 'aan', 'kanaal'] })),
    doe: optional(choice(['toon', 'opnieuw'], { names: ['do'] })),
    bericht: optional(text({ names: ['message'], max: 20 })),
  }),
  examples: ['', 'mislukt', 'wie:"Noor Voorbeeld"'],
  run: async (context, { stand, wie, doe, bericht }) => {
    if (doe === 'opnieuw') return retry(context, bericht);
    return list(context, stand, wie);
  },
});

async function retry(context: Context, id: string | undefined): Promise<Message> {
  const { messages, now, t } = context;
  if (id === undefined) throw new Refusal('delivery-which', {}, 'bericht');
  const expiresAt = now.add({ hours: 24 * RETRY_DAYS });
  if (!(await messages.outbox.retry(id, { at: now, expiresAt })))
    throw new Refusal('delivery-gone', {}, 'bericht');
  const shown = await list(context, undefined, undefined);
  return {
    ...shown,
    sections: [{ type: 'notice', tone: 'success', text: t('sent.retried') }, ...shown.sections],
  };
}

async function list(
  context: Context,
  stand: keyof typeof STATES | undefined,
  who: Id<'person' | 'subscription'> | undefined,
): Promise<Message> {
  const { messages, t } = context;
  const { outbox } = messages;
  const query = { ...(stand ? { states: STATES[stand] } : {}), ...(who ? { recipient: who } : {}) };
  const found = await outbox.list({ ...query, limit: SHOWN });
  const total = await outbox.count(query);
  const view = await viewOf(
    context,
    [],
    found.map(({ recipient }: Delivery) => recipient),
  );
  const counts = [];
  for (const [word, states] of Object.entries(STATES)) {
    const count = await outbox.count({ states, ...(who ? { recipient: who } : {}) });
    counts.push({ label: t(`choice.${word as keyof typeof STATES}`), value: String(count) });
  }
  return {
    type: 'message',
    title: t('command.verzonden.title'),
    audience: 'private',
    sections: [
      { type: 'fields', fields: counts },
      found.length > 0
        ? { type: 'list', items: found.map((one) => deliveryLine(one, view)) }
        : { type: 'text', text: t('sent.none') },
      ...(total > found.length
        ? [{ type: 'text' as const, text: t('sent.more', { count: total - found.length }) }]
        : []),
      {
        type: 'actions',
        actions: [{ label: t('sent.only-failed'), command: 'verzonden', args: { stand: 'mislukt' } }],
      },
    ],
  };
}
