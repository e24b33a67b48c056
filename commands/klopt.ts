import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { ref } from '../src/command/fields.ts';
import { confirmRight } from '../src/domain/correction/report-outdated.ts';
import { showChecked } from './shared/show-checked.ts';

const args = z.object({
  wat: ref(['helppoint', 'guide'], { positional: true, names: ['what', 'meldpunt', 'stappen'] }),
});

export const klopt = defineCommand({
  name: 'klopt',
  aliases: ['still-right', 'nagekeken', 'checked'],
  access: 'coordinator',
  args,
  examples: ['fraudehelpdesk', '"eerste stappen bij phishing"'],
  subject: 'wat',
  run: async (context, { wat }) => {
    await confirmRight(context.store, context.by, wat);
    return showChecked(context, wat, 'correction.right');
  },
});
