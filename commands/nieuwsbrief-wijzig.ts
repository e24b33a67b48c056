import { z } from 'zod';
import { type Context, defineCommand, type FieldValue } from '../src/command/command.ts';
import { choice, flag, optional, paragraph, text } from '../src/command/fields.ts';
import { Refusal } from '../src/core/errors.ts';
import { newsletterQuarter } from '../src/domain/digest/newsletter.ts';
import { editNewsletter, newsletterId } from '../src/domain/newsletter/edit-newsletter.ts';
import type { Message } from '../src/reply/reply.ts';
import { draftSections, PART_WORDS, type PartWord } from '../src/views/letter-draft.ts';
import { textOfPart } from '../src/views/letter-text.ts';
import { botPart } from '../src/views/newsletter-view.ts';
import { letterOf } from './shared/letter.ts';
import { quarterFrom } from './voortgang.ts';

const PARTS = Object.keys(PART_WORDS) as [PartWord, ...PartWord[]];

const args = z.object({
  kwartaal: optional(text({ names: ['quarter'], max: 40, check: (typed) => quarterOf(typed) })),
  deel: choice(PARTS, { positional: true, names: ['part'] }),
  tekst: optional(paragraph({ names: ['text'], shared: true })),
  weglaten: flag({ names: ['leave-out'] }),
  herstel: flag({ names: ['restore', 'terugzetten'] }),
});

export const nieuwsbriefWijzig = defineCommand({
  name: 'nieuwsbrief-wijzig',
  aliases: ['edit-newsletter', 'nieuwsbrief-bewerk'],
  access: 'coordinator',
  args,
  examples: [
    'inleiding tekst:"Beste partners, dit kwartaal stonden senioren centraal."',
    'inleiding --herstel',
  ],
  subject: 'kwartaal',
  prefill: async (context, { kwartaal, deel }) => {
    const quarter = quarterOf(kwartaal as string) ?? newsletterQuarter(context.today);
    if (deel === undefined) return {};
    return { tekst: await partText(context, quarter, deel as PartWord) } as Record<string, FieldValue>;
  },
  run: async (context, given) => {
    const { store, by, t } = context;
    const quarter = quarterOf(given.kwartaal) ?? newsletterQuarter(context.today);
    const left = given.weglaten || context.emptied.has('tekst');
    if (!left && !given.herstel && given.tekst === undefined)
      throw new Refusal('argument-missing', {}, 'tekst');
    const text = given.herstel ? undefined : left ? '' : given.tekst;
    if (given.deel === 'titel' && text !== undefined && (text.length > 200 || text.includes('\n')))
      throw new Refusal('too-big', { max: 200 }, 'tekst');
    const record = await editNewsletter(store, by, quarter, { part: PART_WORDS[given.deel], text });
    const { message } = await letterOf(context, quarter, record);
    const told = { type: 'notice', tone: 'success', text: t('newsletter.saved') } as const;
    return {
      ...message,
      sections: [told, ...draftSections(quarter, record, context), ...message.sections],
    } satisfies Message;
  },
});

/** A quarter as typed; or the newsletter itself, as a button after somebody else's change names it. */
function quarterOf(typed: string | undefined): string | undefined {
  return quarterFrom(
    typed?.startsWith('newsletter/') ? typed.slice('newsletter/'.length).toUpperCase() : typed,
  );
}

/** A part as it stands now, to change. */
async function partText(context: Context, quarter: string, word: PartWord): Promise<string> {
  const record = await context.store.get(newsletterId(quarter));
  const { letter, views, message } = await letterOf(context, quarter, record);
  const part = PART_WORDS[word];
  if (part === 'title') return message.title;
  return record?.parts[part] ?? textOfPart(botPart(part, letter, views, context.publicUrl));
}
