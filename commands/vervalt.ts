import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { ref, text } from '../src/command/fields.ts';
import { guardOf } from '../src/domain/access/guard.ts';
import { cancelCampaign } from '../src/domain/campaign/decide-campaign.ts';
import type { Id } from '../src/domain/shared/record.ts';
import { campaignToPlan, showChanged } from './shared/show-campaign.ts';

export const vervalt = defineCommand({
  name: 'vervalt',
  aliases: ['cancel', 'vervallen', 'annuleer', 'annuleren', 'gaat-niet-door'],
  access: 'partner',
  args: z.object({
    campagne: ref('campaign', { positional: true, names: ['campaign'] }),
    reden: text({ names: ['reason'], shared: true }),
  }),
  examples: ['"50PlusBeurs" reden:"de beurs gaat dit jaar niet door"'],
  subject: 'campagne',
  prefill: async (context, given) => {
    await campaignToPlan(context, given.campagne as Id<'campaign'>);
    return {};
  },
  run: async (context, { campagne, reden }) => {
    const gone = await cancelCampaign(context.store, context.by, campagne, reden);
    return showChanged(context, gone, guardOf(gone).restricted ? 'campaign.withdrawn' : 'campaign.cancelled');
  },
});
