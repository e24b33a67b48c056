import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, optional, text } from '../src/command/fields.ts';
import { Refusal } from '../src/core/errors.ts';
import { handOver, heldBy } from '../src/domain/person/hand-over.ts';
import { editPerson } from '../src/domain/person/manage-person.ts';
import type { Person } from '../src/domain/person/person.ts';
import type { Confirm, Field, Message, Reply } from '../src/reply/reply.ts';
import { viewOf } from '../src/views/view-of.ts';
import { everyWeekText } from '../src/views/week-moment.ts';
import { hoursFrom, zoneFrom } from './shared/clock-time.ts';
import { self } from './shared/self.ts';

const args = z.object({
  doe: optional(choice(['toon', 'wijzig', 'wis'], { positional: true, names: ['do'] })),
  naam: optional(text({ names: ['name'] })),
  email: optional(text({ names: ['e-mail', 'mail'] })),
  taal: optional(choice(['nl', 'en'], { names: ['language'] })),
  werktijd: optional(text({ names: ['hours', 'werktijden'], max: 40, check: hoursFrom })),
  tijdzone: optional(text({ names: ['zone', 'timezone'], max: 60, check: zoneFrom })),
});
type Args = z.infer<typeof args>;

export const mijnGegevens = defineCommand({
  name: 'mijn-gegevens',
  aliases: ['my-data', 'mijngegevens', 'privacy'],
  access: 'reader',
  args,
  examples: ['toon', 'wijzig taal:en', 'wijzig werktijd:9.00-17.30 tijdzone:Europe/Amsterdam', 'wis'],
  preview: async (context, { doe }) => (doe === 'wis' ? eraseQuestion(context) : undefined),
  run: async (context, given): Promise<Reply> => {
    const me = await self(context);
    if (given.doe === 'wis') return erase(context, me);
    if (given.doe === 'wijzig') return show(context, await edit(context, me, given), 'my-data.edited');
    return show(context, me);
  },
});

async function edit(context: Context, me: Person, given: Args): Promise<Person> {
  if (given.email && !z.email().safeParse(given.email).success)
    throw new Refusal('email-wrong', { text: given.email.slice(0, 60) }, 'email');
  return editPerson(context.store, context.by, me.id, {
    ...(given.naam ? { name: given.naam } : {}),
    ...(given.email ? { email: given.email } : {}),
    ...(given.taal ? { locale: given.taal } : {}),
    ...(given.werktijd ? { workingHours: hoursFrom(given.werktijd) } : {}),
    ...(given.tijdzone ? { zone: zoneFrom(given.tijdzone) } : {}),
  });
}

async function show(context: Context, me: Person, done?: 'my-data.edited'): Promise<Message> {
  const { t, store, now } = context;
  const view = await viewOf(context, [me]);
  const held = await heldBy(store, me.id, now);
  const drafts = await context.drafts.list(me.id);
  const fields: Field[] = [
    { label: t('field.naam'), value: me.name },
    { label: t('field.organisatie'), value: view.name(me.organisation) ?? '-' },
    { label: t('field.rol'), value: t(`role.${me.role}`) },
    { label: t('field.email'), value: emailText(me, t) },
    { label: t('field.taal'), value: t(`choice.${me.locale}`) },
    { label: t('my-data.zone'), value: me.zone },
    { label: t('my-data.hours'), value: `${me.workingHours.from}-${me.workingHours.until}` },
    { label: t('my-data.accounts'), value: me.identities.map(({ platform }) => platform).join(', ') || '-' },
    {
      label: t('my-data.absences'),
      value: me.absences.map(({ from, until }) => `${from} - ${until}`).join(', ') || '-',
    },
    { label: t('my-data.stand-in'), value: (me.standIn && view.name(me.standIn)) ?? '-' },
    { label: t('my-data.digest'), value: digestText(context, me) },
    { label: t('my-data.letter'), value: t(me.letter ? 'my-data.on' : 'my-data.off') },
    { label: t('my-data.mutes'), value: String(me.mutes.length) },
    { label: t('my-data.held'), value: String(held.length) },
    { label: t('my-data.drafts'), value: String(drafts.length) },
  ];
  return {
    type: 'message',
    title: t('my-data.title'),
    audience: 'private',
    sections: [
      ...(done ? [{ type: 'notice' as const, tone: 'success' as const, text: t(done) }] : []),
      { type: 'fields', fields },
      { type: 'text', text: t('my-data.kept') },
      {
        type: 'actions',
        actions: [
          { label: t('do.edit'), command: 'mijn-gegevens', args: { doe: 'wijzig' }, opensForm: true },
          { label: t('my-data.erase'), command: 'mijn-gegevens', args: { doe: 'wis' }, style: 'danger' },
        ],
      },
    ],
  };
}

function emailText({ email, emailOff }: Person, t: Context['t']): string {
  if (!email) return '-';
  return emailOff ? t('my-data.email-off', { email }) : email;
}

function digestText(context: Context, { digest }: Person): string {
  return digest.off ? context.t('digest.is-off') : everyWeekText(digest, context);
}

function eraseQuestion({ t }: Context): Confirm {
  return {
    type: 'confirm',
    title: t('my-data.erase'),
    draft: [],
    warnings: [{ type: 'notice', tone: 'warning', text: t('my-data.erase-warning') }],
    confirm: {
      label: t('my-data.erase'),
      command: 'mijn-gegevens',
      args: { doe: 'wis' },
      confirmed: true,
      style: 'danger',
    },
    alternatives: [{ label: t('reply.cancel'), command: 'mijn-gegevens', args: {} }],
  };
}

async function erase(context: Context, me: Person): Promise<Message> {
  await handOver(context.store, context.by, me.id, undefined, true);
  await context.messages.outbox.forgetTextsOf(me.id);
  await context.drafts.removeOf(me.id);
  const text = context.t('my-data.erased');
  return {
    type: 'message',
    title: context.t('my-data.title'),
    audience: 'private',
    sections: [{ type: 'notice', tone: 'success', text }],
  };
}
