import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { optional, ref, refs, text } from '../src/command/fields.ts';
import { editCampaign } from '../src/domain/campaign/edit-campaign.ts';
import type { Id } from '../src/domain/shared/record.ts';
import { contentFields, contentFrom, contentOf, emptiedFrom } from './shared/campaign-fields.ts';
import { campaignToEdit, showChanged } from './shared/show-campaign.ts';

const args = z.object({
  campagne: ref('campaign', { positional: true, names: ['campaign'] }),
  titel: optional(text({ names: ['title'], shared: true })),
  doelgroep: optional(refs('audience', { names: ['audience', 'doelgroepen'] })),
  ...contentFields,
});

export const wijzig = defineCommand({
  name: 'wijzig',
  aliases: ['edit', 'wijzigen', 'change', 'pas-aan', 'bewerk', 'bewerken'],
  access: 'partner',
  args,
  examples: ['"week van de veiligheid" boodschap:"Hang op, klik weg, bel je bank"'],
  subject: 'campagne',
  prefill: async (context, given) =>
    contentOf(await campaignToEdit(context, given.campagne as Id<'campaign'>)),
  run: async (context, given) => {
    const old = await campaignToEdit(context, given.campagne);
    // What was typed is laid over this version: someone's newer one must not be lost under it.
    const by = { ...context.by, version: context.by.version ?? old.version };
    const edited = await editCampaign(context.store, by, given.campagne, {
      ...emptiedFrom(context.emptied),
      ...contentFrom(given, old, context.today),
      ...(given.titel ? { title: given.titel } : {}),
      ...(given.doelgroep ? { audiences: given.doelgroep } : {}),
    });
    return showChanged(context, edited, 'campaign.edited');
  },
});
