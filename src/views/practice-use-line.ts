import { firstWords } from '../core/first-words.ts';
import type { Evaluation } from '../domain/evaluation/evaluation.ts';
import type { Use } from '../domain/practice/used-by.ts';
import type { ListItem } from '../reply/reply.ts';
import { campaignLine } from './campaign-line.ts';
import type { View } from './view.ts';

const LONGEST = 200;

/** A campaign that uses a practice, with what came of it: for each evaluation a line. */
export function useLine({ campaign, evaluations }: Use, view: View): ListItem {
  const line = campaignLine(campaign, view);
  return { ...line, lines: [...line.lines, ...evaluations.map((one) => outcome(one, view))] };
}

function outcome({ organisation, again, measured, behaviour }: Evaluation, view: View): string {
  const { t } = view;
  const found = behaviour ?? measured;
  return [
    t('practice.outcome', { name: view.name(organisation) ?? '', again: t(`practice.again-${again}`) }),
    found ? firstWords(found, LONGEST) : t('practice.not-measured'),
  ].join(' ');
}
