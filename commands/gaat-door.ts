import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { ref } from '../src/command/fields.ts';
import { reviveCampaign } from '../src/domain/campaign/decide-campaign.ts';
import { showChanged } from './shared/show-campaign.ts';

export const gaatDoor = defineCommand({
  name: 'gaat-door',
  aliases: ['goes-on', 'doorgaan', 'toch-door', 'revive'],
  access: 'partner',
  args: z.object({ campagne: ref('campaign', { positional: true, names: ['campaign'] }) }),
  examples: ['"50PlusBeurs"'],
  subject: 'campagne',
  run: async (context, { campagne }) =>
    showChanged(context, await reviveCampaign(context.store, context.by, campagne), 'campaign.goes-on'),
});
