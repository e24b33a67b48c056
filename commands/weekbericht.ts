import { z } from 'zod';
import { type Context, defineCommand, type FieldValue } from '../src/command/command.ts';
import { choice, flag, optional, time } from '../src/command/fields.ts';
import { formFor } from '../src/command/form.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { digestRecords } from '../src/domain/digest/digest.ts';
import { type DigestQuestion, digestFor } from '../src/domain/digest/digest-for.ts';
import { calendarFilter } from '../src/domain/feed/feed.ts';
import { wantsDigest } from '../src/domain/nudge/wants-digest.ts';
import { readWorld } from '../src/domain/nudge/world.ts';
import { changeDigest, type DigestSettings } from '../src/domain/person/digest-settings.ts';
import type { Person } from '../src/domain/person/person.ts';
import type { Message, Reply, Section } from '../src/reply/reply.ts';
import { digestMessage } from '../src/views/digest-view.ts';
import { viewOf } from '../src/views/view-of.ts';
import { everyWeekText, WORKING_DAYS } from '../src/views/week-moment.ts';
import { momentFrom } from './shared/clock-time.ts';
import { self } from './shared/self.ts';
import { waitingSections } from './shared/waiting-sections.ts';

const args = z.object({
  doe: optional(choice(['toon', 'instellen', 'uit', 'aan'], { positional: true, names: ['do'] })),
  dag: optional(choice(WORKING_DAYS, { positional: true, names: ['day'] })),
  tijd: optional(time({ names: ['time', 'om'] })),
  leeg: flag({ names: ['empty', 'quiet'] }),
});
type Args = z.infer<typeof args>;

export const weekbericht = defineCommand({
  name: 'weekbericht',
  aliases: ['digest', 'weekly', 'week-bericht'],
  access: 'reader',
  args,
  examples: ['', 'instellen dag:dinsdag tijd:"9.00 uur"', 'instellen leeg:nee', 'uit', 'aan'],
  run: async (context, given): Promise<Reply> => {
    const { doe } = given;
    if (doe === 'uit') return saved(context, { off: true });
    if (doe === 'aan') return saved(context, { ...settingsFrom(given), off: false });
    const settings = settingsFrom(given);
    const asksNothing = Object.keys(settings).length === 0;
    if (doe === 'instellen' && asksNothing) return settingsForm(context);
    if (doe === 'instellen' || (doe === undefined && !asksNothing)) return saved(context, settings);
    const shows = context.audience === 'channel' ? channelDigest : ownDigest;
    return refreshable(await shows(context), 'weekbericht', { doe });
  },
});

/** Where everyone reads along there is no digest of one person: then it is what a channel would get. */
async function channelDigest(context: Context): Promise<Message> {
  const subscription = { filter: calendarFilter.parse({}) };
  return shown(context, { type: 'subscription', subscription }, []);
}

async function ownDigest(context: Context): Promise<Message> {
  const person = await self(context);
  const reader = { type: 'person' as const, person, actor: context.actor };
  const message = await shown(context, reader, await waitingSections(context));
  const { t } = context;
  const change = {
    label: t('do.change-digest'),
    command: 'weekbericht',
    args: asTyped(person.digest),
    opensForm: true,
  };
  return {
    ...message,
    sections: [
      ...message.sections,
      { type: 'text', text: await whenText(context, person) },
      { type: 'actions', actions: [change] },
    ],
  };
}

async function shown(
  context: Context,
  reader: DigestQuestion['reader'],
  extra: readonly Section[],
): Promise<Message> {
  const { store, scope, now } = context;
  const since = now.subtract({ hours: 7 * 24 });
  const digest = await digestFor(store, { scope, now, since, reader });
  return digestMessage(digest, await viewOf(context, digestRecords(digest)), extra);
}

async function saved(context: Context, edit: Partial<DigestSettings>): Promise<Message> {
  const { t } = context;
  const { id } = await self(context);
  const { digest } = await changeDigest(context.store, context.by, id, edit);
  const told = digest.off
    ? t('digest.turned-off')
    : t('digest.saved', { when: everyWeekText(digest, context) });
  return {
    type: 'message',
    title: t('command.weekbericht.title'),
    audience: 'private',
    sections: [
      { type: 'notice', tone: 'success', text: told },
      ...(digest.quietLine && !digest.off ? [{ type: 'text' as const, text: t('digest.quiet-too') }] : []),
    ],
  };
}

async function settingsForm(context: Context): Promise<Reply> {
  const { digest } = await self(context);
  return formFor(context, weekbericht, { values: asTyped(digest) });
}

function settingsFrom({ leeg, ...given }: Args): Partial<DigestSettings> {
  return { ...momentFrom(given), ...(leeg === undefined ? {} : { quietLine: leeg }) };
}

/** The settings as the form's arguments. Who has it off is asked whether it may come again. */
function asTyped({ weekday, time, quietLine, off }: DigestSettings): Record<string, FieldValue> {
  return {
    doe: off ? 'aan' : 'instellen',
    dag: WORKING_DAYS[weekday - 1] ?? 'maandag',
    tijd: time,
    leeg: quietLine ? 'ja' : 'nee',
  };
}

/** Never more certain than it is: only leads get it by themselves, and nobody before sending has begun. */
async function whenText(context: Context, person: Person): Promise<string> {
  const { t, store, now } = context;
  if (person.digest.off) return t('digest.is-off');
  const world = await readWorld(store, now);
  if (!wantsDigest(world, person)) return t('digest.only-leads');
  const when = everyWeekText(person.digest, context);
  return t(world.sending?.startedAt ? 'digest.comes' : 'digest.will-come', { when });
}
