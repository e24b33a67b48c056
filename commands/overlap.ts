import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { ref } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { Refusal } from '../src/core/errors.ts';
import { busyWeeks } from '../src/domain/campaign/crowding.ts';
import { overlappable, overlapsOf } from '../src/domain/campaign/overlap.ts';
import { overlapMessage } from '../src/views/overlap-view.ts';
import { viewOf } from '../src/views/view-of.ts';
import { campaignFor } from './shared/show-campaign.ts';

export const overlap = defineCommand({
  name: 'overlap',
  aliases: ['overlaps', 'overlappen', 'botsing', 'clash'],
  access: 'reader',
  args: z.object({ campagne: ref('campaign', { positional: true, names: ['campaign'] }) }),
  examples: ['"week van de veiligheid"'],
  run: async (context, { campagne }) => {
    const { store, scope } = context;
    const campaign = await campaignFor(context, campagne);
    const one = overlappable(campaign);
    if (!one) throw new Refusal('overlap-no-date');
    const overlaps = await overlapsOf(store, scope, one);
    const question = { audiences: campaign.audiences, forms: campaign.forms, except: campaign.id };
    const runs = one.spans.map(({ first, last }) =>
      busyWeeks(store, scope, { ...question, from: first, until: last }),
    );
    const weeks = (await Promise.all(runs)).flat();
    const view = await viewOf(context, [campaign, ...overlaps.map((found) => found.campaign)]);
    const message = { ...overlapMessage(campaign, overlaps, weeks, view), audience: context.audience };
    return refreshable(message, 'overlap', { campagne });
  },
});
