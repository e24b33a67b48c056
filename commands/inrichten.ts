import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { type SetupGaps, setupGaps } from '../src/domain/setup-gaps.ts';
import type { Action, ListItem, Message, Section } from '../src/reply/reply.ts';
import { whenText } from '../src/views/campaign-when.ts';
import { proposalLine } from '../src/views/proposal-line.ts';
import { reportLine } from '../src/views/report-line.ts';
import type { View } from '../src/views/view.ts';
import { viewOf } from '../src/views/view-of.ts';

export const inrichten = defineCommand({
  name: 'inrichten',
  aliases: ['setup', 'set-up', 'instellen', 'configure'],
  access: 'coordinator',
  args: z.object({}),
  examples: [''],
  run: async (context) => {
    const { store, scope, today, t, actor } = context;
    const gaps = await setupGaps(store, scope, today);
    const practices = gaps.proposedPractices.slice(0, SHOWN);
    const reports = gaps.reported.flatMap((one) => one.reports);
    const view = await viewOf(context, [...gaps.openDates, ...gaps.proposals, ...practices, ...reports]);
    const steps = [
      ...step(t('setup.workspaces'), gaps.workspaces.length, workspaces(context, gaps)),
      ...step(t('setup.contacts'), gaps.withoutContact.length, contacts(context, gaps)),
      ...step(t('setup.groups'), gaps.withoutMembers.length, groups(context, gaps)),
      ...step(t('setup.proposals'), gaps.proposalsTotal, proposals(gaps, view), allProposals(t)),
      ...step(
        t('overview.practices'),
        gaps.proposedPractices.length,
        practices.map((one) => proposalLine(one, actor, view)),
        { label: t('do.review'), command: 'beoordeel', args: {} },
      ),
      ...step(
        t('setup.reports'),
        gaps.reported.length,
        gaps.reported.map((one) => reportLine(one, view)),
      ),
      ...step(t('setup.dates'), gaps.openDatesTotal, dates(gaps, view), allDates(t)),
      ...step(t('setup.numbers'), gaps.unconfirmedNumbers.length, numbers(context, gaps)),
    ];
    const message: Message = {
      type: 'message',
      title: t('setup.title'),
      audience: 'private',
      sections: [
        { type: 'text', text: t(steps.length > 0 ? 'setup.intro' : 'setup.ready') },
        ...steps,
        {
          type: 'actions',
          actions: [{ label: t('setup.people'), command: 'persoon', args: { doe: 'lijst' } }],
        },
      ],
    };
    return refreshable(message, 'inrichten', {});
  },
});

/** Longer lists show their first part: what is done leaves the list, and the next comes up. */
const SHOWN = 20;

function allProposals(t: Context['t']): Action {
  return { label: t('setup.all-proposals'), command: 'kalender', args: { stand: 'voorstel' } };
}

function allDates(t: Context['t']): Action {
  return { label: t('setup.all-dates'), command: 'kalender', args: { datum: 'open', soort: 'campagne' } };
}

/** A step with its count; done steps leave the list. */
function step(title: string, count: number, items: readonly ListItem[], all?: Action): Section[] {
  if (count === 0) return [];
  return [
    { type: 'heading', text: `${title} (${count})` },
    { type: 'list', items: items.slice(0, SHOWN) },
    ...(all && count > items.length ? [{ type: 'actions' as const, actions: [all] }] : []),
  ];
}

function workspaces({ t }: Context, { workspaces }: SetupGaps): ListItem[] {
  return workspaces.map((one) => ({
    title: one.name,
    lines: [t(one.goneAt ? 'setup.workspace-gone' : 'workspace.of-nobody')],
    actions: [{ label: t('do.show'), command: 'werkruimte', args: { doe: 'lijst', werkruimte: one.id } }],
  }));
}

function contacts({ t }: Context, { withoutContact }: SetupGaps): ListItem[] {
  return withoutContact.map((one) => ({
    title: one.short,
    lines: [t('setup.no-contact')],
    actions: [form(t('do.add-person'), 'persoon', { doe: 'toevoegen', organisatie: one.id, contact: 'ja' })],
  }));
}

function groups({ t }: Context, { withoutMembers }: SetupGaps): ListItem[] {
  return withoutMembers.map((one) => ({
    title: one.name,
    lines: [t('organisation.members-unknown')],
    actions: [form(t('setup.set-members'), 'organisatie', { doe: 'leden', groep: one.id })],
  }));
}

function proposals({ proposals }: SetupGaps, view: View): ListItem[] {
  return proposals.map((one) => ({
    title: one.title,
    lines: [whenText(one, view)],
    actions: [
      { label: view.t('do.show'), command: 'toon', args: { wat: one.id } },
      {
        label: view.t('do.approve'),
        command: 'goedkeuren',
        args: { campagne: one.id },
        version: one.version,
      },
    ],
  }));
}

function dates({ openDates }: SetupGaps, view: View): ListItem[] {
  return openDates.map((one) => ({
    title: one.title,
    lines: [whenText(one, view)],
    actions: [
      { ...form(view.t('do.confirm-date'), 'bevestig-datum', { campagne: one.id }), version: one.version },
    ],
  }));
}

function numbers({ t }: Context, { unconfirmedNumbers }: SetupGaps): ListItem[] {
  return unconfirmedNumbers.map((one) => ({
    title: one.name,
    lines: [t('setup.number-hidden')],
    actions: [{ label: t('do.show'), command: 'toon', args: { wat: one.id } }],
  }));
}

function form(label: string, command: string, args: Action['args']): Action {
  return { label, command, args, opensForm: true };
}
