import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { ref } from '../src/command/fields.ts';
import { moveCampaign } from '../src/domain/campaign/edit-campaign.ts';
import type { Id } from '../src/domain/shared/record.ts';
import { overlapWarnings } from './shared/overlap-warnings.ts';
import { periodFrom, whenFields, whenOf } from './shared/period-argument.ts';
import { campaignToPlan, showChanged } from './shared/show-campaign.ts';

const args = z.object({
  campagne: ref('campaign', { positional: true, names: ['campaign'] }),
  ...whenFields,
});

export const verzet = defineCommand({
  name: 'verzet',
  aliases: ['move', 'verzetten', 'verplaats', 'verplaatsen', 'reschedule'],
  access: 'partner',
  args,
  examples: ['"week van de veiligheid" periode:"18 t/m 24 oktober 2027"'],
  subject: 'campagne',
  prefill: async (context, given) => whenOf(await campaignToPlan(context, given.campagne as Id<'campaign'>)),
  preview: async (context, given) => {
    const campaign = await campaignToPlan(context, given.campagne);
    const period = periodFrom(given.periode, given.tijd, context.today);
    if (!period) return undefined;
    const typed = {
      campagne: campaign.id,
      periode: given.periode,
      ...(given.tijd ? { tijd: given.tijd } : {}),
    };
    const version = context.by.version ?? campaign.version;
    return overlapWarnings(context, { ...campaign, period }, { command: 'verzet', args: typed, version });
  },
  run: async (context, given) => {
    const period = periodFrom(given.periode, given.tijd, context.today);
    const moved = await moveCampaign(context.store, context.by, given.campagne, period);
    return showChanged(context, moved, 'campaign.moved');
  },
});
