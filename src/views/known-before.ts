import type { EarlierCampaign } from '../domain/evaluation/earlier-lessons.ts';
import type { KnownBefore } from '../domain/evaluation/known-before.ts';
import type { Practice } from '../domain/practice/practice.ts';
import type { ListItem, Section } from '../reply/reply.ts';
import { evidenceMark } from './evidence.ts';
import { practiceTitle, sourcesLine } from './practice-line.ts';
import { nameList, type View } from './view.ts';

/** What helps to prepare a campaign: warnings first, then what works, then what earlier campaigns taught. */
export function knownSections({ advice, warnings, earlier }: KnownBefore, view: View): Section[] {
  const { t } = view;
  return [
    ...listed(
      t('practice.warnings'),
      warnings.map((one) => practiceItem(one, view)),
    ),
    ...listed(
      t('card.practices'),
      advice.map((one) => practiceItem(one, view)),
    ),
    ...listed(
      t('evaluation.earlier'),
      earlier.map((one) => earlierItem(one, view)),
    ),
  ];
}

function listed(heading: string, items: ListItem[]): Section[] {
  if (items.length === 0) return [];
  return [
    { type: 'heading', text: heading },
    { type: 'list', items },
  ];
}

function practiceItem(practice: Practice, view: View): ListItem {
  return {
    title: practiceTitle(practice, view),
    lines: [evidenceMark(practice, view), sourcesLine(practice, view)],
    actions: [{ label: view.t('do.show'), command: 'toon', args: { wat: practice.id } }],
  };
}

function earlierItem({ campaign, evaluations }: EarlierCampaign, view: View): ListItem {
  const lessons = evaluations.flatMap((one) => (one.lessons.length > 0 ? one.lessons : [one.reached]));
  const who = nameList(
    view,
    evaluations.map(({ organisation }) => organisation),
  );
  return {
    title: `${campaign.title} (${who})`,
    lines: lessons,
    actions: [{ label: view.t('do.look-back'), command: 'terugblik', args: { wat: campaign.id } }],
  };
}
