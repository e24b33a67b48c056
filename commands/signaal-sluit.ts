import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { ref, text } from '../src/command/fields.ts';
import { closeSignal } from '../src/domain/signal/close-signal.ts';
import { showChangedSignal, signalFor } from './shared/show-signal.ts';

export const signaalSluit = defineCommand({
  name: 'signaal-sluit',
  aliases: ['signal-close', 'sluit-signaal'],
  access: 'partner',
  args: z.object({
    signaal: ref('signal', { positional: true, names: ['signal'] }),
    reden: text({ names: ['reason'], shared: true, max: 1_000 }),
  }),
  examples: ['"Nepagent haalt sieraden op" reden:"Na drie weken geen meldingen meer"'],
  subject: 'signaal',
  run: async (context, { signaal, reden }) => {
    await signalFor(context, signaal);
    const closed = await closeSignal(context.store, context.by, signaal, reden);
    return showChangedSignal(context, closed, 'signal.was-closed');
  },
});
