import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, optional, paragraph, ref } from '../src/command/fields.ts';
import { Refusal } from '../src/core/errors.ts';
import { answerCampaign } from '../src/domain/participation/answer-campaign.ts';
import type { Id } from '../src/domain/shared/record.ts';
import { viewOf } from '../src/views/view-of.ts';
import { campaignFor, showCampaign } from './shared/show-campaign.ts';

const ANSWERS = { ja: 'joins', misschien: 'maybe', nee: 'declines', uitgenodigd: 'invited' } as const;
const SAID = {
  ja: 'campaign.joined',
  misschien: 'campaign.maybe',
  nee: 'campaign.declined',
  uitgenodigd: 'campaign.invited',
} as const;

export const meedoen = defineCommand({
  name: 'meedoen',
  aliases: ['join', 'doe-mee', 'deelnemen', 'aanmelden'],
  access: 'partner',
  args: z.object({
    campagne: ref('campaign', { positional: true, names: ['campaign'] }),
    antwoord: choice(['ja', 'misschien', 'nee', 'uitgenodigd'], { names: ['answer'] }),
    bijdrage: optional(paragraph({ names: ['contribution', 'met'], shared: true })),
    organisatie: optional(ref('organisation', { names: ['organisation', 'voor'] })),
  }),
  examples: ['"week van de veiligheid" antwoord:ja bijdrage:"stand op de markt"'],
  run: async (context, given) => {
    const organisation = given.organisatie ?? ownOrganisation(context);
    const said = given.antwoord;
    await answerCampaign(context.store, context.by, {
      campaign: given.campagne,
      organisation,
      answer: ANSWERS[said],
      contribution: given.bijdrage,
    });
    const card = await showCampaign(context, await campaignFor(context, given.campagne));
    const view = await viewOf(context, [], [organisation]);
    const text = context.t(SAID[said], { organisation: view.name(organisation) ?? '' });
    return { ...card, sections: [{ type: 'notice', tone: 'success', text }, ...card.sections] };
  },
});

function ownOrganisation({ actor }: Context): Id<'organisation'> {
  const [own, other] = actor.organisations;
  if (!own || other) throw new Refusal('no-organisation', {}, 'organisatie');
  return own;
}
