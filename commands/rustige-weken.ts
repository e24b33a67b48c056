import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { optional, period, refs } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { formatPeriod } from '../src/core/dates/format-date.ts';
import { Refusal } from '../src/core/errors.ts';
import {
  type BusyWeek,
  busiestFirst,
  busyWeeks,
  momentsIn,
  quietestFirst,
} from '../src/domain/campaign/crowding.ts';
import type { Message, Section } from '../src/reply/reply.ts';
import { newCampaignAction } from '../src/views/campaign-actions.ts';
import type { View } from '../src/views/view.ts';
import { viewOf } from '../src/views/view-of.ts';
import { weeksTable, weekText } from '../src/views/weeks-view.ts';

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
    const { store, scope, actor, today, t, locale, audience } = context;
    const range = periode ?? { start: today.toString(), end: today.add({ months: MONTHS_AHEAD }).toString() };
    const days = Temporal.PlainDate.from(range.start).until(range.end).days;
    if (days > LONGEST_WEEKS * 7)
      throw new Refusal('period-too-long', { text: formatPeriod(range, locale) }, 'periode');
    // Weeks that have begun are of no use to someone who plans.
    const from = range.start > today.toString() ? range.start : today.toString();
    const question = { from, until: range.end, audiences: doelgroep ?? [], forms: vorm ?? [] };
    if (range.end < today.toString())
      throw new Refusal('period-is-past', { text: formatPeriod(range, locale) }, 'periode');
    const weeks = await busyWeeks(store, scope, question);
    const view = await viewOf(context, [], [...question.audiences, ...question.forms]);
    const filter = [...question.audiences, ...question.forms].map(view.name).join(', ');
    const intro = [
      t('weeks.intro'),
      weeks.length > SHOWN ? t('weeks.some', { shown: SHOWN, count: weeks.length }) : '',
      filter && t('calendar.filter', { filter }),
    ];
    const [busiest] = busiestFirst(weeks);
    const asked = { ...(doelgroep ? { doelgroep } : {}), ...(vorm ? { vorm } : {}) };
    const actions = newCampaignAction(actor, asked, view);
    const message: Message = {
      type: 'message',
      title: t('weeks.title', { period: formatPeriod(range, locale, today) }),
      audience,
      sections: [
        { type: 'text', text: intro.filter(Boolean).join(' ') },
        weeksTable(quietestFirst(weeks, range.start).slice(0, SHOWN), t('overlap.weeks'), view),
        ...(busiest && momentsIn(busiest) > 0 ? [busiestText(busiest, view)] : []),
        ...(actions.length > 0 ? [{ type: 'actions' as const, actions }] : []),
      ],
    };
    return refreshable(message, 'rustige-weken', { periode, doelgroep, vorm });
  },
});

function busiestText(week: BusyWeek, view: View): Section {
  const period = formatPeriod(week, view.locale, view.today);
  return { type: 'text', text: `${view.t('weeks.busiest', { period })} ${weekText(week, view)}` };
}
