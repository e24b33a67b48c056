import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { optional, ref, text } from '../src/command/fields.ts';
import { Refusal } from '../src/core/errors.ts';
import { visibleRecord } from '../src/domain/change-one.ts';
import { type Checked, confirmRight, openCorrections } from '../src/domain/correction/report-outdated.ts';
import { isoInstant } from '../src/domain/shared/fields.ts';
import type { Confirm } from '../src/reply/reply.ts';
import { correctionSections, seenIn } from '../src/views/correction-sections.ts';
import { viewOf } from '../src/views/view-of.ts';
import { showChecked } from './shared/show-checked.ts';

const args = z.object({
  wat: ref(['helppoint', 'guide'], { positional: true, names: ['what', 'meldpunt', 'stappen'] }),
  // Buttons carry it: the newest report that was shown beside them.
  tot: optional(text({ hidden: true, max: 40, check: momentFrom })),
});

export const klopt = defineCommand({
  name: 'klopt',
  aliases: ['still-right', 'nagekeken', 'checked'],
  access: 'coordinator',
  args,
  examples: ['fraudehelpdesk', '"eerste stappen bij phishing"'],
  subject: 'wat',
  preview: async (context, { wat, tot }) => (tot ? undefined : askWithReports(context, wat)),
  run: async (context, { wat, tot }) => {
    await confirmRight(context.store, context.by, wat, tot ? momentFrom(tot) : undefined);
    return showChecked(context, wat, 'correction.right');
  },
});

/** Who typed it has seen no reports: shows those that wait first. */
async function askWithReports(context: Context, wat: Checked): Promise<Confirm | undefined> {
  const { t, store, scope, by } = context;
  const { version } = visibleRecord(await store.getMany([wat]), wat, by);
  const reports = await openCorrections(store, scope, wat);
  if (reports.length === 0) return undefined;
  return {
    type: 'confirm',
    title: t('command.klopt.title'),
    draft: [],
    warnings: correctionSections({ reports }, await viewOf(context, reports, [wat])),
    confirm: {
      label: t('do.right-again'),
      command: 'klopt',
      args: { wat, ...seenIn(reports) },
      version,
      confirmed: true,
    },
    alternatives: [{ label: t('do.show'), command: 'toon', args: { wat } }],
  };
}

function momentFrom(typed: string): Temporal.Instant {
  const read = isoInstant.safeParse(typed);
  if (!read.success) throw new Refusal('time-not-understood', { text: typed.slice(0, 40) }, 'tot');
  return Temporal.Instant.from(read.data);
}
