import { z } from 'zod';
import { type Context, defineCommand, type FieldValue } from '../src/command/command.ts';
import { choice, optional, ref, refs, text } from '../src/command/fields.ts';
import { formFor } from '../src/command/form.ts';
import { Refusal } from '../src/core/errors.ts';
import { foldText } from '../src/core/ids.ts';
import { isCoordinator, require } from '../src/domain/access/may.ts';
import { findByName } from '../src/domain/find-by-name.ts';
import { namesOf } from '../src/domain/names.ts';
import { parseQuarter } from '../src/domain/plan/parse-planning.ts';
import type { Id } from '../src/domain/shared/record.ts';
import type { Reply } from '../src/reply/reply.ts';
import { actieplanNieuw } from './actieplan-nieuw.ts';
import { actieplanVerleng, extended } from './actieplan-verleng.ts';
import { planPage } from './shared/plan-page.ts';
import { STATE_WORDS } from './voortgang.ts';

const args = z.object({
  doe: optional(choice(['lijst', 'nieuw', 'verleng'], { positional: true, names: ['do'], hidden: true })),
  woorden: optional(text({ positional: true, names: ['words'] })),
  thema: optional(text({ names: ['theme'] })),
  trekker: optional(refs(['organisation', 'group'], { names: ['lead', 'trekkers', 'organisatie'] })),
  kwartaal: optional(text({ names: ['quarter', 'wanneer'], max: 40 })),
  stand: optional(choice(STATE_WORDS, { names: ['state', 'staat', 'status'] })),
  plan: optional(ref('plan')),
  verder: optional(text({ hidden: true })),
  // What `actieplan nieuw` hands on to the form of `actieplan-nieuw`.
  titel: optional(text({ names: ['title'], hidden: true })),
  sleutel: optional(text({ names: ['key'], max: 8, hidden: true })),
  // Until when `actieplan verleng` lets the plan run.
  tot: optional(text({ names: ['until'], max: 40, hidden: true })),
});
type Args = z.infer<typeof args>;

export const actieplan = defineCommand({
  name: 'actieplan',
  aliases: ['action-plan', 'plan-acties', 'acties', 'actions'],
  access: 'anyone',
  args,
  examples: ['thema:5', 'trekker:JenV stand:onbekend', 'kwartaal:"Q2 2024"', 'nieuw'],
  run: async (context, given) => {
    if (given.doe === 'nieuw') return newPlanForm(context, given);
    if (given.doe === 'verleng') return extend(context, given);
    return planPage(context, await withWords(context, given));
  },
});

/** Extends at once when it was said until when; else, or when that cannot be, the form asks. */
async function extend(context: Context, { plan, tot, woorden }: Args): Promise<Reply> {
  require(isCoordinator(context.actor), 'coordinators-only');
  const until = tot ?? woorden;
  const values: Record<string, FieldValue> = { ...(plan ? { plan } : {}), ...(until ? { tot: until } : {}) };
  if (until === undefined) return formFor(context, actieplanVerleng, { values });
  try {
    return await extended(context, until, plan);
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'tot') throw error;
    const errors = { tot: context.t(`refusal.${error.code}` as never, error.params) };
    return formFor(context, actieplanVerleng, { values, errors });
  }
}

async function newPlanForm(context: Context, given: Args): Promise<Reply> {
  require(isCoordinator(context.actor), 'coordinators-only');
  const values: Record<string, FieldValue> = {};
  if (given.titel) values.titel = given.titel;
  if (given.sleutel) values.sleutel = given.sleutel;
  return formFor(context, actieplanNieuw, { values });
}

/** Free words are a quarter and, around it, the name of an organisation; else words of the action itself. */
async function withWords({ store, scope, today }: Context, given: Args): Promise<Args> {
  if (!given.woorden) return given;
  const read: Args = { ...given };
  let words = given.woorden.split(/\s+/);
  for (let from = 0; from < words.length && !read.kwartaal; from++)
    for (const length of [3, 2, 1]) {
      const run = words.slice(from, from + length);
      if (run.length < length || !parseQuarter(run.join(' '))) continue;
      read.kwartaal = run.join(' ');
      words = words.toSpliced(from, length);
      break;
    }
  const rest = words.join(' ');
  read.woorden = rest === '' ? undefined : rest;
  if (rest === '' || given.trekker) return read;
  const [lead, other] = await findByName(store, scope, ['organisation', 'group'], rest, today);
  if (!lead || other || !namesOf(lead).some((name) => foldText(name) === foldText(rest))) return read;
  return { ...read, woorden: undefined, trekker: [lead.id as Id<'organisation' | 'group'>] };
}
