import type { Translate } from '../../i18n/translate.ts';
import type { Choice, Confirm, FormReply, Message, Reply } from '../../reply/reply.ts';
import { cleanLine, cleanText } from '../shared/clean-text.ts';
import { confirmActions } from '../shared/confirm-actions.ts';
import { fitPieces } from '../shared/fit-pieces.ts';
import { plainLines } from '../shared/plain-lines.ts';
import type { Run } from '../shared/runs.ts';
import { shorten } from '../shared/split-text.ts';
import { withoutMarkup } from '../shared/without-markup.ts';
import { actionElements, submitAction } from './card-actions.ts';
import { fieldElements as inputElements } from './form-elements.ts';
import { TEAMS_LIMITS, TEAMS_STYLE } from './limits.ts';
import { bytesOf, headingBlocks, richText } from './rich-text.ts';
import { type ElementPiece, fieldElements, sectionElements, single } from './section-elements.ts';
import type { AdaptiveCard, CardElement } from './types.ts';

export type { AdaptiveCard } from './types.ts';

/** A reply as one Adaptive Card within Teams' size, whatever the data. */
export function renderTeams(reply: Reply, t: Translate): AdaptiveCard {
  return card(reply, replyPieces(reply, t), t);
}

/** A form for a Teams dialog, which is sent with Action.Submit. */
export function renderTeamsDialog(form: FormReply, t: Translate): AdaptiveCard {
  return card(form, formPieces(form, true, t), t);
}

function card(reply: Reply, pieces: readonly ElementPiece[], t: Translate): AdaptiveCard {
  const envelope: AdaptiveCard = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: shorten(withoutMarkup(plainLines(reply).join('\n')), TEAMS_STYLE.fallbackText),
    body: [],
    msteams: { width: 'Full' },
  };
  const room = {
    cost: (element: CardElement) => bytesOf(element) + 1,
    total: TEAMS_LIMITS.cardBytes - bytesOf(envelope),
  };
  const notice = richText([{ text: t('render.more') }], { isSubtle: true });
  const body = fitPieces(pieces, room, notice);
  return { ...envelope, body: body.length > 0 ? body : notice };
}

function replyPieces(reply: Reply, t: Translate): ElementPiece[] {
  switch (reply.type) {
    case 'message':
      return messagePieces(reply, t);
    case 'choice':
      return choicePieces(reply, t);
    case 'confirm':
      return confirmPieces(reply, t);
    case 'form':
      return formPieces(reply, false, t);
  }
}

function messagePieces({ title, sections, next }: Message, t: Translate): ElementPiece[] {
  const more = next ? [{ ...next, label: next.label || t('render.next-page') }] : [];
  return [
    ...titlePieces(title),
    ...sections.flatMap((section) => sectionElements(section, t)),
    ...sectionElements({ type: 'actions', actions: more }, t),
  ];
}

/** Each option in full with its own button, since a button shows little of a long name. */
function choicePieces({ question, options }: Choice, t: Translate): ElementPiece[] {
  const entries = options.flatMap(({ label, detail, action }, index): ElementPiece[] => {
    const name: Run = {
      text: `${index + 1}. ${shorten(cleanLine(label), TEAMS_STYLE.choiceText)}`,
      strong: true,
    };
    const more: Run[] = detail ? [{ text: ` – ${shorten(cleanLine(detail), TEAMS_STYLE.choiceText)}` }] : [];
    const buttons = actionElements([{ ...action, label: `${index + 1}. ${label}` }], t);
    return [{ items: [...richText([name, ...more]), ...buttons] }];
  });
  return [...single(richText([{ text: cleanText(question), strong: true }], { size: 'medium' })), ...entries];
}

function confirmPieces(reply: Confirm, t: Translate): ElementPiece[] {
  const { title, draft, warnings } = reply;
  return [
    ...titlePieces(title),
    ...fieldElements(draft),
    ...warnings.flatMap((section) => sectionElements(section, t)),
    ...sectionElements({ type: 'actions', actions: confirmActions(reply) }, t),
  ];
}

function formPieces(form: FormReply, inDialog: boolean, t: Translate): ElementPiece[] {
  const target = {
    command: form.command,
    args: {},
    ...(form.version === undefined ? {} : { version: form.version }),
  };
  const submit = submitAction(target, form.submitLabel, inDialog);
  return [
    ...titlePieces(form.title),
    ...single(richText([{ text: cleanText(form.intro ?? '') }])),
    ...form.fields.flatMap((field) => inputElements(field, t)),
    { items: [{ type: 'ActionSet', actions: [submit] }], keep: 'always' },
  ];
}

/** A title may be of any length, so only its first part is sure of its place. */
function titlePieces(title: string): ElementPiece[] {
  return single(headingBlocks(title, 'large')).map((piece, index) =>
    index === 0 ? { ...piece, keep: 'always' } : piece,
  );
}
