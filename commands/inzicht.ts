import { z } from 'zod';
import { type Context, defineCommand, type FieldValue } from '../src/command/command.ts';
import { choice, number, optional, period, refs } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { Refusal } from '../src/core/errors.ts';
import {
  INSIGHT_PARTS,
  type InsightPart,
  type InsightQuery,
  MOST_MONTHS,
  monthsOf,
  usualPeriod,
} from '../src/domain/insight/query.ts';
import { type Insight, namedBy, readInsight } from '../src/domain/insight/read-insight.ts';
import { writeCsv } from '../src/render/csv/write-csv.ts';
import type { Message } from '../src/reply/reply.ts';
import { csvMessage, fileRows } from '../src/views/insight-file.ts';
import { insightMessage, insightOverview, PART_WORDS } from '../src/views/insight-message.ts';
import type { View } from '../src/views/view.ts';
import { viewOf } from '../src/views/view-of.ts';

const PARTS = {
  dekking: 'coverage',
  doelgroepen: 'audiences',
  acties: 'actions',
  antwoorden: 'answers',
  campagnes: 'campaigns',
} as const satisfies Record<string, InsightPart>;

/** Longer than a plan runs; more quarters than this are no table to read. */
const MOST_IN_TABLE = 36;

const args = z.object({
  onderdeel: optional(
    choice(['dekking', 'doelgroepen', 'acties', 'antwoorden', 'campagnes'], {
      positional: true,
      names: ['part'],
    }),
  ),
  periode: optional(period({ names: ['period', 'wanneer', 'when'] })),
  vorm: optional(refs('form', { names: ['form', 'fraudevorm'] })),
  doelgroep: optional(refs('audience', { names: ['audience', 'publiek'] })),
  opmaak: optional(choice(['lezen', 'csv'], { names: ['format', 'als'] })),
  verder: optional(number(0, MOST_MONTHS, { hidden: true })),
});
type Args = z.infer<typeof args>;

export const inzicht = defineCommand({
  name: 'inzicht',
  aliases: ['insight', 'dekking', 'coverage'],
  access: 'coordinator',
  args,
  examples: [
    '',
    'dekking doelgroep:senioren',
    'dekking vorm:bankhelpdeskfraude periode:2027',
    'doelgroepen',
    'acties',
    'antwoorden',
    'campagnes opmaak:csv',
  ],
  run: async (context, given) => {
    // How partners answer, and what is not public yet, is not for who reads along in a channel.
    if (context.audience === 'channel') throw new Refusal('coordinators-in-private');
    const part = given.onderdeel ?? (given.opmaak === 'csv' || isNarrowed(given) ? 'dekking' : undefined);
    if (!part) return refreshable(await overview(context), 'inzicht', {});
    const message = await onePart(context, PARTS[part], given);
    return refreshable(message, 'inzicht', { ...given, onderdeel: part });
  },
});

function isNarrowed({ periode, vorm, doelgroep }: Args): boolean {
  return [periode, vorm, doelgroep].some((one) => one !== undefined);
}

async function overview(context: Context): Promise<Message> {
  const queries = INSIGHT_PARTS.map((part) => queryFrom(context, part, {}));
  const parts = await Promise.all(
    queries.map(async (query) => ({ query, insight: await read(context, query) })),
  );
  const [first] = queries;
  const picture = first && context.insightUrl(context.actor, first, 'png');
  const view = await viewFor(context, parts);
  return insightOverview(parts, (part) => ({ onderdeel: PART_WORDS[part] }), picture, view);
}

async function onePart(context: Context, part: InsightPart, given: Args): Promise<Message> {
  const { actor, insightUrl } = context;
  const query = queryFrom(context, part, given);
  const insight = await read(context, query);
  const view = await viewFor(context, [{ insight, query }]);
  const asked = asTyped(part, given);
  if (given.opmaak === 'csv') {
    const text = writeCsv(fileRows(insight, view));
    return csvMessage({ query, text, args: asked, url: insightUrl(actor, query, 'csv') }, view);
  }
  return insightMessage(
    {
      insight,
      query,
      args: asked,
      filter: [...query.forms, ...query.audiences].flatMap((id) => view.name(id) ?? []),
      ignored: isIgnored(part, given),
      picture: hasPicture(part) ? insightUrl(actor, query, 'png') : undefined,
      from: given.verder ?? 0,
    },
    view,
  );
}

/** What is read: a part that does not look at something gets none of it, so that one file has one address. */
function queryFrom({ today }: Context, part: InsightPart, given: Args): InsightQuery {
  const asked = (part === 'actions' ? undefined : given.periode) ?? usualPeriod(part, today);
  const most = hasPicture(part) ? MOST_MONTHS : MOST_IN_TABLE;
  const count = monthsOf(asked).length;
  if (count > most) throw new Refusal('insight-long', { count, most }, 'periode');
  const filters = part !== 'actions' && part !== 'answers';
  return {
    part,
    period: asked,
    forms: filters ? (given.vorm ?? []) : [],
    audiences: filters ? (given.doelgroep ?? []) : [],
  };
}

function isIgnored(part: InsightPart, { periode, vorm, doelgroep }: Args): boolean {
  if (part !== 'actions' && part !== 'answers') return false;
  return vorm !== undefined || doelgroep !== undefined || (part === 'actions' && periode !== undefined);
}

function hasPicture(part: InsightPart): boolean {
  return part === 'coverage' || part === 'audiences';
}

function read({ store, scope, messages, today }: Context, query: InsightQuery): Promise<Insight> {
  return readInsight({ store, ...messages }, scope, query, today);
}

async function viewFor(
  context: Context,
  parts: readonly { insight: Insight; query: InsightQuery }[],
): Promise<View> {
  const named = parts.map(({ insight }) => namedBy(insight));
  const ids = parts.flatMap(({ query }) => [...query.forms, ...query.audiences]);
  return viewOf(
    context,
    named.flatMap(({ records }) => records),
    [...ids, ...named.flatMap((one) => one.ids)],
  );
}

/** The same question as text again, for the buttons that go on with it. */
function asTyped(part: InsightPart, given: Args): Record<string, FieldValue> {
  const { periode, vorm, doelgroep } = given;
  return {
    onderdeel: PART_WORDS[part],
    ...(periode ? { periode: `${periode.start}..${periode.end}` } : {}),
    ...(vorm ? { vorm } : {}),
    ...(doelgroep ? { doelgroep } : {}),
  };
}
