import type { Translate } from '../../i18n/translate.ts';
import type { Confirm, FormReply, Reply } from '../../reply/reply.ts';
import { cleanLine, cleanText } from '../shared/clean-text.ts';
import { confirmActions } from '../shared/confirm-actions.ts';
import { splitPieces } from '../shared/split-pieces.ts';
import { shorten } from '../shared/split-text.ts';
import { bodyRoom, envelopeOf, fittingCard } from './card-envelope.ts';
import type { CardLook } from './card-look.ts';
import { inputGroups, openerGroups, shownIn, submitSet } from './form-groups.ts';
import { TEAMS_STYLE } from './limits.ts';
import type { ElementPiece } from './pieces.ts';
import { cardParts, type Head, pageElement } from './render-parts.ts';
import { choiceGroups, confirmGroups, messageGroups, questionPieces, titlePieces } from './reply-groups.ts';
import type { AdaptiveCard } from './types.ts';

export type { CardLook } from './card-look.ts';
export type { AdaptiveCard } from './types.ts';

/** A reply as one Adaptive Card within Teams' size, whatever the data. */
export function renderTeams(reply: Reply, t: Translate, look: CardLook = {}): AdaptiveCard {
  return fittingCard(reply, [...headOf(reply).full, ...replyGroups(reply, t, look).flat()], t);
}

/**
 * A reply in as many cards as it needs, with nothing left out; one when it fits. Each of several leaves 9,500 bytes
 * for buttons to the others. A form becomes what `renderTeamsOpener` shows.
 */
export function renderTeamsParts(reply: Reply, t: Translate, look: CardLook = {}): AdaptiveCard[] {
  const groups = reply.type === 'form' ? openerGroups(reply, t, look) : replyGroups(reply, t, look);
  return cardParts(reply, headOf(reply), groups, t);
}

/**
 * A form for a Teams dialog, which is sent with Action.Submit; in several pages when one card does not hold it.
 * The button of a page says which arguments it asks, and carries these strings.
 */
export function renderTeamsDialogs(
  form: FormReply,
  t: Translate,
  carried: Readonly<Record<string, string>> = {},
): AdaptiveCard[] {
  const look: CardLook = { inDialog: true, carried: () => carried };
  const envelope = envelopeOf(form);
  const groups = [titlePieces(form.title), ...inputGroups(form, t)].filter((group) => group.length > 0);
  const shown = shownIn(groups.flat().flatMap(({ items }) => items));
  const labels = [form.submitLabel, t('render.next-page')];
  const room = bodyRoom(envelope, [
    pageElement(1, 1, t),
    ...labels.map((label) => submitSet(form, label, shown, t, look)),
  ]);
  const parts = splitPieces(groups, room, []);
  const pages = parts.length > 0 ? parts : [[]];
  return pages.map((elements, index) => {
    const label = index === pages.length - 1 ? form.submitLabel : t('render.next-page');
    const counter = pages.length === 1 ? [] : [pageElement(index + 1, pages.length, t)];
    const submit = submitSet(form, label, shownIn(elements), t, look);
    return { ...envelope, body: [...counter, ...elements, submit] };
  });
}

/**
 * A question in a dialog. Its button to go on has no arguments, since the answers of a form can be large: the
 * adapter keeps them, and knows them by what is carried.
 */
export function renderTeamsQuestion(
  reply: Confirm,
  t: Translate,
  carried: Readonly<Record<string, string>>,
): AdaptiveCard {
  const args = {};
  const { opensForm: _opens, ...confirm } = { ...reply.confirm, args, confirmed: true };
  const actions = confirmActions({ ...reply, confirm });
  // By identity: an alternative may run the same command, confirmed and without arguments.
  const look: CardLook = { inDialog: true, carried: (action) => (action.args === args ? carried : {}) };
  return fittingCard(reply, [...headOf(reply).full, ...confirmGroups(reply, t, look, actions).flat()], t);
}

/**
 * A form as it stands in a conversation: what is wrong in it, what it holds already, and the button that opens it
 * as a dialog. Arguments that are too large for a button are a line to type instead.
 */
export function renderTeamsOpener(form: FormReply, t: Translate, look: CardLook = {}): AdaptiveCard {
  return fittingCard(form, [...headOf(form).full, ...openerGroups(form, t, look).flat()], t);
}

function replyGroups(reply: Reply, t: Translate, look: CardLook): ElementPiece[][] {
  switch (reply.type) {
    case 'message':
      return messageGroups(reply, t, look);
    case 'choice':
      return choiceGroups(reply, t, look);
    case 'confirm':
      return confirmGroups(reply, t, look);
    case 'form': {
      const inputs = inputGroups(reply, t);
      const shown = shownIn(inputs.flat().flatMap(({ items }) => items));
      const submit = submitSet(reply, reply.submitLabel, shown, t, look);
      return [...inputs, [{ items: [submit], keep: 'always' }]];
    }
  }
}

function headOf(reply: Reply): Head {
  const isChoice = reply.type === 'choice';
  const pieces = isChoice ? questionPieces : titlePieces;
  const title = isChoice ? cleanText(reply.question) : cleanLine(reply.title);
  const short = pieces(shorten(cleanLine(title), TEAMS_STYLE.partTitle)).flatMap(({ items }) => items);
  return { full: pieces(title), short, isCut: title.length > TEAMS_STYLE.partTitle };
}
