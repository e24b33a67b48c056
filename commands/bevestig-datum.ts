import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { optional, ref, text, url } from '../src/command/fields.ts';
import { confirmDate } from '../src/domain/campaign/edit-campaign.ts';
import type { Id } from '../src/domain/shared/record.ts';
import { periodFrom, whenFields, whenOf } from './shared/period-argument.ts';
import { campaignToPlan, showChanged } from './shared/show-campaign.ts';

const args = z.object({
  campagne: ref('campaign', { positional: true, names: ['campaign'] }),
  bron: text({ names: ['source'] }),
  bronlink: optional(url({ names: ['source-url', 'link'] })),
  periode: optional(whenFields.periode),
  tijd: whenFields.tijd,
});

export const bevestigDatum = defineCommand({
  name: 'bevestig-datum',
  aliases: ['confirm-date', 'bevestig', 'bevestigen', 'confirm'],
  access: 'partner',
  args,
  examples: ['"50PlusBeurs" periode:"14 t/m 18 september 2027" bron:"bericht van de organisator"'],
  subject: 'campagne',
  prefill: async (context, given) => whenOf(await campaignToPlan(context, given.campagne as Id<'campaign'>)),
  run: async (context, given) => {
    const period = given.periode ? periodFrom(given.periode, given.tijd, context.today) : null;
    const confirmed = await confirmDate(context.store, context.by, given.campagne, {
      ...(period ? { period } : {}),
      source: { text: given.bron, ...(given.bronlink ? { url: given.bronlink } : {}) },
      on: context.today.toString(),
    });
    return showChanged(context, confirmed, 'campaign.date-confirmed');
  },
});
