import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { optional, period, refs } from '../src/command/fields.ts';
import { viewOf } from '../src/command/names.ts';
import { formatPeriod } from '../src/core/dates/format-date.ts';
import { Refusal } from '../src/core/errors.ts';
import { busyWeeks, quietestFirst } from '../src/domain/campaign/crowding.ts';
import { weeksTable } from '../src/views/overlap-view.ts';

const SHOWN = 10;
/** Longer questions are refused: nobody plans by comparing more weeks than three years have. */
const LONGEST_WEEKS = 160;
const MONTHS_AHEAD = 6;

export const rustigeWeken = defineCommand({
  name: 'rustige-weken',
  aliases: ['quiet-weeks', 'rustig', 'rustige', 'quiet'],
  access: 'reader',
  args: z.object({
    periode: optional(period({ positional: true, names: ['period', 'wanneer', 'when'] })),
    doelgroep: optional(refs('audience', { names: ['audience'] })),
    vorm: optional(refs('form', { names: ['form', 'fraudevorm'] })),
  }),
  examples: ['sep-nov doelgroep:senioren'],
  run: async (context, { periode, doelgroep, vorm }) => {
    const { store, scope, today, t, locale, audience } = context;
    const range = periode ?? { start: today.toString(), end: today.add({ months: MONTHS_AHEAD }).toString() };
    const days = Temporal.PlainDate.from(range.start).until(range.end).days;
    if (days > LONGEST_WEEKS * 7)
      throw new Refusal('period-too-long', { text: formatPeriod(range, locale) }, 'periode');
    // Weeks that have begun are of no use to someone who plans.
    const from = range.start > today.toString() ? range.start : today.toString();
    const question = { from, until: range.end, audiences: doelgroep ?? [], forms: vorm ?? [] };
    const weeks = quietestFirst(await busyWeeks(store, scope, question), range.start).slice(0, SHOWN);
    const view = await viewOf(context, [], [...question.audiences, ...question.forms]);
    const filter = [...question.audiences, ...question.forms].map(view.name).join(', ');
    const title = t('weeks.title', { period: formatPeriod(range, locale, today) });
    if (range.end < today.toString())
      throw new Refusal('period-is-past', { text: formatPeriod(range, locale) }, 'periode');
    return {
      type: 'message',
      title,
      audience,
      sections: [
        {
          type: 'text',
          text: [t('weeks.intro'), filter && t('calendar.filter', { filter })].filter(Boolean).join(' '),
        },
        weeksTable(weeks, t('overlap.weeks'), view),
        { type: 'actions', actions: [{ label: t('do.new'), command: 'nieuw', args: {}, opensForm: true }] },
      ],
    };
  },
});
