import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { paragraph, ref } from '../src/command/fields.ts';
import { mayEditPractice, require } from '../src/domain/access/may.ts';
import { withdrawPractice } from '../src/domain/practice/review.ts';
import type { Id } from '../src/domain/shared/record.ts';
import { practiceFor, showDecided } from './shared/show-practice.ts';

export const intrekken = defineCommand({
  name: 'intrekken',
  aliases: ['withdraw', 'trek-in', 'aanpak-intrekken'],
  access: 'partner',
  args: z.object({
    praktijk: ref('practice', { positional: true, names: ['practice', 'aanpak'] }),
    reden: paragraph({ names: ['reason'], shared: true }),
  }),
  examples: ['bp-13 reden:"Er is een nieuwer onderzoek dat dit niet terugvindt."'],
  subject: 'praktijk',
  prefill: async (context, given) => {
    const practice = await practiceFor(context, given.praktijk as Id<'practice'>);
    require(mayEditPractice(context.actor, practice), 'not-your-practice');
    return {};
  },
  run: async (context, { praktijk, reden }) =>
    showDecided(
      context,
      await withdrawPractice(context.store, context.by, praktijk, reden),
      'practice.withdrawn-told',
    ),
});
