import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, optional, text } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { Refusal } from '../src/core/errors.ts';
import { guardOf } from '../src/domain/access/guard.ts';
import { isCoordinator } from '../src/domain/access/may.ts';
import { canSee } from '../src/domain/access/visibility.ts';
import { newsletterQuarter } from '../src/domain/digest/newsletter.ts';
import { newsletterId } from '../src/domain/newsletter/edit-newsletter.ts';
import type { NewsletterRecord } from '../src/domain/newsletter/newsletter-record.ts';
import { subscribeToLetter } from '../src/domain/person/subscribe-to-letter.ts';
import { renderHtml } from '../src/render/html/render-html.ts';
import { renderMarkdown } from '../src/render/markdown/render-markdown.ts';
import { renderText } from '../src/render/text/render-text.ts';
import type { Action, Message } from '../src/reply/reply.ts';
import { draftSections } from '../src/views/letter-draft.ts';
import { lastSent, letterOf } from './shared/letter.ts';
import { self } from './shared/self.ts';
import { quarterFrom } from './voortgang.ts';

const args = z.object({
  doe: optional(choice(['aan', 'uit'], { positional: true, names: ['do'] })),
  kwartaal: optional(
    text({ positional: true, names: ['quarter'], max: 40, check: (typed) => quarterFrom(typed) }),
  ),
  opmaak: optional(choice(['lezen', 'tekst', 'html', 'markdown'], { names: ['vorm', 'format', 'als'] })),
});
type Format = NonNullable<z.infer<typeof args>['opmaak']>;

export const nieuwsbrief = defineCommand({
  name: 'nieuwsbrief',
  aliases: ['newsletter'],
  access: 'reader',
  args,
  examples: ['', '"Q1 2027"', 'opmaak:tekst', 'opmaak:markdown', 'aan'],
  run: async (context, { doe, kwartaal, opmaak = 'lezen' }) => {
    if (doe) return subscribed(context, doe === 'aan');
    const mayWrite = isCoordinator(context.actor) && context.audience === 'private';
    const record = await recordFor(context, quarterFrom(kwartaal), mayWrite);
    const quarter = record?.quarter ?? quarterFrom(kwartaal) ?? newsletterQuarter(context.today);
    // Who writes no newsletter reads the ones that were sent.
    if (!mayWrite && !record?.sentAt)
      return refreshable(await notYet(context, kwartaal), 'nieuwsbrief', { kwartaal });
    const { message } = await letterOf(context, quarter, record);
    const shown =
      opmaak === 'lezen'
        ? await toRead(context, message, { quarter, record, mayWrite })
        : toCopy(context, message, opmaak, record);
    return refreshable(shown, 'nieuwsbrief', { kwartaal: quarter, opmaak });
  },
});

async function recordFor(
  context: Context,
  quarter: string | undefined,
  mayWrite: boolean,
): Promise<NewsletterRecord | undefined> {
  const { store, scope, today } = context;
  if (quarter) {
    const found = await store.get(newsletterId(quarter));
    return found && canSee(scope, guardOf(found)) ? found : undefined;
  }
  return mayWrite ? store.get(newsletterId(newsletterQuarter(today))) : lastSent(store, scope);
}

async function toRead(
  context: Context,
  letter: Message,
  { quarter, record, mayWrite }: { quarter: string; record: NewsletterRecord | undefined; mayWrite: boolean },
): Promise<Message> {
  const { t, audience } = context;
  const kwartaal = quarter;
  const as = (label: string, opmaak: Format): Action => ({
    label,
    command: 'nieuwsbrief',
    args: { kwartaal, opmaak },
  });
  const copies = [
    as(t('newsletter.as-text'), 'tekst'),
    as(t('newsletter.as-html'), 'html'),
    as(t('newsletter.as-markdown'), 'markdown'),
  ];
  if (!mayWrite)
    return {
      ...letter,
      audience,
      sections: [...letter.sections, { type: 'actions', actions: [await switchAction(context)].flat() }],
    };
  return {
    ...letter,
    audience,
    sections: [
      ...draftSections(quarter, record, context),
      ...letter.sections,
      { type: 'actions', actions: copies },
    ],
  };
}

function toCopy(
  { t, audience }: Context,
  letter: Message,
  format: Exclude<Format, 'lezen'>,
  record: NewsletterRecord | undefined,
): Message {
  const isSent = record?.sentAt !== undefined;
  return {
    ...letter,
    audience,
    sections: [
      { type: 'notice', tone: 'info', text: t(isSent ? 'newsletter.copy-sent' : 'newsletter.copy') },
      { type: 'text', text: documentOf(letter, format, t) },
    ],
  };
}

/** The newsletter itself has no buttons, so nothing in the HTML posts anywhere. */
function documentOf(letter: Message, format: Exclude<Format, 'lezen'>, t: Context['t']): string {
  if (format === 'tekst') return renderText(letter, t);
  if (format === 'markdown') return renderMarkdown(letter, t);
  return renderHtml(letter, { t, action: '', hidden: {} });
}

async function subscribed(context: Context, wants: boolean): Promise<Message> {
  const { store, by, actor, t } = context;
  if (!actor.person) throw new Refusal('not-found');
  await subscribeToLetter(store, by, actor.person, wants);
  const text = t(wants ? 'newsletter.turned-on' : 'newsletter.turned-off');
  return {
    type: 'message',
    title: t('command.nieuwsbrief.title'),
    audience: 'private',
    sections: [
      { type: 'notice', tone: 'success', text },
      { type: 'actions', actions: await switchAction(context) },
    ],
  };
}

async function notYet(context: Context, asked: string | undefined): Promise<Message> {
  const { t, audience } = context;
  return {
    type: 'message',
    title: t('command.nieuwsbrief.title'),
    audience,
    sections: [
      { type: 'text', text: t(asked ? 'newsletter.not-sent' : 'newsletter.none-yet') },
      { type: 'actions', actions: await switchAction(context) },
    ],
    shareable: false,
  };
}

/** To get it, or not any more; nothing for who is not known here. */
async function switchAction(context: Context): Promise<Action[]> {
  if (!context.actor.person || context.audience === 'channel') return [];
  const { letter } = await self(context);
  const label = context.t(letter ? 'newsletter.turn-off' : 'newsletter.turn-on');
  return [{ label, command: 'nieuwsbrief', args: { doe: letter ? 'uit' : 'aan' } }];
}
