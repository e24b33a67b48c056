import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { number, optional } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { practicesOf } from '../src/domain/practice/proposals.ts';
import type { Message } from '../src/reply/reply.ts';
import { proposalLine } from '../src/views/proposal-line.ts';
import { viewOf } from '../src/views/view-of.ts';

const PAGE = 10;

export const praktijken = defineCommand({
  name: 'praktijken',
  aliases: ['my-practices', 'mijn-aanpakken', 'onze-aanpakken', 'practice-proposals'],
  access: 'partner',
  args: z.object({ verder: optional(number(0, 10_000, { hidden: true })) }),
  examples: [''],
  run: async (context, { verder }) => {
    const { store, scope, actor, audience, t } = context;
    const all = await practicesOf(store, scope, actor.organisations);
    const from = verder ?? 0;
    const page = all.slice(from, from + PAGE);
    const view = await viewOf(context, page);
    const propose = { label: t('do.propose-practice'), command: 'praktijk', args: {}, opensForm: true };
    const message: Message = {
      type: 'message',
      title: t('command.praktijken.title'),
      audience,
      sections: [
        { type: 'text', text: t('practice.mine', { count: all.length }) },
        ...(page.length > 0
          ? [{ type: 'list' as const, items: page.map((one) => proposalLine(one, actor, view)) }]
          : []),
        { type: 'actions', actions: [propose] },
      ],
      ...(all.length > from + PAGE
        ? {
            next: {
              label: t('render.next-page'),
              command: 'praktijken',
              args: { verder: String(from + PAGE) },
            },
          }
        : {}),
    };
    return refreshable(message, 'praktijken', { verder });
  },
});
