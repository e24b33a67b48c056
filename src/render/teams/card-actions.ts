import type { Translate } from '../../i18n/translate.ts';
import type { Action } from '../../reply/reply.ts';
import { encodeAction } from '../action-value.ts';
import { cleanLine } from '../shared/clean-text.ts';
import { shorten } from '../shared/split-text.ts';
import { typedLine } from '../shared/typed-line.ts';
import type { CardLook } from './card-look.ts';
import { TEAMS_ACTION_KEY, TEAMS_LIMITS, TEAMS_STYLE } from './limits.ts';
import { bytesOf, richText, textBytes } from './rich-text.ts';
import type { CardAction, CardElement, Submit } from './types.ts';

const STYLES = { primary: 'positive', danger: 'destructive' } as const;

/**
 * Buttons in sets that Teams shows without a menu. An action whose arguments would fill the card becomes
 * the command line to type, in the same place.
 */
export function actionElements(actions: readonly Action[], t: Translate, look: CardLook = {}): CardElement[] {
  const elements: CardElement[] = [];
  let set: CardAction[] = [];
  const flush = () => {
    if (set.length > 0) elements.push({ type: 'ActionSet', actions: set });
    set = [];
  };
  for (const action of actions) {
    if (textBytes(encodeAction(action)) > TEAMS_STYLE.actionBytes) {
      flush();
      elements.push(...richText(typedLine(action, t)));
      continue;
    }
    const button = cardAction(action, t, look);
    const isFull =
      set.length >= TEAMS_LIMITS.actionsPerSet || bytesOf([...set, button]) > TEAMS_STYLE.setBytes;
    if (isFull) flush();
    set.push(button);
  }
  flush();
  return elements;
}

/** One button. In a conversation only a press of Action.Submit with `task/fetch` can open a dialog. */
export function cardAction(action: Action, t: Translate, { inDialog, carried }: CardLook = {}): CardAction {
  const opens = action.opensForm && !inDialog;
  const submit: Submit = {
    type: 'Action.Submit',
    title: shorten(cleanLine(action.label) || t('render.choose'), TEAMS_STYLE.actionTitle),
    ...(action.style ? { style: STYLES[action.style] } : {}),
    data: {
      ...carried?.(action),
      [TEAMS_ACTION_KEY]: encodeAction(action),
      ...(opens ? { msteams: { type: 'task/fetch' } } : {}),
    },
  };
  if (opens || inDialog) return submit;
  return { ...submit, type: 'Action.Execute', verb: action.command, fallback: submit };
}
