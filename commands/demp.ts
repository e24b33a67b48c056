import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, date, optional, ref } from '../src/command/fields.ts';
import { formatDate } from '../src/core/dates/format-date.ts';
import { Refusal } from '../src/core/errors.ts';
import type { Trigger } from '../src/domain/nudge/rule.ts';
import { type Mute, muteFor, unmuteFor } from '../src/domain/person/mute.ts';
import type { Person } from '../src/domain/person/person.ts';
import type { ListItem, Message } from '../src/reply/reply.ts';
import { viewOf } from '../src/views/view-of.ts';
import { KIND_WORDS, KINDS } from './shared/nudge-kinds.ts';
import { self } from './shared/self.ts';

export const demp = defineCommand({
  name: 'demp',
  aliases: ['mute', 'dempen', 'stil', 'unmute'],
  access: 'reader',
  args: z.object({
    soort: optional(choice(KIND_WORDS, { positional: true, names: ['kind'] })),
    campagne: optional(ref(['campaign', 'action'], { names: ['campaign', 'actie', 'bij'] })),
    tot: optional(date({ names: ['until'] })),
    doe: optional(choice(['toon', 'demp', 'weer-aan'], { names: ['do'] })),
  }),
  examples: [
    'voorbereiding',
    'campagne:"week van de veiligheid" tot:"1 dec 2027"',
    'voorbereiding doe:weer-aan',
    '',
  ],
  run: async (context, { soort, campagne, tot, doe }) => {
    const { store, by, t } = context;
    const what: Mute = {
      ...(soort ? { kind: KINDS[soort] } : {}),
      ...(campagne ? { subject: campagne } : {}),
    };
    if (doe === 'weer-aan') return show(context, await unmuteFor(store, by, what), t('mute.undone'));
    if (!soort && !campagne && doe === 'demp') throw new Refusal('mute-what', {}, 'soort');
    if ((!soort && !campagne) || doe === 'toon') return show(context, await self(context));
    const me = await muteFor(store, by, { ...what, ...(tot ? { until: tot } : {}) });
    return show(context, me, t('mute.done'));
  },
});

async function show(context: Context, me: Person, done?: string): Promise<Message> {
  const { t } = context;
  const subjects = me.mutes.flatMap(({ subject }) => subject ?? []);
  const view = await viewOf(context, [], subjects);
  const items = me.mutes.map((mute) => muteLine(mute, context, view.name));
  return {
    type: 'message',
    title: t('command.demp.title'),
    audience: 'private',
    sections: [
      ...(done ? [{ type: 'notice' as const, tone: 'success' as const, text: done }] : []),
      items.length > 0 ? { type: 'list', items } : { type: 'text', text: t('mute.none') },
      {
        type: 'actions',
        actions: [{ label: t('mute.do'), command: 'demp', args: { doe: 'demp' }, opensForm: true }],
      },
    ],
  };
}

function muteLine(
  { kind, subject, until }: Mute,
  { t, locale, today }: Context,
  name: (id: string) => string | undefined,
): ListItem {
  const word = kind && wordOf(kind);
  const parts = [
    word ? t(`choice.${word}`) : t('mute.everything'),
    ...(subject ? [name(subject) ?? ''] : []),
  ];
  const args = {
    doe: 'weer-aan',
    ...(word ? { soort: word } : {}),
    ...(subject ? { campagne: subject as string } : {}),
  };
  return {
    title: parts.filter((part) => part !== '').join(': '),
    lines: [until ? t('mute.until', { date: formatDate(until, locale, today) }) : t('mute.for-good')],
    actions: [{ label: t('mute.undo'), command: 'demp', args }],
  };
}

function wordOf(kind: Trigger): keyof typeof KINDS | undefined {
  return KIND_WORDS.find((word) => KINDS[word] === kind);
}
