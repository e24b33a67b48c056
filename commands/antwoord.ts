import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, date, nudge, optional, paragraph, ref } from '../src/command/fields.ts';
import { formatDate } from '../src/core/dates/format-date.ts';
import { Refusal } from '../src/core/errors.ts';
import { roadsOf } from '../src/domain/delivery/road.ts';
import { type Answered, answerNudge } from '../src/domain/nudge/answer-nudge.ts';
import type { AnswerWord } from '../src/domain/nudge/nudge.ts';
import { askedNow, waitingFor } from '../src/domain/nudge/waiting.ts';
import type { Id } from '../src/domain/shared/record.ts';
import type { Message } from '../src/reply/reply.ts';
import { viewOf } from '../src/views/view-of.ts';
import { KIND_WORDS, KINDS } from './shared/nudge-kinds.ts';
import { remindersOf } from './shared/waiting-sections.ts';

/** The words as they are typed. */
const WORDS = {
  'op-schema': 'on-schedule',
  klaar: 'done',
  laat: 'late',
  morgen: 'snooze',
  later: 'snooze',
  overdragen: 'hand-over',
  'niet-van-mij': 'not-mine',
  stop: 'stop',
  'gaat-door': 'goes-on',
  vervalt: 'dropped',
} as const satisfies Record<string, AnswerWord>;

const ANSWER_WORDS = Object.keys(WORDS) as [keyof typeof WORDS, ...(keyof typeof WORDS)[]];

export const antwoord = defineCommand({
  name: 'antwoord',
  aliases: ['answer', 'antwoorden', 'beantwoord', 'reply'],
  access: 'reader',
  args: z.object({
    herinnering: optional(nudge({ names: ['reminder', 'nudge'] })),
    antwoord: optional(choice(ANSWER_WORDS, { positional: true, names: ['answer', 'zeg'] })),
    tot: optional(date({ names: ['until', 'op', 'datum'] })),
    aan: optional(ref('person', { names: ['to'] })),
    reden: optional(paragraph({ names: ['reason', 'waarom', 'omdat'], shared: true, max: 1_000 })),
  }),
  examples: [''],
  run: async (context, given) => {
    const { store, messages, ids, by } = context;
    const { antwoord: said, herinnering } = given;
    if (said === undefined && herinnering === undefined) return remindersOf(context);
    if (said === undefined) throw new Refusal('answer-which', {}, 'antwoord');
    const answered = await answerNudge({ store, ids, ...messages }, by, {
      nudge: herinnering ?? (await onlyOne(context)),
      word: WORDS[said],
      until: said === 'morgen' ? context.today.add({ days: 1 }).toString() : given.tot,
      reason: given.reden,
      to: given.aan,
    });
    return answerReply(context, answered, WORDS[said], given.aan);
  },
});

/** Who says only "klaar" means the one reminder that waits; with several it asks which. */
async function onlyOne({ store, messages, actor, now }: Context): Promise<string> {
  const asked = await askedNow(store, messages.rules, now);
  const waiting = actor.person ? await waitingFor(messages.nudges, asked, actor.person, now) : [];
  const [only, other] = waiting;
  if (!only) throw new Refusal('nudge-none');
  if (other) throw new Refusal('nudge-which', {}, 'herinnering');
  return only.id;
}

async function answerReply(
  context: Context,
  { outcome, nudge: asked, until }: Answered,
  word: AnswerWord,
  to: Id<'person'> | undefined,
): Promise<Message> {
  const { t, locale, today } = context;
  const view = await viewOf(context, [], to ? [to] : []);
  const date = until ? formatDate(until, locale, today) : '';
  const kind = kindText(context, asked.rule);
  const colleague = to && (await context.store.get(to));
  const unreachable = colleague && roadsOf(colleague, { console: context.messages.console }).length === 0;
  const said = t(unreachable ? 'answered.hand-over-unreachable' : `answered.${word}`, {
    date,
    kind,
    name: (to && view.name(to)) ?? '',
  });
  return {
    type: 'message',
    title: t('answered.title'),
    audience: 'private',
    sections: [
      outcome === 'answered'
        ? { type: 'notice', tone: 'success', text: said }
        : { type: 'notice', tone: 'info', text: t(`answered.${outcome}`) },
      {
        type: 'actions',
        actions: [
          ...(isShown(asked.subject)
            ? [{ label: t('do.show'), command: 'toon', args: { wat: asked.subject } }]
            : []),
          { label: t('nudge.mine'), command: 'herinneringen', args: {} },
        ],
      },
    ],
  };
}

/** What a kind of reminder is called, as `demp` names it. */
function kindText({ t, messages }: Context, rule: string): string {
  const trigger = messages.rules.rules.find(({ key }) => key === rule)?.trigger;
  const word = KIND_WORDS.find((one) => KINDS[one] === trigger);
  return word ? t(`choice.${word}`) : '';
}

/** What `toon` can show; tasks and invitations stand on their campaign's card. */
function isShown(subject: Id): boolean {
  return /^(campaign|action|series|practice|helppoint|organisation)\//.test(subject);
}
