import type { Translate } from '../../i18n/translate.ts';
import type { Action } from '../../reply/reply.ts';
import { type ActionTarget, encodeAction } from '../action-value.ts';
import { cleanLine } from '../shared/clean-text.ts';
import { shorten } from '../shared/split-text.ts';
import { typedLine } from '../shared/typed-line.ts';
import { TEAMS_ACTION_KEY, TEAMS_LIMITS, TEAMS_STYLE } from './limits.ts';
import { richText, textBytes } from './rich-text.ts';
import type { CardAction, CardElement, Execute, Submit } from './types.ts';

const STYLES = { primary: 'positive', danger: 'destructive' } as const;

/**
 * Buttons in sets that Teams shows without a menu. An action whose arguments would fill the card becomes
 * the command line to type, in the same place.
 */
export function actionElements(actions: readonly Action[], t: Translate): CardElement[] {
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
    if (set.length >= TEAMS_LIMITS.actionsPerSet) flush();
    set.push(cardAction(action, t));
  }
  flush();
  return elements;
}

/** One button. Only a press of Action.Submit with `task/fetch` can open a dialog. */
export function cardAction(action: Action, t: Translate): CardAction {
  const submit: Submit = {
    type: 'Action.Submit',
    title: shorten(cleanLine(action.label) || t('render.choose'), TEAMS_STYLE.actionTitle),
    ...(action.style ? { style: STYLES[action.style] } : {}),
    data: { [TEAMS_ACTION_KEY]: encodeAction(action) },
  };
  if (action.opensForm) return { ...submit, data: { ...submit.data, msteams: { type: 'task/fetch' } } };
  return executing(submit, action);
}

/** The button that sends a form. A card answers through Action.Execute, a dialog only knows Action.Submit. */
export function submitAction(target: ActionTarget, label: string, inDialog: boolean): CardAction {
  const submit: Submit = {
    type: 'Action.Submit',
    title: shorten(cleanLine(label) || target.command, TEAMS_STYLE.actionTitle),
    style: 'positive',
    data: { [TEAMS_ACTION_KEY]: encodeAction(target) },
  };
  return inDialog ? submit : executing(submit, target);
}

function executing(submit: Submit, { command }: ActionTarget): Execute {
  return { ...submit, type: 'Action.Execute', verb: command, fallback: submit };
}
