import type { Translate } from '../../i18n/translate.ts';
import type { Action, Choice, Confirm, Message } from '../../reply/reply.ts';
import { cleanLine, cleanText } from '../shared/clean-text.ts';
import { confirmActions } from '../shared/confirm-actions.ts';
import type { Run } from '../shared/runs.ts';
import { shorten } from '../shared/split-text.ts';
import { actionElements } from './card-actions.ts';
import type { CardLook } from './card-look.ts';
import { TEAMS_STYLE } from './limits.ts';
import { type ElementPiece, single } from './pieces.ts';
import { headingBlocks, richText } from './rich-text.ts';
import { fieldGroups, sectionGroups } from './section-elements.ts';

/** A reply below its title, as groups of pieces. */
export function messageGroups({ sections, next }: Message, t: Translate, look: CardLook): ElementPiece[][] {
  const more = next ? [{ ...next, label: next.label || t('render.next-page') }] : [];
  return [
    ...sections.flatMap((section, index) => {
      const groups = sectionGroups(section, t, look);
      const isBelowList = section.type === 'actions' && sections[index - 1]?.type === 'list';
      return isBelowList ? setApart(groups) : groups;
    }),
    ...sectionGroups({ type: 'actions', actions: more }, t, look),
  ];
}

/** The card's own buttons, with a line between them and those of a list's last entry. */
function setApart([first = [], ...others]: ElementPiece[][]): ElementPiece[][] {
  const [piece, ...pieces] = first;
  const [set, ...items] = piece?.items ?? [];
  if (!piece || set?.type !== 'ActionSet') return [first, ...others];
  const apart = { ...set, separator: true as const, spacing: 'medium' as const };
  return [[{ ...piece, items: [apart, ...items] }, ...pieces], ...others];
}

/** Each option in full with its own button, since a button shows little of a long name. */
export function choiceGroups({ options }: Choice, t: Translate, look: CardLook): ElementPiece[][] {
  return options.map(({ label, detail, action }, index) => {
    const name: Run = {
      text: `${index + 1}. ${shorten(cleanLine(label), TEAMS_STYLE.choiceText)}`,
      strong: true,
    };
    const more: Run[] = detail ? [{ text: ` – ${shorten(cleanLine(detail), TEAMS_STYLE.choiceText)}` }] : [];
    const buttons = actionElements([{ ...action, label: `${index + 1}. ${label}` }], t, look);
    const items = [...richText([name, ...more]), ...buttons];
    return [{ items, spread: [single(items)] }];
  });
}

/** What will be saved, what speaks against it, and these buttons. */
export function confirmGroups(
  reply: Confirm,
  t: Translate,
  look: CardLook,
  actions: readonly Action[] = confirmActions(reply),
): ElementPiece[][] {
  return [
    ...fieldGroups(reply.draft),
    ...reply.warnings.flatMap((section) => sectionGroups(section, t, look)),
    ...sectionGroups({ type: 'actions', actions }, t, look).map((group) =>
      group.map((piece) => ({ ...piece, keep: 'always' as const })),
    ),
  ];
}

/** A title may be of any length, so only its first part is sure of its place. */
export function titlePieces(title: string): ElementPiece[] {
  return single(headingBlocks(title, 'large')).map((piece, index) =>
    index === 0 ? { ...piece, keep: 'always' } : piece,
  );
}

/** A question over its options. */
export function questionPieces(question: string): ElementPiece[] {
  return single(richText([{ text: cleanText(question), strong: true }], { size: 'medium' }));
}
