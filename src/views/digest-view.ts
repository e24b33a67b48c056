import { isoWeekOf } from '../core/dates/iso-week.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Digest } from '../domain/digest/digest.ts';
import type { Action, ListItem, Message, Section } from '../reply/reply.ts';
import { showAction } from './campaign-line.ts';
import { gapLine, shortLine } from './campaign-short-line.ts';
import {
  clashLine,
  dueActionLine,
  dueTaskLine,
  joinedLine,
  newPracticeLine,
  part,
  signalNewsLine,
  unpreparedLine,
} from './digest-parts.ts';
import { filterArgs } from './filter-args.ts';
import type { View } from './view.ts';

/**
 * The weekly digest. `extra` comes first: what the bot still waits for. For a channel the digest holds
 * nothing but what everyone may read.
 */
export function digestMessage(digest: Digest, view: View, extra: readonly Section[]): Message {
  const { t } = view;
  const sections = [
    ...(extra.length > 0 ? [{ type: 'heading' as const, text: t('digest.waiting') }, ...extra] : []),
    ...calendarSections(digest, view),
    ...ownSections(digest, view),
    ...newsSections(digest, view),
  ];
  return {
    type: 'message',
    title: t('digest.title', { week: digest.week.week }),
    audience: digest.reader === 'channel' ? 'channel' : 'private',
    sections: sections.length > 0 ? sections : [{ type: 'text', text: t('digest.nothing') }],
  };
}

/** The one line for whoever wants to hear too that there is nothing. */
export function quietDigest({ t, today }: View): Message {
  return {
    type: 'message',
    title: t('digest.title', { week: isoWeekOf(today).week }),
    audience: 'private',
    sections: [{ type: 'text', text: t('digest.nothing') }],
  };
}

function calendarSections({ running, coming, week, nextWeeks, filter }: Digest, view: View): Section[] {
  const { t } = view;
  const line = (campaign: Campaign): ListItem => ({ title: shortLine(campaign, view), lines: [] });
  const calendar = (range: { start: string; end: string }): Omit<Action, 'label'> => ({
    command: 'kalender',
    args: {
      ...(filter ? filterArgs(filter) : {}),
      periode: `${range.start}..${range.end}`,
      stand: 'gepland',
    },
  });
  return [
    ...part(t('digest.this-week'), running, view, line, calendar(week)),
    ...part(t('digest.next-weeks'), coming, view, line, calendar(nextWeeks)),
  ];
}

function ownSections(digest: Digest, view: View): Section[] {
  const { t } = view;
  const { leads } = digest;
  const plan = { command: 'actieplan', args: leads === 'all' ? {} : { trekker: leads } };
  const proposal = (campaign: Campaign): ListItem => ({
    title: shortLine(campaign, view),
    lines: [],
    actions: [showAction(campaign, view)],
  });
  const unprepared = part(t('digest.unprepared'), digest.unprepared, view, (one) =>
    unpreparedLine(one, view),
  );
  return [
    ...part(t('digest.tasks'), digest.tasks, view, (one) => dueTaskLine(one, view)),
    ...part(t('digest.actions'), digest.actions, view, (one) => dueActionLine(one, view), plan),
    ...part(t('digest.proposals'), digest.proposals, view, proposal, {
      command: 'kalender',
      args: { stand: 'voorstel' },
    }),
    ...gapSections(digest, view),
    ...part(t('digest.clashes'), digest.clashes, view, (one) => clashLine(one, view)),
    ...unprepared,
  ];
}

/** In a channel a gap is a question to everyone, and never says whose it is. */
function gapSections({ gaps, gapsUntil, reader, filter, leads }: Digest, view: View): Section[] {
  const { t, today } = view;
  const confirm = (campaign: Campaign): Action => ({
    label: t('do.confirm-date'),
    command: 'bevestig-datum',
    args: { campagne: campaign.id },
    version: campaign.version,
    opensForm: true,
  });
  const [heading, ...list] = part(
    t(reader === 'channel' ? 'digest.gaps-channel' : 'digest.gaps'),
    gaps,
    view,
    (campaign) => ({
      title: gapLine(campaign, view),
      lines: [],
      ...(reader === 'person' ? { actions: [confirm(campaign)] } : {}),
    }),
    {
      command: 'kalender',
      args: {
        ...(filter ? filterArgs(filter) : {}),
        ...(leads === 'all' || leads.length === 0 ? {} : { organisatie: leads }),
        periode: `${today}..${gapsUntil}`,
        stand: 'gepland',
        datum: 'open',
        soort: 'campagne',
      },
    },
  );
  if (!heading) return [];
  const call: Section = { type: 'text', text: t('digest.gaps-call') };
  return reader === 'channel' ? [heading, call, ...list] : [heading, ...list];
}

function newsSections({ joined, practices, signals }: Digest, view: View): Section[] {
  const { t } = view;
  return [
    ...part(t('digest.joined'), joined, view, (one) => joinedLine(one, view)),
    ...part(t('digest.signals'), signals, view, (one) => signalNewsLine(one, view), {
      command: 'signalen',
      args: {},
    }),
    ...part(t('digest.practices'), practices, view, (one) => newPracticeLine(one, view), {
      command: 'wat-werkt',
      args: {},
    }),
  ];
}
