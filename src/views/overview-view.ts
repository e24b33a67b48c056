import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Reported } from '../domain/correction/report-outdated.ts';
import type { Few } from '../domain/digest/digest.ts';
import type { OpenAction } from '../domain/digest/due-actions.ts';
import type { OpenTask } from '../domain/digest/due-tasks.ts';
import type { ComingWeeks } from '../domain/overview/coming-weeks.ts';
import { twoYearsFrom } from '../domain/overview/my-campaigns.ts';
import type { Person } from '../domain/person/person.ts';
import type { Practice } from '../domain/practice/practice.ts';
import type { Action, ListItem, Message, Section } from '../reply/reply.ts';
import { type ActionRights, actionLine } from './action-line.ts';
import { campaignLine, showAction } from './campaign-line.ts';
import { gapLine } from './campaign-short-line.ts';
import { comingWeeksList } from './coming-weeks-view.ts';
import { part } from './digest-parts.ts';
import { reportLine } from './report-line.ts';
import { taskLine } from './task-line.ts';
import type { View } from './view.ts';

export interface Overview {
  /** The reminders that wait, as sections; empty when nothing does. */
  waiting: readonly Section[];
  tasks: Few<OpenTask>;
  mayFinish: (task: OpenTask) => boolean;
  campaigns: Few<Campaign>;
  actions: Few<OpenAction>;
  rightsOn: (action: OpenAction['action']) => ActionRights;
  /** On whose behalf the campaigns and actions were looked for. */
  organisations: readonly string[];
  weeks: ComingWeeks;
  picture: { url: string; alt: string } | undefined;
  /** For coordinators alone: what waits for their approval, and dates that are not certain. */
  proposals: Few<Campaign>;
  gaps: Few<Campaign>;
  /** Proposed practices: for coordinators those that wait, for others those of theirs that can be better. */
  practices: Few<Practice>;
  practiceLine: (practice: Practice) => ListItem;
  /** For coordinators alone: what partners reported as outdated. */
  reports: Few<Reported>;
  /** Undefined for who has no record: then there is nothing to set. */
  me: Pick<Person, 'locale' | 'workingHours' | 'zone'> | undefined;
}

/** Everything that is someone's own on one page, with the next step beside it. */
export function overviewMessage(overview: Overview, view: View): Message {
  const { t } = view;
  const parts = [
    ...toDo(overview, view),
    ...own(overview, view),
    ...weeks(overview, view),
    ...proposals(overview, view),
    ...practices(overview, view),
    ...reported(overview, view),
    ...gaps(overview, view),
  ];
  return {
    type: 'message',
    title: t('command.overzicht.title'),
    audience: 'private',
    sections: [
      ...(parts.length > 0 ? parts : [{ type: 'text' as const, text: t('overview.nothing') }]),
      ...settings(overview, view),
    ],
    refresh: { command: 'overzicht', args: {} },
  };
}

function toDo({ waiting, tasks, mayFinish }: Overview, view: View): Section[] {
  const { t } = view;
  const all: Action = { label: t('overview.all-reminders'), command: 'herinneringen', args: {} };
  return [
    ...(waiting.length > 0
      ? [
          { type: 'heading' as const, text: t('digest.waiting') },
          ...waiting,
          { type: 'actions' as const, actions: [all] },
        ]
      : []),
    ...part(t('overview.tasks'), tasks, view, (one): ListItem => {
      const line = taskLine(one.task, one.campaign, view, mayFinish(one));
      return {
        ...line,
        title: [{ text: one.task.title, strong: true }, { text: ` – ${one.campaign.title}` }],
        actions: [...(line.actions ?? []), showAction(one.campaign, view)],
      };
    }),
  ];
}

function own({ campaigns, actions, rightsOn, organisations }: Overview, view: View): Section[] {
  const { t } = view;
  return [
    ...part(t('overview.campaigns'), campaigns, view, (one) => campaignLine(one, view), {
      command: 'kalender',
      args: { organisatie: organisations, periode: twoYears(view) },
    }),
    ...part(
      t('overview.actions'),
      actions,
      view,
      ({ action }) => actionLine(action, view, rightsOn(action)),
      {
        command: 'actieplan',
        args: { trekker: organisations },
      },
    ),
  ];
}

function weeks({ weeks, picture }: Overview, view: View): Section[] {
  const list = comingWeeksList(weeks, view);
  return list.length > 0 && picture ? [...list, { type: 'image', ...picture }] : list;
}

function proposals({ proposals }: Overview, view: View): Section[] {
  const { t } = view;
  const line = (one: Campaign): ListItem => ({
    ...campaignLine(one, view),
    actions: [
      showAction(one, view),
      {
        label: t('do.approve'),
        command: 'goedkeuren',
        args: { campagne: one.id },
        version: one.version,
      },
    ],
  });
  const all = { command: 'kalender', args: { stand: 'voorstel', periode: twoYears(view) } };
  return part(t('setup.proposals'), proposals, view, line, all);
}

function practices({ practices, practiceLine }: Overview, view: View): Section[] {
  const { t } = view;
  const isMine = practices.items.every(({ state }) => state === 'changes-asked');
  const heading = t(isMine ? 'overview.own-practices' : 'overview.practices');
  const all = { command: isMine ? 'praktijken' : 'beoordeel', args: {} };
  return part(heading, practices, view, practiceLine, all);
}

function reported({ reports }: Overview, view: View): Section[] {
  const all = { command: 'inrichten', args: {} };
  return part(view.t('setup.reports'), reports, view, (one) => reportLine(one, view), all);
}

function gaps({ gaps }: Overview, view: View): Section[] {
  const { t } = view;
  if (gaps.total === 0) return [];
  const line = (one: Campaign): ListItem => ({
    title: gapLine(one, view),
    lines: [],
    actions: [
      {
        label: t('do.confirm-date'),
        command: 'bevestig-datum',
        args: { campagne: one.id },
        version: one.version,
        opensForm: true,
      },
    ],
  });
  const all = { command: 'kalender', args: { datum: 'open', soort: 'campagne', periode: twoYears(view) } };
  const setUp: Action = { label: t('command.inrichten.title'), command: 'inrichten', args: {} };
  return [...part(t('digest.gaps'), gaps, view, line, all), { type: 'actions', actions: [setUp] }];
}

/** The calendar looks half a year ahead when it is not told otherwise. */
function twoYears({ today }: View): string {
  const { start, end } = twoYearsFrom(today);
  return `${start}..${end}`;
}

const SETTINGS = [
  'herinneringen',
  'demp',
  'afwezig',
  'weekbericht',
  'abonneer',
  'mijn-gegevens',
  'concept',
] as const;

function settings({ me }: Overview, { t }: View): Section[] {
  const actions = SETTINGS.map(
    (command): Action => ({ label: t(`command.${command}.title`), command, args: {} }),
  );
  const text =
    me &&
    t('overview.set', {
      language: t(`choice.${me.locale}`),
      from: me.workingHours.from,
      until: me.workingHours.until,
      zone: me.zone,
    });
  return [
    { type: 'heading', text: t('overview.settings') },
    ...(text ? [{ type: 'text' as const, text }] : []),
    { type: 'actions', actions },
  ];
}
