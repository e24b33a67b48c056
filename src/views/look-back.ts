import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Looked } from '../domain/evaluation/history.ts';
import type { Action, Message, Section } from '../reply/reply.ts';
import { whenText } from './campaign-when.ts';
import { editionLine } from './series-history.ts';
import type { View } from './view.ts';

/** What is still to be evaluated by the reader's organisation, and what was told last. */
export function lookBackMessage(
  { open, page }: { open: readonly Campaign[]; page: readonly Looked[] },
  next: Action | undefined,
  view: View,
): Message {
  const { t } = view;
  const sections: Section[] = [];
  if (open.length > 0) {
    sections.push({ type: 'heading', text: t('evaluation.still-open') });
    sections.push({ type: 'list', items: open.map((campaign) => openLine(campaign, view)) });
  }
  sections.push(
    page.length > 0
      ? { type: 'heading', text: t('evaluation.newest') }
      : { type: 'text', text: t('evaluation.nothing-yet') },
  );
  if (page.length > 0) sections.push({ type: 'list', items: page.map((one) => editionLine(one, view)) });
  return {
    type: 'message',
    title: t('command.terugblik.title'),
    audience: 'private',
    sections,
    shareable: false,
    ...(next ? { next } : {}),
  };
}

function openLine(campaign: Campaign, view: View) {
  const evaluate: Action = {
    label: view.t('do.evaluate'),
    command: 'evaluatie',
    args: { campagne: campaign.id },
    opensForm: true,
  };
  return { title: campaign.title, lines: [whenText(campaign, view)], actions: [evaluate] };
}
