import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { number, optional, ref } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { nameOf } from '../src/domain/names.ts';
import { versionsOf } from '../src/domain/practice/versions.ts';
import type { Message } from '../src/reply/reply.ts';
import { versionLine } from '../src/views/practice-versions.ts';
import { viewOf } from '../src/views/view-of.ts';
import { practiceFor } from './shared/show-practice.ts';

const PAGE = 5;

export const versies = defineCommand({
  name: 'versies',
  aliases: ['versions', 'geschiedenis', 'history'],
  access: 'anyone',
  args: z.object({
    praktijk: ref('practice', { positional: true, names: ['practice', 'aanpak'] }),
    verder: optional(number(0, 10_000, { hidden: true })),
  }),
  examples: ['bp-08'],
  run: async (context, { praktijk, verder }) => {
    const { store, scope, actor, audience, locale, t } = context;
    const practice = await practiceFor(context, praktijk);
    const all = await versionsOf(store, scope, praktijk);
    const from = verder ?? 0;
    const page = all.slice(from, from + PAGE);
    const people = page.flatMap(({ person, practice: { proposedBy } }) => [person, proposedBy]);
    const forms = page.flatMap(({ practice: one, before }) => (before ? [one, before] : [one]));
    const view = await viewOf(
      context,
      forms,
      people.filter((id) => id !== undefined),
    );
    const message: Message = {
      type: 'message',
      title: t('version.of', { title: nameOf(practice, locale) }),
      audience,
      sections: [
        { type: 'text', text: t('version.count', { count: all.length }) },
        { type: 'list', items: page.map((one) => versionLine(one, actor.zone, view)) },
        {
          type: 'actions',
          actions: [{ label: t('do.show'), command: 'toon', args: { wat: praktijk } }],
        },
      ],
      ...(all.length > from + PAGE
        ? {
            next: {
              label: t('render.next-page'),
              command: 'versies',
              args: { praktijk, verder: String(from + PAGE) },
            },
          }
        : {}),
    };
    return refreshable(message, 'versies', { praktijk, verder });
  },
});
