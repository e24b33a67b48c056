import type { Actor } from '../domain/access/actor.ts';
import { isCoordinator, mayEditMeasure } from '../domain/access/may.ts';
import type { Measure } from '../domain/measure/measure.ts';
import { type FormMeasures, type MeasureOfForm, WANTED } from '../domain/measure/measures-per-form.ts';
import type { Id } from '../domain/shared/record.ts';
import type { Action, ListItem, Message, Section } from '../reply/reply.ts';
import { evidenceMark } from './evidence.ts';
import { practiceTitle, sourcesLine } from './practice-line.ts';
import { nameList, type View } from './view.ts';

/** The measures of each prioritised form: what, by whom, how far, and whether it counts as effective. */
export function measureList(
  found: readonly FormMeasures[],
  only: Id<'form'> | undefined,
  actor: Actor,
  view: View,
): Message {
  const { t } = view;
  const none = only ? t('measure.form-none') : t('measure.none');
  return {
    type: 'message',
    title: t('command.maatregel.title'),
    audience: 'private',
    sections: [
      { type: 'text', text: found.length > 0 ? t('measure.intro', { wanted: WANTED }) : none },
      ...found.flatMap((one) => formSections(one, actor, view)),
      { type: 'actions', actions: steps(only, actor, t) },
    ],
    shareable: false,
  };
}

function formSections(
  { form, measures, chosen, running }: FormMeasures,
  actor: Actor,
  view: View,
): Section[] {
  const { t, locale } = view;
  const choose: Action = {
    label: t('do.choose-measure'),
    command: 'maatregel',
    args: { doe: 'kies', vorm: form.id },
    opensForm: true,
  };
  return [
    { type: 'heading', text: form.name[locale] },
    { type: 'text', text: t('measure.count', { chosen, running, wanted: WANTED }) },
    ...(measures.length > 0
      ? [{ type: 'list' as const, items: measures.map((one) => measureLine(one, actor, view)) }]
      : []),
    {
      type: 'actions',
      actions: [choose, { label: t('do.practices'), command: 'wat-werkt', args: { vorm: [form.id] } }],
    },
  ];
}

/** The states in the order in which a measure goes through them, and the word of each. */
const NEXT: Record<Measure['state'], readonly (readonly [Measure['state'], string])[]> = {
  chosen: [
    ['preparing', 'in-voorbereiding'],
    ['running', 'loopt'],
    ['stopped', 'gestopt'],
  ],
  preparing: [
    ['running', 'loopt'],
    ['stopped', 'gestopt'],
  ],
  running: [['stopped', 'gestopt']],
  stopped: [['running', 'loopt']],
};

function measureLine({ measure, practice, whyNot }: MeasureOfForm, actor: Actor, view: View): ListItem {
  const { t } = view;
  // What was withdrawn is not begun or gone on with.
  const isPossible = ([state]: readonly [Measure['state'], string]): boolean =>
    whyNot !== 'withdrawn' || state === 'stopped';
  const actions: Action[] = mayEditMeasure(actor, measure)
    ? NEXT[measure.state].filter(isPossible).map(([state, stand]) => ({
        label: t(`measure.do-${state}`),
        command: 'maatregel',
        args: { doe: 'stand', maatregel: measure.id, stand },
        version: measure.version,
      }))
    : [];
  const who = nameList(view, measure.organisations);
  return {
    title: [{ text: practiceTitle(practice, view), strong: true }],
    lines: [
      t('measure.line', { state: t(`measure.${measure.state}`), who }),
      evidenceMark(practice, view),
      sourcesLine(practice, view),
      ...(whyNot ? [t(`measure.${whyNot}`)] : []),
      ...(measure.note ? [measure.note] : []),
    ],
    actions: [...actions, { label: t('do.show'), command: 'toon', args: { wat: practice.id } }],
  };
}

function steps(only: Id<'form'> | undefined, actor: Actor, t: View['t']): Action[] {
  const set: Action = {
    label: t('do.prioritise'),
    command: 'maatregel',
    args: { doe: 'prioriteit', ...(only ? { vorm: only } : {}) },
    opensForm: true,
  };
  return [
    { label: t('do.gaps'), command: 'maatregel', args: { doe: 'gaten' } },
    ...(only ? [{ label: t('do.all-measures'), command: 'maatregel', args: {} }] : []),
    ...(isCoordinator(actor) ? [set] : []),
  ];
}

/** Where row 5.06 is not met yet: too few effective measures chosen, or too few that run. */
export function gapList(gaps: readonly FormMeasures[], forms: number, view: View): Message {
  const { t, locale } = view;
  const items = gaps.map(
    ({ form, chosen, running }): ListItem => ({
      title: [{ text: form.name[locale], strong: true }],
      lines: [
        t(chosen < WANTED ? 'measure.gap-choose' : 'measure.gap-run', { chosen, running, wanted: WANTED }),
      ],
      actions: [
        { label: t('do.show'), command: 'maatregel', args: { doe: 'lijst', vorm: form.id } },
        { label: t('do.practices'), command: 'wat-werkt', args: { vorm: [form.id] } },
      ],
    }),
  );
  const intro =
    forms === 0 ? t('measure.none') : t('measure.gaps', { count: gaps.length, forms, wanted: WANTED });
  return {
    type: 'message',
    title: t('measure.gaps-title'),
    audience: 'private',
    sections: [
      { type: 'text', text: `${intro} ${forms === 0 ? '' : t('measure.what-counts')}`.trim() },
      ...(items.length > 0 ? [{ type: 'list' as const, items }] : []),
      {
        type: 'actions',
        actions: [{ label: t('do.all-measures'), command: 'maatregel', args: {} }],
      },
    ],
    shareable: false,
  };
}
