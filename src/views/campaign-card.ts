import { formatDate } from '../core/dates/format-date.ts';
import type { Actor } from '../domain/access/actor.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { missingFrom } from '../domain/campaign/readiness.ts';
import type { KnownBefore } from '../domain/evaluation/known-before.ts';
import type { Participation } from '../domain/participation/participation.ts';
import type { Source } from '../domain/shared/fields.ts';
import type { Signal } from '../domain/signal/signal.ts';
import { mayHandle } from '../domain/task/change-task.ts';
import type { Task } from '../domain/task/task.ts';
import type { Field, Message, Section, Text } from '../reply/reply.ts';
import { campaignActions } from './campaign-actions.ts';
import { aboutFields, contentFields } from './campaign-details.ts';
import { longWhenText, phaseText } from './campaign-when.ts';
import { knownSections } from './known-before.ts';
import { signalLine } from './signal-line.ts';
import { taskLine } from './task-line.ts';
import type { View } from './view.ts';

/** All that a card shows beside the campaign itself; only what the reader may see. */
export interface CampaignSurroundings {
  tasks: readonly Task[];
  participations: readonly Participation[];
  /** What helps to prepare it; undefined once there is nothing to prepare. */
  known: KnownBefore | undefined;
  signals: readonly Signal[];
}

/** A campaign in full, with what is still missing and the buttons that fit the reader. */
export function campaignCard(
  campaign: Campaign,
  around: CampaignSurroundings,
  actor: Actor,
  view: View,
): Message {
  const { t } = view;
  // Once it is over there is nothing to prepare.
  const missing = around.known ? missingFrom(campaign).map((one) => t(`missing.${one}`)) : [];
  const sections: Section[] = [{ type: 'fields', fields: campaignFields(campaign, view) }];
  // What is not prepared yet is for who works on it, and not for everyone in a channel.
  if (missing.length > 0 && actor.role !== 'outsider')
    sections.push({
      type: 'notice',
      tone: 'warning',
      text: t('card.not-planned', { missing: missing.join(', ') }),
    });
  const content = contentFields(campaign, view);
  if (content.length > 0) sections.push({ type: 'fields', fields: content });
  sections.push(...joining(around.participations, view));
  if (around.tasks.length > 0) {
    sections.push({ type: 'heading', text: t('card.tasks') });
    sections.push({
      type: 'list',
      items: around.tasks.map((task) => taskLine(task, campaign, view, mayHandle({ actor }, task, campaign))),
    });
  }
  if (around.known) sections.push(...knownSections(around.known, view));
  sections.push(...signalSections(around.signals, view));
  sections.push({ type: 'actions', actions: campaignActions(campaign, around.participations, actor, view) });
  return { type: 'message', title: campaign.title, audience: 'private', sections };
}

function campaignFields(campaign: Campaign, view: View): Field[] {
  const { t } = view;
  const fields: Field[] = [
    { label: t('card.when'), value: longWhenText(campaign, view) },
    { label: t('card.phase'), value: phaseText(campaign, view) },
  ];
  if (campaign.dateSource)
    fields.push({ label: t('card.source'), value: sourceText(campaign.dateSource, view) });
  return [...fields, ...aboutFields(campaign, view)];
}

/** A source with the day it was checked, as a link when it has an address. */
export function sourceText(source: Source, { t, locale, today }: View): Text {
  const checked = source.checkedOn
    ? t('card.checked', { date: formatDate(source.checkedOn, locale, today) })
    : t('card.not-checked');
  if (!source.url) return `${source.text} (${checked})`;
  return [{ text: source.text, href: source.url }, { text: ` (${checked})` }];
}

function joining(participations: readonly Participation[], view: View): Section[] {
  if (participations.length === 0) return [];
  const items = participations.map(({ organisation, answer, contribution }) => ({
    title: view.name(organisation) ?? '',
    lines: [[view.t(`card.${answer}`), contribution].filter((text) => text !== undefined).join(': ')],
  }));
  return [
    { type: 'heading', text: view.t('card.joining') },
    { type: 'list', items },
  ];
}

const MOST_SIGNALS = 5;

/** Signals that partners linked to it; the reader may see these, a channel sees none. */
function signalSections(signals: readonly Signal[], view: View): Section[] {
  if (signals.length === 0) return [];
  return [
    { type: 'heading', text: view.t('card.signals') },
    { type: 'list', items: signals.slice(0, MOST_SIGNALS).map((signal) => signalLine(signal, view)) },
  ];
}
