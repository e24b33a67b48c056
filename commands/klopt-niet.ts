import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { paragraph, ref } from '../src/command/fields.ts';
import { reportOutdated } from '../src/domain/correction/report-outdated.ts';
import { showChecked } from './shared/show-checked.ts';

const args = z.object({
  wat: ref(['helppoint', 'guide'], { positional: true, names: ['what', 'meldpunt', 'stappen'] }),
  tekst: paragraph({ names: ['text', 'waarom'], max: 1_000, shared: true }),
});

export const kloptNiet = defineCommand({
  name: 'klopt-niet',
  aliases: ['outdated', 'verouderd', 'niet-juist'],
  access: 'partner',
  args,
  examples: ['fraudehelpdesk tekst:"De openingstijden zijn veranderd, zie de contactpagina"'],
  run: async (context, { wat, tekst }) => {
    await reportOutdated(context.store, context.by, context.ids, { about: wat, text: tekst });
    return showChecked(context, wat, 'correction.noted');
  },
});
