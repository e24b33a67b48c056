import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, optional, text } from '../src/command/fields.ts';
import {
  newsletterFor,
  newsletterQuarter,
  newsletterRecords,
  partnersScope,
} from '../src/domain/digest/newsletter.ts';
import { renderHtml } from '../src/render/html/render-html.ts';
import { renderMarkdown } from '../src/render/markdown/render-markdown.ts';
import { renderText } from '../src/render/text/render-text.ts';
import type { Action, Message } from '../src/reply/reply.ts';
import { newsletterMessage } from '../src/views/newsletter-view.ts';
import { viewOf } from '../src/views/view-of.ts';
import { quarterFrom } from './voortgang.ts';

const args = z.object({
  kwartaal: optional(
    text({ positional: true, names: ['quarter'], max: 40, check: (typed) => quarterFrom(typed) }),
  ),
  opmaak: optional(choice(['lezen', 'tekst', 'html', 'markdown'], { names: ['vorm', 'format', 'als'] })),
});
type Format = NonNullable<z.infer<typeof args>['opmaak']>;

export const nieuwsbrief = defineCommand({
  name: 'nieuwsbrief',
  aliases: ['newsletter'],
  access: 'coordinator',
  args,
  examples: ['', '"Q1 2027"', 'opmaak:tekst', 'opmaak:markdown'],
  run: async (context, { kwartaal, opmaak = 'lezen' }) => {
    const quarter = quarterFrom(kwartaal) ?? newsletterQuarter(context.today);
    const letter = await letterOf(context, quarter);
    return opmaak === 'lezen' ? toRead(context, letter, quarter) : toCopy(context, letter, opmaak);
  },
});

/** It goes to all partners, so nothing in it is read with the coordinator's own eyes. */
async function letterOf(context: Context, quarter: string): Promise<Message> {
  const { store, now, publicUrl } = context;
  const letter = await newsletterFor(store, quarter, now);
  const view = await viewOf({ ...context, scope: partnersScope(now) }, newsletterRecords(letter));
  return newsletterMessage(letter, view, publicUrl);
}

function toRead({ t }: Context, letter: Message, kwartaal: string): Message {
  const as = (label: string, opmaak: Format): Action => ({
    label,
    command: 'nieuwsbrief',
    args: { kwartaal, opmaak },
  });
  const actions = [
    as(t('newsletter.as-text'), 'tekst'),
    as(t('newsletter.as-html'), 'html'),
    as(t('newsletter.as-markdown'), 'markdown'),
  ];
  return {
    ...letter,
    sections: [
      { type: 'notice', tone: 'info', text: t('newsletter.draft') },
      ...letter.sections,
      { type: 'actions', actions },
    ],
  };
}

function toCopy({ t }: Context, letter: Message, format: Exclude<Format, 'lezen'>): Message {
  return {
    ...letter,
    sections: [
      { type: 'notice', tone: 'info', text: t('newsletter.copy') },
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
