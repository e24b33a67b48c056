import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { number, optional, ref } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { Refusal } from '../src/core/errors.ts';
import { guardOf } from '../src/domain/access/guard.ts';
import { mayPropose } from '../src/domain/access/may.ts';
import { canSee } from '../src/domain/access/visibility.ts';
import { phaseOf } from '../src/domain/campaign/phase.ts';
import { lastEvaluated, seriesHistory } from '../src/domain/evaluation/history.ts';
import { knownBefore } from '../src/domain/evaluation/known-before.ts';
import { stillToEvaluate } from '../src/domain/evaluation/still-to-evaluate.ts';
import { isKind } from '../src/domain/records.ts';
import type { Series } from '../src/domain/series/series.ts';
import type { Action, Message } from '../src/reply/reply.ts';
import { lookBackMessage } from '../src/views/look-back.ts';
import { seriesHistoryMessage } from '../src/views/series-history.ts';
import { viewOf } from '../src/views/view-of.ts';
import { showCampaignHistory } from './shared/show-history.ts';

const PAGE = 8;

const args = z.object({
  wat: optional(
    ref(['series', 'campaign'], {
      positional: true,
      names: ['what', 'campagne', 'reeks', 'series', 'campaign'],
    }),
  ),
  verder: optional(number(0, 10_000, { hidden: true })),
});

export const terugblik = defineCommand({
  name: 'terugblik',
  aliases: ['look-back', 'terugkijken', 'evaluaties', 'evaluations', 'lessen', 'lessons'],
  access: 'reader',
  args,
  examples: ['"maand van senioren en veiligheid"', ''],
  run: async (context, { wat, verder = 0 }) => {
    const { store, scope, today } = context;
    if (wat === undefined) return newest(context, verder);
    const record = (await store.getMany([wat])).get(wat);
    if (!record || !canSee(scope, guardOf(record))) throw new Refusal('not-found');
    if (isKind(record, 'series')) return ofSeries(context, record, verder);
    if (!isKind(record, 'campaign')) throw new Refusal('not-found');
    // A name means the coming edition; before it is over, what the earlier ones brought is asked.
    const series = record.series && phaseOf(record, today) !== 'finished' && (await store.get(record.series));
    return series && canSee(scope, guardOf(series))
      ? ofSeries(context, series, verder)
      : showCampaignHistory(context, record);
  },
});

async function ofSeries(context: Context, series: Series, from: number): Promise<Message> {
  const { store, scope, today, audience } = context;
  const all = await seriesHistory(store, scope, series.id, today.toString());
  const page = all.slice(from, from + PAGE);
  const coming = all.find(({ campaign }) => phaseOf(campaign, today) === 'planned')?.campaign;
  const known = coming && (await knownBefore(store, scope, coming));
  const evaluations = page.flatMap((one) => one.evaluations);
  const view = await viewOf(context, [series, ...page.map(({ campaign }) => campaign), ...evaluations]);
  const next = all.length > from + PAGE ? further(context, from, { wat: series.id }) : undefined;
  const message = seriesHistoryMessage({ series, all, page, known }, next, view);
  return refreshable({ ...message, audience }, 'terugblik', { wat: series.id, verder: from || undefined });
}

/** Without a name: what the asker's own organisation has still to tell, and what others told last. */
async function newest(context: Context, from: number): Promise<Message> {
  const { store, scope, actor, today, audience } = context;
  // Who cannot evaluate is not asked to; and where others read along, nobody is told what they owe.
  const asks = from === 0 && audience === 'private' && mayPropose(actor);
  const open = asks ? await stillToEvaluate(store, scope, actor, today.toString()) : [];
  const all = await lastEvaluated(store, scope);
  const page = all.slice(from, from + PAGE);
  const view = await viewOf(context, [...open, ...page.map(({ campaign }) => campaign)]);
  const next = all.length > from + PAGE ? further(context, from, {}) : undefined;
  const message = lookBackMessage({ open, page }, next, view);
  return refreshable({ ...message, audience }, 'terugblik', { verder: from || undefined });
}

function further({ t }: Context, from: number, args: Record<string, string>): Action {
  return {
    label: t('render.next-page'),
    command: 'terugblik',
    args: { ...args, verder: String(from + PAGE) },
  };
}
