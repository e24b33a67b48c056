import type { Locale } from '../../../core/locale.ts';
import { type Translate, translator } from '../../../i18n/translate.ts';
import { type ActionTarget, decodeAction, encodeAction } from '../../../render/action-value.ts';
import { actionElements } from '../../../render/teams/card-actions.ts';
import {
  type CardLook,
  renderTeams,
  renderTeamsOpener,
  renderTeamsParts,
} from '../../../render/teams/render-teams.ts';
import type { AdaptiveCard } from '../../../render/teams/types.ts';
import type { Action, Reply } from '../../../reply/reply.ts';
import { isDone } from '../../chat/is-done.ts';
import { waysBetween, withShare } from '../../chat/ways.ts';
import { rowsOf } from './rows.ts';

const LONGEST_BY = 300;

/** Keys in a button's data: it is replaced by what follows, drawn anew by a request, or a row of a message of ours. */
const REPLACED = 'x';
const REDRAWN = 'by';
const ROW = 'row';

/** What a press on a button should do to the card that it stands in. */
export type Fate =
  | { type: 'stays' }
  | { type: 'replaced' }
  | { type: 'redrawn'; by: Pick<Action, 'command' | 'args'> }
  | { type: 'row'; row: string };

export interface LookOptions {
  /** It may be posted in a channel: a button offers it. */
  shareable?: boolean;
  /** Which part of an answer that is too long for one card, from 0. */
  part?: number;
  /** What shows the rest of a message that is too long and that nobody asked for. */
  rest?: Action;
  /** A message that the bot sends by itself: each row of buttons is known by its number. */
  rows?: boolean;
  inDialog?: boolean;
  /** Only the asker sees it: then a press may change it. What others see as well is never replaced. */
  onlyTheirs?: boolean;
}

/** The part of an answer that is asked, as a card whose buttons know what becomes of it. */
export function cardOf(reply: Reply, locale: Locale, options: LookOptions = {}): AdaptiveCard {
  const { shareable = false, part = 0, rest } = options;
  const t = translator(locale);
  const shown = shareable && reply.type === 'message' ? withShare(reply, t) : reply;
  const look = lookOf(reply, options);
  if (reply.type === 'form') return renderTeamsOpener(reply, t, look);
  const parts = renderTeamsParts(shown, t, look);
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const refresh = reply.type === 'message' && !isDone(reply) ? reply.refresh : undefined;
  const ways = refresh ? waysBetween(refresh, { part, of: parts.length }, t) : [];
  const card = parts[Math.min(part, parts.length - 1)];
  if (card && ways.length > 0)
    return withButtons(card, ways, t, { ...look, carried: () => ({ [REPLACED]: '1' }) });
  if (first && rest) return withButtons(first, [rest], t, { ...look, carried: () => ({}) });
  return renderTeams(shown, t, look);
}

const MOST_CARDS = 4;

/** The same in as many cards as it needs, for what was done and cannot be made anew to show its other parts. */
export function allCardsOf(reply: Reply, locale: Locale, options: LookOptions = {}): AdaptiveCard[] {
  if (reply.type !== 'message' || (reply.refresh && !isDone(reply))) return [cardOf(reply, locale, options)];
  const parts = renderTeamsParts(reply, translator(locale), lookOf(reply, options));
  return parts.length > 1 && parts.length <= MOST_CARDS ? parts : [cardOf(reply, locale, options)];
}

/** What is to become of the card that holds this button, out of the data of a press. */
export function fateOf(data: Readonly<Record<string, unknown>>): Fate {
  if (data[REPLACED] === '1') return { type: 'replaced' };
  const row = data[ROW];
  if (typeof row === 'string' && /^\d{1,3}(?:-\d{1,3})?$/.test(row)) return { type: 'row', row };
  const by = decodeAction(data[REDRAWN]);
  return by ? { type: 'redrawn', by } : { type: 'stays' };
}

/** The same as data, to carry through a dialog. */
export function fateData(fate: Fate): Record<string, string> {
  if (fate.type === 'replaced') return { [REPLACED]: '1' };
  if (fate.type === 'row') return { [ROW]: fate.row };
  return fate.type === 'redrawn' ? { [REDRAWN]: encodeAction(fate.by as ActionTarget) } : {};
}

function lookOf(reply: Reply, { rows = false, inDialog = false, onlyTheirs = false }: LookOptions): CardLook {
  const buttons = rows && reply.type === 'message' ? rowsOf(reply) : undefined;
  const refresh = reply.type === 'message' && reply.refresh ? encodeAction(reply.refresh) : undefined;
  const next = reply.type === 'message' && reply.next ? encodeAction(reply.next) : undefined;
  return {
    inDialog,
    carried: (action) => {
      const button = buttons?.get(encodeAction(action));
      if (button) return { [ROW]: button.row };
      if (!onlyTheirs) return {};
      if (reply.type === 'choice' || reply.type === 'confirm' || encodeAction(action) === next)
        return { [REPLACED]: '1' };
      return refresh && refresh.length <= LONGEST_BY ? { [REDRAWN]: refresh } : {};
    },
  };
}

function withButtons(
  card: AdaptiveCard,
  actions: readonly Action[],
  t: Translate,
  look: CardLook,
): AdaptiveCard {
  return { ...card, body: [...card.body, ...actionElements(actions, t, look)] };
}
