import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { flag, ref } from '../src/command/fields.ts';
import { linkSignal } from '../src/domain/signal/link-signal.ts';
import { showChangedSignal, signalFor } from './shared/show-signal.ts';

export const signaalKoppel = defineCommand({
  name: 'signaal-koppel',
  aliases: ['signal-link', 'koppel-signaal'],
  access: 'partner',
  args: z.object({
    signaal: ref('signal', { positional: true, names: ['signal'] }),
    campagne: ref('campaign', { positional: true, names: ['campaign'] }),
    los: flag({ names: ['unlink', 'remove'] }),
  }),
  examples: ['"Nepagent haalt sieraden op" campagne:"week van de veiligheid"'],
  run: async (context, { signaal, campagne, los }) => {
    await signalFor(context, signaal);
    const link = { campaign: campagne, away: los ?? false };
    const linked = await linkSignal(context.store, context.by, signaal, link);
    return showChangedSignal(context, linked, los ? 'signal.unlinked' : 'signal.linked');
  },
});
