import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, optional, paragraph, ref } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { Refusal } from '../src/core/errors.ts';
import type { Practice } from '../src/domain/practice/practice.ts';
import { waitingProposals } from '../src/domain/practice/proposals.ts';
import { approvePractice, askChanges, declinePractice } from '../src/domain/practice/review.ts';
import type { Action, Message, Section } from '../src/reply/reply.ts';
import { practiceDifference } from '../src/views/practice-difference.ts';
import { proposalLine } from '../src/views/proposal-line.ts';
import { viewOf } from '../src/views/view-of.ts';
import { practiceFor, showDecided, showPractice } from './shared/show-practice.ts';

const SHOWN = 20;

const args = z.object({
  praktijk: optional(ref('practice', { positional: true, names: ['practice', 'aanpak'] })),
  besluit: optional(
    choice(['goedkeuren', 'aanpassen', 'afwijzen'], { positional: true, names: ['decision'] }),
  ),
  reden: optional(paragraph({ names: ['reason'], shared: true })),
});
type Args = z.infer<typeof args>;

export const beoordeel = defineCommand({
  name: 'beoordeel',
  aliases: ['review', 'beoordelen', 'review-practice'],
  access: 'coordinator',
  args,
  examples: ['', '"Laat de bank terugbellen" aanpassen reden:"Noem ook waar je dit zag."'],
  subject: 'praktijk',
  run: async (context, given) => {
    if (!given.praktijk) return list(context);
    if (!given.besluit) return reviewPage(context, await proposalMeant(context, given.praktijk));
    return decide(context, given.praktijk, given);
  },
});

async function decide(context: Context, id: Practice['id'], { besluit, reden }: Args): Promise<Message> {
  const { store, by } = context;
  if (besluit === 'goedkeuren') return approve(context, id);
  if (!reden) throw new Refusal('practice-reason', {}, 'reden');
  return besluit === 'aanpassen'
    ? showDecided(context, await askChanges(store, by, id, reden), 'practice.changes-told')
    : showDecided(context, await declinePractice(store, by, id, reden), 'practice.declined-told');
}

/** To look at, never to decide on: of a practice that is published already its one new version is meant. */
async function proposalMeant(context: Context, id: Practice['id']): Promise<Practice> {
  const practice = await practiceFor(context, id);
  if (practice.state !== 'published') return practice;
  const waiting = await waitingProposals(context.store, context.scope);
  const [revision, other] = waiting.filter(({ revises }) => revises === id);
  return revision && !other ? revision : practice;
}

/** A version over an older text is not approved; asking for changes is then one press away. */
async function approve(context: Context, id: Practice['id']): Promise<Message> {
  const { store, by, t } = context;
  try {
    return await showDecided(context, await approvePractice(store, by, id), 'practice.approved');
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'practice-changed-since') throw error;
    const text = t('refusal.practice-changed-since', error.params);
    const { version } = await practiceFor(context, id);
    const ask: Action = {
      label: t('do.ask-changes'),
      command: 'beoordeel',
      args: { praktijk: id, besluit: 'aanpassen' },
      version,
      opensForm: true,
      style: 'primary',
    };
    const show: Action = { label: t('do.show'), command: 'beoordeel', args: { praktijk: id } };
    return {
      type: 'message',
      title: t('reply.refused'),
      audience: 'private',
      sections: [
        { type: 'notice', tone: 'warning', text },
        { type: 'actions', actions: [ask, show] },
      ],
    };
  }
}

async function list(context: Context): Promise<Message> {
  const { store, scope, actor, t } = context;
  const waiting = await waitingProposals(store, scope);
  const shown = waiting.slice(0, SHOWN);
  const view = await viewOf(context, shown);
  const message: Message = {
    type: 'message',
    title: t('command.beoordeel.title'),
    audience: 'private',
    sections: [
      { type: 'text', text: t('practice.waiting', { count: waiting.length }) },
      ...(shown.length > 0
        ? [{ type: 'list' as const, items: shown.map((one) => proposalLine(one, actor, view)) }]
        : []),
    ],
  };
  return refreshable(message, 'beoordeel', {});
}

/** The proposal as its readers would get it, what a new version changes, and the three decisions. */
async function reviewPage(context: Context, proposal: Practice): Promise<Message> {
  const { store, t } = context;
  const card = await showPractice(context, proposal);
  if (proposal.state !== 'in-review') return card;
  const revised = proposal.revises && (await store.get(proposal.revises));
  const view = await viewOf(context, revised ? [proposal, revised] : [proposal]);
  const changed: Section[] = revised
    ? [
        { type: 'heading', text: t('practice.what-changes', { title: view.name(revised.id) ?? '' }) },
        { type: 'fields', fields: practiceDifference(revised, proposal, view) },
      ]
    : [];
  const decision = (label: string, besluit: string, more: Partial<Action> = {}): Action => ({
    label,
    command: 'beoordeel',
    args: { praktijk: proposal.id, besluit },
    version: proposal.version,
    ...more,
  });
  const decisions: Section[] = [
    { type: 'text', text: t('practice.review-hint') },
    {
      type: 'actions',
      actions: [
        decision(t('do.approve'), 'goedkeuren', { style: 'primary' }),
        decision(t('do.ask-changes'), 'aanpassen', { opensForm: true }),
        decision(t('do.decline'), 'afwijzen', { opensForm: true, style: 'danger' }),
      ],
    },
  ];
  const body = card.sections.filter(({ type }) => type !== 'actions');
  const page: Message = {
    ...card,
    audience: 'private',
    shareable: false,
    sections: [...body, ...changed, ...decisions],
  };
  return refreshable(page, 'beoordeel', { praktijk: proposal.id });
}
