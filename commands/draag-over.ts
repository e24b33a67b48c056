import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { optional, ref } from '../src/command/fields.ts';
import { checkHandOver, handOver, heldBy } from '../src/domain/person/hand-over.ts';
import { kindOf } from '../src/domain/shared/record.ts';
import { viewOf } from '../src/views/view-of.ts';

export const draagOver = defineCommand({
  name: 'draag-over',
  aliases: ['hand-over', 'overdragen', 'handover', 'vertrek'],
  access: 'partner',
  args: z.object({
    van: ref('person', { positional: true, names: ['from'] }),
    naar: optional(ref('person', { positional: true, names: ['to', 'aan'] })),
  }),
  examples: ['van:"Pim Oefenagent" naar:"Noor Voorbeeld"'],
  subject: 'van',
  preview: async (context, { van, naar }) => {
    const { store, t, now } = context;
    await checkHandOver(store, context.by, van);
    const held = await heldBy(store, van, now);
    const view = await viewOf(context, [], [van, ...(naar ? [naar] : [])]);
    const counts = Map.groupBy(held, ({ id }) => kindOf(id));
    const kinds = ['campaign', 'task', 'participation', 'action', 'feed'] as const;
    return {
      type: 'confirm',
      title: t('hand-over.title', { name: view.name(van) ?? '' }),
      draft: kinds.map((kind) => ({
        label: t(`hand-over.${kind}`),
        value: String(counts.get(kind)?.length ?? 0),
      })),
      warnings: [
        {
          type: 'notice',
          tone: 'warning',
          text: naar
            ? t('hand-over.warning', { name: view.name(naar) ?? '' })
            : t('hand-over.warning-nobody'),
        },
      ],
      confirm: {
        label: t('hand-over.do'),
        command: 'draag-over',
        args: { van, ...(naar ? { naar } : {}) },
        confirmed: true,
        style: 'danger',
      },
      alternatives: [],
    };
  },
  run: async (context, { van, naar }) => {
    const { store, by, t } = context;
    const view = await viewOf(context, [], [van]);
    const count = await handOver(store, by, van, naar);
    return {
      type: 'message',
      title: t('hand-over.title', { name: view.name(van) ?? '' }),
      audience: 'private',
      sections: [{ type: 'notice', tone: 'success', text: t('hand-over.done', { count }) }],
    };
  },
});
