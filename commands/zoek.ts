import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, flag, number, optional, text } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { pageOf } from '../src/domain/search/page-of.ts';
import type { ReadAs } from '../src/domain/search/read-as.ts';
import { nearestNames, searchWide } from '../src/domain/search/search-wide.ts';
import type { Kind } from '../src/domain/shared/record.ts';
import type { Action, Message, Section } from '../src/reply/reply.ts';
import { readAsLine } from '../src/views/read-as-line.ts';
import { searchSections } from '../src/views/search-results.ts';
import type { View } from '../src/views/view.ts';
import { viewOf } from '../src/views/view-of.ts';

const PAGE = 10;
/** Nobody reads further than this: better words do more. */
const MOST = 100;

const args = z.object({
  woorden: text({ positional: true, names: ['words', 'wat', 'what'] }),
  soort: optional(
    choice(
      [
        ...([
          'campaign',
          'series',
          'action',
          'practice',
          'evaluation',
          'signal',
          'helppoint',
          'guide',
        ] as const),
        ...(['contact', 'organisation', 'term'] as const),
      ],
      { names: ['kind'] },
    ),
  ),
  letterlijk: flag({ names: ['literal'], hidden: true }),
  verder: optional(number(0, MOST, { hidden: true })),
});
type Args = z.infer<typeof args>;

export const zoek = defineCommand({
  name: 'zoek',
  aliases: ['search', 'zoeken', 'vind', 'find', 'vinden'],
  access: 'anyone',
  args,
  examples: ['whatsappfraude', 'senioren veiligheid', 'privacy soort:action'],
  run: async (context, given) => {
    const { store, scope, today, t, audience } = context;
    const { hits, partly, read } = await searchWide(store, scope, {
      words: given.woorden,
      limit: MOST,
      today,
      literal: given.letterlijk === true,
      ...(given.soort ? { kinds: kindsOf(given.soort) } : {}),
    });
    if (hits.length === 0) return refreshable(await nothing(context, given), 'zoek', given);
    const from = given.verder ?? 0;
    const page = pageOf(hits, PAGE, from);
    const view = await viewOf(
      context,
      page.map(({ record }) => record),
    );
    const count =
      hits.length >= MOST ? t('search.many', { count: MOST }) : t('search.count', { count: hits.length });
    const next: Action = {
      label: t('render.next-page'),
      command: 'zoek',
      args: {
        woorden: given.woorden,
        verder: String(from + PAGE),
        ...(given.soort ? { soort: given.soort } : {}),
        ...(given.letterlijk ? { letterlijk: 'ja' } : {}),
      },
    };
    const message: Message = {
      type: 'message',
      title: t('search.title', { words: given.woorden }),
      audience,
      sections: [
        ...(partly ? [{ type: 'notice' as const, tone: 'info' as const, text: t('search.partly') }] : []),
        ...readAsSections(read, view, given),
        { type: 'text', text: count },
        ...searchSections(page, view, given.woorden),
      ],
      ...(hits.length > from + PAGE ? { next } : {}),
    };
    return refreshable(message, 'zoek', given);
  },
});

function kindsOf(soort: NonNullable<Args['soort']>): readonly Kind[] {
  return soort === 'term' ? ['form', 'audience', 'topic', 'region', 'group'] : [soort];
}

/** How the question was read, and the way back to its words alone. */
function readAsSections(read: ReadAs, view: View, { woorden, soort }: Args): Section[] {
  const line = readAsLine(read, view);
  if (line === undefined) return [];
  const literally: Action = {
    label: view.t('do.search-literally'),
    command: 'zoek',
    args: { woorden, letterlijk: 'ja', ...(soort ? { soort } : {}) },
  };
  return [
    { type: 'text', text: line },
    { type: 'actions', actions: [literally] },
  ];
}

/** Nothing was found: the nearest names, and where else to look. */
async function nothing({ store, scope, t, audience }: Context, given: Args): Promise<Message> {
  const near = await nearestNames(store, scope, given.woorden);
  const search = (words: string): Action => ({
    label: t('do.search', { words }),
    command: 'zoek',
    args: { woorden: words },
  });
  const suggested: Section[] = [
    { type: 'text', text: t('search.nearest') },
    { type: 'actions', actions: near.map(search) },
  ];
  return {
    type: 'message',
    title: t('search.title', { words: given.woorden }),
    audience,
    sections: [
      { type: 'notice', tone: 'info', text: t('search.none') },
      ...(near.length > 0 ? suggested : []),
      { type: 'text', text: t('search.elsewhere') },
      {
        type: 'actions',
        actions: [
          { label: t('do.calendar'), command: 'kalender', args: {} },
          { label: t('do.actions'), command: 'actieplan', args: {} },
          { label: t('do.practices'), command: 'wat-werkt', args: {} },
          { label: t('do.help-points'), command: 'meldpunt', args: {} },
        ],
      },
    ],
  };
}
