import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { flag, refs, text } from '../src/command/fields.ts';
import { checkPeriod } from '../src/domain/campaign/check-period.ts';
import { createCampaign } from '../src/domain/campaign/create-campaign.ts';
import { contentFields, contentFrom } from './campaign-fields.ts';
import { overlapWarnings } from './overlap-warnings.ts';
import { periodFrom, whenFields } from './period-argument.ts';
import { showChanged } from './show-campaign.ts';

const args = z.object({
  titel: text({ positional: true, names: ['title', 'naam', 'name'], shared: true }),
  ...whenFields,
  doelgroep: refs('audience', { names: ['audience', 'doelgroepen'] }),
  ...contentFields,
  voorstel: flag({ names: ['proposal'] }),
});
type Args = z.infer<typeof args>;

export const nieuw = defineCommand({
  name: 'nieuw',
  aliases: ['new', 'nieuwe', 'toevoegen', 'voorstellen', 'propose', 'plan'],
  access: 'partner',
  args,
  examples: [
    '"Praatje bij de bank" periode:"11 t/m 17 oktober 2027" doelgroep:senioren vorm:bankhelpdeskfraude',
  ],
  preview: async (context, given) => {
    const period = periodOf(context, given);
    checkPeriod(period);
    if (!period) return undefined;
    const asked = { audiences: given.doelgroep, forms: given.vorm ?? [], regions: given.regio ?? [] };
    return overlapWarnings(context, { ...asked, period }, 'nieuw', { ...typedArgs(given) }, given.titel);
  },
  run: async (context, given) => {
    const made = await createCampaign(context.store, context.by, context.ids, {
      title: given.titel,
      period: periodOf(context, given),
      audiences: given.doelgroep,
      ...contentFrom(given, undefined, context.today),
      asProposal: given.voorstel ?? false,
    });
    return showChanged(
      context,
      made,
      made.progress === 'proposed' ? 'campaign.created-proposal' : 'campaign.created',
    );
  },
});

function periodOf({ today }: Context, given: Args) {
  return periodFrom(given.periode, given.tijd, today);
}

/** What was given, as text again, for the buttons of the preview. */
function typedArgs(given: Args): Record<string, string | string[]> {
  const pairs = Object.entries(given).filter(([, value]) => value !== undefined && value !== false);
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, value === true ? 'ja' : (value as string | string[])]),
  );
}
