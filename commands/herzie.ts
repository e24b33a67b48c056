import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { optional, ref } from '../src/command/fields.ts';
import { Refusal } from '../src/core/errors.ts';
import { mayEditPractice, mayPropose, require } from '../src/domain/access/may.ts';
import { contentOfPractice, isHandled, isOpen } from '../src/domain/practice/content.ts';
import type { Practice } from '../src/domain/practice/practice.ts';
import { improveProposal, proposeVersion } from '../src/domain/practice/propose.ts';
import type { Id } from '../src/domain/shared/record.ts';
import {
  adviceField,
  evidenceField,
  moreFields,
  practiceAsTyped,
  practiceContent,
  sourceField,
  titleField,
} from './shared/practice-fields.ts';
import { practiceFor, showDecided } from './shared/show-practice.ts';

const args = z.object({
  praktijk: ref('practice', { positional: true, names: ['practice', 'aanpak'] }),
  titel: optional(titleField()),
  advies: optional(adviceField()),
  bewijs: optional(evidenceField()),
  bron: optional(sourceField()),
  ...moreFields,
});

export const herzie = defineCommand({
  name: 'herzie',
  aliases: ['revise', 'herzien', 'herziening', 'verbeter', 'improve'],
  access: 'partner',
  args,
  examples: ['bp-08 advies:"Hang op. Bel je bank zelf, met een nummer dat je al had."'],
  subject: 'praktijk',
  prefill: async (context, { praktijk }) =>
    practiceAsTyped(contentOfPractice(await practiceToRevise(context, praktijk as Id<'practice'>))),
  run: async (context, given) => {
    const { store, ids, emptied } = context;
    const old = await practiceToRevise(context, given.praktijk);
    const content = practiceContent(given, contentOfPractice(old), emptied);
    // What was typed is laid over this version: someone's newer one must not be lost under it.
    const by = { ...context.by, version: context.by.version ?? old.version };
    if (isOpen(old))
      return showDecided(context, await improveProposal(store, by, old.id, content), 'practice.improved');
    const made = await proposeVersion(store, by, ids, old.id, content);
    return showDecided(context, made, 'practice.version-proposed');
  },
});

/** Refused to whoever may not revise it, before a form is shown in vain. */
async function practiceToRevise(context: Context, id: Id<'practice'>): Promise<Practice> {
  const practice = await practiceFor(context, id);
  require(isOpen(practice)
    ? mayEditPractice(context.actor, practice)
    : mayPropose(context.actor), 'not-your-practice');
  if (isHandled(practice)) throw new Refusal('practice-closed', { title: practice.title.nl });
  return practice;
}
