import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { flag, refs, text } from '../src/command/fields.ts';
import { createCampaign, draftCampaign, type NewCampaign } from '../src/domain/campaign/create-campaign.ts';
import { contentFields, contentFrom } from './shared/campaign-fields.ts';
import { overlapWarnings } from './shared/overlap-warnings.ts';
import { periodFrom, whenFields } from './shared/period-argument.ts';
import { showChanged } from './shared/show-campaign.ts';

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
    const draft = draftCampaign(context.by, context.ids, wanted(context, given));
    const { period } = draft;
    if (!period) return undefined;
    const asked = { command: 'nieuw' as const, args: typedArgs(given), version: undefined };
    return overlapWarnings(context, { ...draft, period }, asked);
  },
  run: async (context, given) => {
    const { store, by, ids } = context;
    const made = await createCampaign(store, by, ids, wanted(context, given));
    const { visibility } = made;
    const who = visibility.startsWith('group/') ? 'group' : visibility;
    return made.progress === 'proposed'
      ? showChanged(context, made, 'campaign.created-proposal', { who })
      : showChanged(context, made, 'campaign.created');
  },
});

function wanted({ today }: Context, given: Args): NewCampaign {
  return {
    title: given.titel,
    period: periodFrom(given.periode, given.tijd, today),
    audiences: given.doelgroep,
    ...contentFrom(given, undefined, today),
    asProposal: given.voorstel ?? false,
  };
}

/** What was given, as text again, for the buttons of the preview. */
function typedArgs(given: Args): Record<string, string | string[]> {
  const pairs = Object.entries(given).filter(([, value]) => value !== undefined && value !== false);
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, value === true ? 'ja' : (value as string | string[])]),
  );
}
