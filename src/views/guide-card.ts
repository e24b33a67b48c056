import type { Guide } from '../domain/guide/guide.ts';
import type { Message } from '../reply/reply.ts';
import { type Checking, correctionActions, correctionSections } from './correction-sections.ts';
import { guideSections } from './guide-sections.ts';
import type { View } from './view.ts';

/** First steps by themselves, with the way to everyone who helps. */
export function guideCard(guide: Guide, view: View, checking: Checking): Omit<Message, 'audience'> {
  const { t, locale } = view;
  return {
    type: 'message',
    title: guide.title[locale],
    sections: [
      { type: 'notice', tone: 'warning', text: t('help-point.safety') },
      ...correctionSections(checking, view),
      ...guideSections(guide, view),
      {
        type: 'actions',
        actions: [
          ...correctionActions(checking, guide, view),
          { label: t('do.help-points'), command: 'meldpunt', args: guide.form ? { vorm: guide.form } : {} },
        ],
      },
    ],
  };
}
