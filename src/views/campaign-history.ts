import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Evaluation } from '../domain/evaluation/evaluation.ts';
import type { Looked } from '../domain/evaluation/history.ts';
import type { Action, Message, Section } from '../reply/reply.ts';
import { longWhenText } from './campaign-when.ts';
import { evaluationCount, evaluationSections } from './evaluation-summary.ts';
import type { View } from './view.ts';

/** What the reader may do on this page. */
export interface HistoryRights {
  /** The reader's organisation took part, and it has begun. */
  evaluates: boolean;
  /** The evaluations of the reader's own organisations, or all of them for a coordinator. */
  own: readonly Evaluation[];
}

/** What a campaign brought, as its leads and participants tell it, with the next steps. */
export function campaignHistory(looked: Looked, rights: HistoryRights, view: View): Message {
  const { campaign, evaluations } = looked;
  const { t } = view;
  const count = evaluationCount(evaluations, view);
  const sections: Section[] = [
    { type: 'text', text: longWhenText(campaign, view) },
    { type: 'text', text: count ?? t('evaluation.none') },
    ...evaluationSections(evaluations, view),
    { type: 'actions', actions: steps(looked, rights, view) },
  ];
  return {
    type: 'message',
    title: t('evaluation.title', { title: campaign.title }),
    audience: 'private',
    sections,
    shareable: false,
  };
}

function steps({ campaign }: Looked, { evaluates, own }: HistoryRights, { t }: View): Action[] {
  const [mine] = own;
  const form = (label: string, more: Partial<Action>): Action => ({
    label,
    command: 'evaluatie',
    args: { campagne: campaign.id },
    opensForm: true,
    ...more,
  });
  return [
    ...(evaluates && own.length === 0 ? [form(t('do.evaluate'), { style: 'primary' })] : []),
    ...own
      .map((one) => form(t('do.edit-evaluation'), { args: { campagne: one.id }, version: one.version }))
      .slice(0, 1),
    ...(mine && mine.lessons.length > 0 ? [asPractice(mine, campaign, t)] : []),
    ...(campaign.series
      ? [{ label: t('do.look-back-series'), command: 'terugblik', args: { wat: campaign.series } }]
      : []),
    { label: t('do.show'), command: 'toon', args: { wat: campaign.id } },
  ];
}

const TITLE = 120;
const ADVICE = 500;

/** The form for a practice, begun with what was learnt; short enough to fit in a button. */
function asPractice({ id, lessons }: Evaluation, campaign: Campaign, t: View['t']): Action {
  const args = {
    evaluatie: id,
    titel: (lessons[0] ?? '').slice(0, TITLE),
    advies: lessons.join('\n').slice(0, ADVICE),
    bron: t('evaluation.as-source', { title: campaign.title }),
    ...(campaign.forms.length > 0 ? { vorm: campaign.forms } : {}),
    ...(campaign.audiences.length > 0 ? { doelgroep: campaign.audiences } : {}),
  };
  return { label: t('do.to-practice'), command: 'praktijk', args, opensForm: true };
}
