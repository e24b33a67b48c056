import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { optional, text } from '../src/command/fields.ts';
import { formatQuarter } from '../src/core/dates/format-date.ts';
import { Refusal } from '../src/core/errors.ts';
import { contentsOf, newsletterQuarter } from '../src/domain/digest/newsletter.ts';
import { newsletterId, releaseNewsletter } from '../src/domain/newsletter/edit-newsletter.ts';
import { letterReaders } from '../src/domain/newsletter/letter-readers.ts';
import { frameOf } from '../src/domain/nudge/world.ts';
import { letterOf } from './shared/letter.ts';
import { quarterFrom } from './voortgang.ts';

const args = z.object({
  kwartaal: optional(
    text({ positional: true, names: ['quarter'], max: 40, check: (typed) => quarterFrom(typed) }),
  ),
});

export const nieuwsbriefVerstuur = defineCommand({
  name: 'nieuwsbrief-verstuur',
  aliases: ['send-newsletter', 'verstuur-nieuwsbrief'],
  access: 'coordinator',
  args,
  examples: [],
  /** Nothing goes before a coordinator has seen to how many it goes, and has said so. */
  preview: async (context, given) => {
    const { by, t, locale, today } = context;
    const quarter = quarterFrom(given.kwartaal) ?? newsletterQuarter(today);
    const { record, people, channels } = await readyToSend(context, quarter);
    const version = by.version ?? record?.version ?? 0;
    return {
      type: 'confirm',
      title: t('newsletter.send-title', { quarter: formatQuarter(quarter, locale) }),
      draft: [
        { label: t('newsletter.to-people'), value: String(people.length) },
        { label: t('newsletter.to-channels'), value: channels.map(({ name }) => name).join(', ') || '-' },
      ],
      warnings: [
        ...(quarter === newsletterQuarter(today)
          ? []
          : [{ type: 'notice' as const, tone: 'warning' as const, text: t('newsletter.other-quarter') }]),
        { type: 'notice', tone: 'warning', text: t('newsletter.send-warning') },
      ],
      confirm: {
        label: t('newsletter.send'),
        command: 'nieuwsbrief-verstuur',
        args: { kwartaal: quarter },
        version,
        confirmed: true,
        style: 'primary',
      },
      alternatives: [
        { label: t('newsletter.read-first'), command: 'nieuwsbrief', args: { kwartaal: quarter } },
      ],
    };
  },
  run: async (context, given) => {
    const { store, by, t, today } = context;
    const quarter = quarterFrom(given.kwartaal) ?? newsletterQuarter(today);
    const { record } = await readyToSend(context, quarter);
    const { letter } = await letterOf(context, quarter, record);
    await releaseNewsletter(store, by, quarter, contentsOf(letter));
    return {
      type: 'message',
      title: t('command.nieuwsbrief.title'),
      audience: 'private',
      sections: [
        { type: 'notice', tone: 'success', text: t('newsletter.released') },
        { type: 'actions', actions: [{ label: t('answer.sent'), command: 'verzonden', args: {} }] },
      ],
    };
  },
});

/** The letter and who wants it; refuses one that was sent, one that nobody wants, and while nothing is sent at all. */
async function readyToSend({ store, scope, now }: Context, quarter: string) {
  const record = await store.get(newsletterId(quarter));
  if (record?.sentAt) throw new Refusal('newsletter-sent');
  const { sending } = await frameOf(store, now);
  if (!sending?.startedAt || sending.pausedAt) throw new Refusal('newsletter-on-hold');
  const { people, channels } = await letterReaders(store, scope);
  if (people.length + channels.length === 0) throw new Refusal('newsletter-no-readers');
  return { record, people, channels };
}
