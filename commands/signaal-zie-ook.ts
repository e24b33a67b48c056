import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { ref } from '../src/command/fields.ts';
import { confirmSignal } from '../src/domain/signal/confirm-signal.ts';
import { showChangedSignal, signalFor } from './shared/show-signal.ts';

export const signaalZieOok = defineCommand({
  name: 'signaal-zie-ook',
  aliases: ['zie-ook', 'wij-zien-dit-ook', 'signal-confirm', 'see-it-too'],
  access: 'partner',
  args: z.object({ signaal: ref('signal', { positional: true, names: ['signal'] }) }),
  examples: ['"Nepagent haalt sieraden op"'],
  run: async (context, { signaal }) => {
    await signalFor(context, signaal);
    const confirmed = await confirmSignal(context.store, context.by, signaal);
    return showChangedSignal(context, confirmed, 'signal.confirmed');
  },
});
