import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { ref } from '../src/command/fields.ts';
import { Refusal } from '../src/core/errors.ts';
import { guardOf } from '../src/domain/access/guard.ts';
import { canSee } from '../src/domain/access/visibility.ts';
import { type AnyRecord, isKind } from '../src/domain/records.ts';
import type { Reply } from '../src/reply/reply.ts';
import { showAction } from './shared/show-action.ts';
import { showCampaign } from './shared/show-campaign.ts';
import { showGuide } from './shared/show-guide.ts';
import { showHelpPoint } from './shared/show-help-point.ts';
import { showOrganisation } from './shared/show-organisation.ts';
import { showPractice } from './shared/show-practice.ts';
import { showSeries } from './shared/show-series.ts';
import { showSignal } from './shared/show-signal.ts';

const args = z.object({
  wat: ref(['campaign', 'action', 'practice', 'series', 'helppoint', 'guide', 'signal', 'organisation'], {
    positional: true,
    names: ['what', 'campagne', 'campaign', 'naam', 'name'],
  }),
});

export const toon = defineCommand({
  name: 'toon',
  aliases: ['show', 'tonen', 'bekijk', 'bekijken', 'laat-zien'],
  access: 'anyone',
  args,
  examples: ['week van de veiligheid', 'AP24-5.01'],
  run: async (context, { wat }) => {
    const record = (await context.store.getMany([wat])).get(wat);
    if (!record || !canSee(context.scope, guardOf(record))) throw new Refusal('not-found');
    return show(context, record);
  },
});

async function show(context: Context, record: AnyRecord): Promise<Reply> {
  if (isKind(record, 'campaign')) return showCampaign(context, record);
  if (isKind(record, 'action')) return showAction(context, record);
  if (isKind(record, 'practice')) return showPractice(context, record);
  if (isKind(record, 'helppoint')) return showHelpPoint(context, record);
  if (isKind(record, 'guide')) return showGuide(context, record);
  if (isKind(record, 'organisation')) return showOrganisation(context, record);
  if (isKind(record, 'signal')) return showSignal(context, record);
  if (isKind(record, 'series')) return showSeries(context, record);
  throw new Refusal('not-found');
}
