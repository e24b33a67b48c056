import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { ref } from '../src/command/fields.ts';
import { usePractice } from '../src/domain/practice/use-practice.ts';
import { showChanged } from './shared/show-campaign.ts';

export const gebruik = defineCommand({
  name: 'gebruik',
  aliases: ['use', 'gebruiken', 'use-practice'],
  access: 'partner',
  args: z.object({
    praktijk: ref('practice', { positional: true, names: ['practice', 'aanpak'] }),
    campagne: ref('campaign', { positional: true, names: ['campaign', 'bij'] }),
  }),
  examples: ['bp-08 "week van de veiligheid"'],
  run: async (context, given) => {
    // The button is drawn from the practice; the campaign is read now, and only added to.
    const { version: _version, ...by } = context.by;
    const changed = await usePractice(context.store, by, {
      campaign: given.campagne,
      practice: given.praktijk,
    });
    return showChanged(context, changed, 'campaign.practice-used');
  },
});
