import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, number, optional } from '../src/command/fields.ts';
import { factsOf, type NudgeFacts } from '../src/domain/nudge/facts.ts';
import { pauseSending, seeTrialRun, startSending } from '../src/domain/nudge/start-sending.ts';
import { SENDING } from '../src/domain/nudge/switch.ts';
import { type Before, type TrialMessage, trialMatters, trialRun } from '../src/domain/nudge/trial-run.ts';
import { readWorld, type World } from '../src/domain/nudge/world.ts';
import type { Message, Section } from '../src/reply/reply.ts';
import { trialExamples, trialSections } from '../src/views/trial-view.ts';
import { viewOf } from '../src/views/view-of.ts';

const WEEKS = 4;
const EXAMPLES = 3;

export const proefdraai = defineCommand({
  name: 'proefdraai',
  aliases: ['trial', 'trial-run', 'proefdraaien', 'aanzetten'],
  access: 'coordinator',
  args: z.object({
    doe: optional(choice(['proef', 'begin', 'pauze'], { positional: true, names: ['do'] })),
    weken: optional(number(1, 26, { names: ['weeks'] })),
  }),
  examples: ['', 'weken:8', 'begin', 'pauze'],
  run: async (context, { doe, weken }) => {
    const { store, by, t } = context;
    if (doe === 'begin') {
      const before = await store.get(SENDING);
      await startSending(store, by);
      if (before?.startedAt && !before.pausedAt) return told(context, t('trial.was-on'));
      return told(context, t(before?.pausedAt ? 'trial.resumed' : 'trial.started'));
    }
    if (doe === 'pauze') {
      await pauseSending(store, by);
      return told(context, t('trial.paused'));
    }
    return trial(context, weken ?? WEEKS);
  },
});

function told({ t }: Context, text: string): Message {
  return {
    type: 'message',
    title: t('command.proefdraai.title'),
    audience: 'private',
    sections: [{ type: 'notice', tone: 'success', text }],
  };
}

async function trial(context: Context, weeks: number): Promise<Message> {
  const { store, messages, now, by, t } = context;
  const world = await readWorld(store, now);
  const found = trialRun(world, messages.rules, now, weeks, await sentBefore(context, world, weeks));
  const view = await viewOf(
    context,
    [],
    found.map(({ delivery }) => delivery.recipient),
  );
  const started = world.sending?.startedAt !== undefined;
  const paused = world.sending?.pausedAt !== undefined;
  if (!started) await seeTrialRun(store, by);
  const start = {
    label: t(paused ? 'trial.go-on' : 'trial.start'),
    command: 'proefdraai',
    args: { doe: 'begin' },
  } as const;
  const pause = { label: t('trial.pause'), command: 'proefdraai', args: { doe: 'pauze' } } as const;
  return {
    type: 'message',
    title: t('trial.title', { weeks }),
    audience: 'private',
    sections: [
      {
        type: 'notice',
        tone: 'info',
        text: t(paused ? 'trial.is-paused' : started ? 'trial.is-on' : 'trial.is-off'),
      },
      { type: 'actions', actions: started && !paused ? [pause] : [{ ...start, style: 'primary' }] },
      ...trialSections({ world, messages: found, now, console: messages.console }, view),
      ...(await examples(context, found)),
    ],
    refresh: { command: 'proefdraai', args: { weken: String(weeks) } },
  };
}

/** What was brought already does not come again, so it counts once sending has begun. */
async function sentBefore(
  { messages: { nudges, rules }, now }: Context,
  world: World,
  weeks: number,
): Promise<Before> {
  if (!world.startedOn) return { nudges: [], slots: new Map() };
  const brought = await nudges.about(trialMatters(world, rules, now, weeks));
  return { nudges: brought, slots: await nudges.slots() };
}

/** The first messages to different people, as they would be read. */
async function examples(context: Context, found: readonly TrialMessage[]): Promise<Section[]> {
  const { messages } = context;
  const shown = new Map<string, TrialMessage>();
  for (const one of found)
    if (one.nudges.length > 0 && !shown.has(one.delivery.recipient)) shown.set(one.delivery.recipient, one);
  const list: { message: TrialMessage; facts: NudgeFacts[] }[] = [];
  for (const message of [...shown.values()].slice(0, EXAMPLES))
    list.push({ message, facts: await factsOf(context, message.nudges, () => []) });
  const records = list.flatMap(({ facts }) => facts.map(({ subject }) => subject));
  const view = await viewOf(
    context,
    records,
    list.map(({ message }) => message.delivery.recipient),
  );
  return trialExamples(list, messages.rules, view);
}
