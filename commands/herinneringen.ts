import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { waitingSections } from './shared/waiting-sections.ts';

export const herinneringen = defineCommand({
  name: 'herinneringen',
  aliases: ['reminders', 'herinnering', 'nudges', 'wat-wacht'],
  access: 'reader',
  args: z.object({}),
  examples: [''],
  run: async (context) => {
    const { t } = context;
    const sections = await waitingSections(context);
    return {
      type: 'message',
      title: t('nudge.mine'),
      audience: 'private',
      sections: sections.length > 0 ? sections : [{ type: 'text', text: t('nudge.none') }],
    };
  },
});
