import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, optional, period, ref } from '../src/command/fields.ts';
import { formatPeriod } from '../src/core/dates/format-date.ts';
import { Refusal } from '../src/core/errors.ts';
import { beAway, beBack } from '../src/domain/person/absence.ts';
import type { Person } from '../src/domain/person/person.ts';
import type { Message } from '../src/reply/reply.ts';
import { viewOf } from '../src/views/view-of.ts';
import { self } from './shared/self.ts';

export const afwezig = defineCommand({
  name: 'afwezig',
  aliases: ['away', 'absent', 'vrij', 'vakantie'],
  access: 'reader',
  args: z.object({
    doe: optional(choice(['toon', 'weg', 'terug'], { names: ['do'] })),
    dagen: optional(period({ positional: true, names: ['days', 'periode', 'wanneer'] })),
    vervanger: optional(ref('person', { names: ['stand-in', 'standin'] })),
  }),
  examples: ['"3 t/m 21 augustus" vervanger:"Pim Oefenagent"', 'doe:terug'],
  run: async (context, { doe, dagen, vervanger }) => {
    const { store, by, t } = context;
    if (doe === 'terug') return show(context, await beBack(store, by), t('away.back'));
    if (doe === 'weg' && !dagen) throw new Refusal('away-which-days', {}, 'dagen');
    if (!dagen) return show(context, await self(context));
    const me = await beAway(store, by, { from: dagen.start, until: dagen.end, standIn: vervanger });
    return show(context, me, t('away.noted'));
  },
});

async function show(context: Context, me: Person, done?: string): Promise<Message> {
  const { t, locale, today } = context;
  const view = await viewOf(context, [me]);
  const days = me.absences.map(({ from, until }) => formatPeriod({ start: from, end: until }, locale, today));
  const standIn = me.standIn && view.name(me.standIn);
  return {
    type: 'message',
    title: t('command.afwezig.title'),
    audience: 'private',
    sections: [
      ...(done ? [{ type: 'notice' as const, tone: 'success' as const, text: done }] : []),
      { type: 'text', text: days.length > 0 ? t('away.days', { days: days.join('; ') }) : t('away.none') },
      { type: 'text', text: standIn ? t('away.stand-in', { name: standIn }) : t('away.no-stand-in') },
      {
        type: 'actions',
        actions: [
          { label: t('away.do'), command: 'afwezig', args: { doe: 'weg' }, opensForm: true },
          ...(days.length > 0
            ? [{ label: t('away.do-back'), command: 'afwezig', args: { doe: 'terug' } }]
            : []),
        ],
      },
    ],
  };
}
