import { z } from 'zod';
import { type Context, defineCommand, type FieldValue } from '../src/command/command.ts';
import { choice, optional, paragraph, ref, text } from '../src/command/fields.ts';
import { Refusal } from '../src/core/errors.ts';
import { guardOf } from '../src/domain/access/guard.ts';
import { canSee } from '../src/domain/access/visibility.ts';
import { visibleRecord } from '../src/domain/change-one.ts';
import { parseQuarter } from '../src/domain/plan/parse-planning.ts';
import type { Action, ActionState } from '../src/domain/plan/plan.ts';
import { reportProgress } from '../src/domain/plan/report-progress.ts';
import type { Id } from '../src/domain/shared/record.ts';
import { showAction } from './shared/show-action.ts';

/** The words for how an action stands, as they are typed. */
export const STATES = {
  onbekend: 'unknown',
  'op-schema': 'on-schedule',
  laat: 'late',
  klaar: 'done',
  gestopt: 'dropped',
} as const satisfies Record<string, ActionState>;

/** The argument that chooses one of them; `names` are what else it may be called. */
export const STATE_WORDS = ['onbekend', 'op-schema', 'laat', 'klaar', 'gestopt'] as const;

const args = z.object({
  actie: ref('action', { positional: true, names: ['action', 'wat'] }),
  stand: choice(STATE_WORDS, { positional: true, names: ['state', 'staat', 'status'] }),
  tekst: optional(paragraph({ names: ['text', 'toelichting'], shared: true })),
  kwartaal: optional(text({ names: ['quarter', 'verwacht', 'expected'], max: 40 })),
});

export const voortgang = defineCommand({
  name: 'voortgang',
  aliases: ['progress', 'voortgang-melden', 'rapporteer', 'rapporteren', 'report'],
  access: 'partner',
  args,
  examples: ['5.01 op-schema tekst:"De kalender draait" kwartaal:"Q1 2027"', '"campagnekalender" klaar'],
  subject: 'actie',
  prefill: async (context, { actie }) => asTyped(await actionFor(context, actie as Id<'action'>)),
  run: async (context, given) => {
    const updated = await reportProgress(context.store, context.by, context.ids, {
      action: given.actie,
      state: STATES[given.stand],
      text: given.tekst,
      expectedQuarter: quarterFrom(given.kwartaal),
    });
    const card = await showAction(context, updated);
    const told = { type: 'notice', tone: 'success', text: context.t('action.reported') } as const;
    return { ...card, audience: 'private', sections: [told, ...card.sections] };
  },
});

/** A quarter as typed; refuses beside the field what is none. */
export function quarterFrom(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const quarter = parseQuarter(typed);
  if (!quarter) throw new Refusal('quarter-unknown', { text: typed.slice(0, 40) }, 'kwartaal');
  return quarter;
}

async function actionFor(context: Context, id: Id<'action'>): Promise<Action> {
  const action = visibleRecord(await context.store.getMany([id]), id, context.by);
  if (!canSee(context.scope, guardOf(action))) throw new Refusal('not-found');
  return action;
}

function asTyped({ state, expectedQuarter }: Action): Record<string, FieldValue> {
  const stand = Object.entries(STATES).find(([, value]) => value === state)?.[0];
  return {
    ...(stand && state !== 'unknown' ? { stand } : {}),
    ...(expectedQuarter ? { kwartaal: expectedQuarter } : {}),
  };
}
