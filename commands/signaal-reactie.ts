import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { paragraph, ref } from '../src/command/fields.ts';
import { commentSignal } from '../src/domain/signal/comment-signal.ts';
import { showChangedSignal, signalFor } from './shared/show-signal.ts';

export const signaalReactie = defineCommand({
  name: 'signaal-reactie',
  aliases: ['signal-comment', 'reageer-op-signaal'],
  access: 'partner',
  args: z.object({
    signaal: ref('signal', { positional: true, names: ['signal'] }),
    reactie: paragraph({ positional: true, names: ['comment', 'tekst', 'text'], shared: true }),
  }),
  examples: ['"Nepagent haalt sieraden op" "Bij ons vooral in de avond."'],
  run: async (context, { signaal, reactie }) => {
    await signalFor(context, signaal);
    const commented = await commentSignal(context.store, context.by, signaal, reactie);
    return showChangedSignal(context, commented, 'signal.commented');
  },
});
