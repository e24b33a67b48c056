import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { ref } from '../src/command/fields.ts';
import { approveCampaign } from '../src/domain/campaign/decide-campaign.ts';
import { showChanged } from './shared/show-campaign.ts';

export const goedkeuren = defineCommand({
  name: 'goedkeuren',
  aliases: ['approve', 'goedkeur', 'keur-goed', 'akkoord'],
  access: 'coordinator',
  args: z.object({ campagne: ref('campaign', { positional: true, names: ['campaign'] }) }),
  examples: ['"Praatje bij de bank"'],
  subject: 'campagne',
  run: async (context, { campagne }) =>
    showChanged(context, await approveCampaign(context.store, context.by, campagne), 'campaign.approved'),
});
