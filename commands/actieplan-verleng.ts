import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { optional, ref, text } from '../src/command/fields.ts';
import { formatDate } from '../src/core/dates/format-date.ts';
import { parsePeriod } from '../src/core/dates/parse-period.ts';
import { Refusal } from '../src/core/errors.ts';
import { extendPlan } from '../src/domain/plan/extend-plan.ts';
import { currentPlan } from '../src/domain/plan/plans.ts';
import type { Id } from '../src/domain/shared/record.ts';
import type { Message } from '../src/reply/reply.ts';
import { planPage, withNotice } from './shared/plan-page.ts';

const args = z.object({
  tot: text({ positional: true, names: ['until', 'einde', 'end'], max: 40 }),
  plan: optional(ref('plan')),
});

export const actieplanVerleng = defineCommand({
  name: 'actieplan-verleng',
  aliases: ['extend-action-plan', 'actieplan-verlengen', 'verleng-actieplan'],
  access: 'coordinator',
  args,
  examples: ['"Q2 2027"', '"31 december 2027" plan:AP24'],
  subject: 'plan',
  run: (context, { tot, plan }) => extended(context, tot, plan),
});

/** Lets a plan, the one that runs unless it is named, go on until a day or the end of a quarter. */
export async function extended(context: Context, until: string, named?: Id<'plan'>): Promise<Message> {
  const { store, scope, today, t, locale } = context;
  const period = parsePeriod(until, today);
  if (period.type === 'problem') throw new Refusal(period.code, { text: period.text }, 'tot');
  const id = named ?? (await currentPlan(store, scope, today))?.id;
  if (!id) throw new Refusal('not-found');
  await extendPlan(store, context.by, id, period.end);
  const date = formatDate(period.end, locale);
  return withNotice(await planPage(context, { plan: id }), t('plan.extended', { date }));
}
