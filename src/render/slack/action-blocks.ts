import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import type { Translate } from '../../i18n/translate.ts';
import type { Action } from '../../reply/reply.ts';
import { encodeAction } from '../action-value.ts';
import { typedLine } from '../shared/typed-line.ts';
import { SLACK_ACTION_PREFIX, SLACK_LIMITS, SLACK_STYLE } from './limits.ts';
import { plainObject } from './plain-object.ts';
import { richTextBlocks } from './rich-text.ts';

/** Gives each button of a message an action_id of its own. */
export type ActionIds = () => string;

/** Ids `run:0`, `run:1`, ...; with a name for buttons that are added to a message later. */
export function actionIds(name = ''): ActionIds {
  let last = -1;
  return () => `${SLACK_ACTION_PREFIX}${name}${++last}`;
}

/**
 * Buttons in blocks of at most 25. An action whose arguments do not fit in a button's value becomes
 * the command line to type, in the same place.
 */
export function actionBlocks(actions: readonly Action[], ids: ActionIds, t: Translate): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let row: Button[] = [];
  const flush = () => {
    if (row.length > 0) blocks.push({ type: 'actions', elements: row } satisfies ActionsBlock);
    row = [];
  };
  for (const action of actions) {
    const button = actionButton(action, ids, t);
    if (!button) {
      flush();
      blocks.push(...richTextBlocks([typedLine(action, t)]));
      continue;
    }
    const grown = JSON.stringify([...row, button]).length > SLACK_STYLE.buttonsPerBlockCharacters;
    if (row.length >= SLACK_LIMITS.actions || (row.length > 0 && grown)) flush();
    row.push(button);
  }
  flush();
  return blocks;
}

/** The button of an action, or undefined when its value is too long for Slack. */
export function actionButton(action: Action, ids: ActionIds, t: Translate): Button | undefined {
  const value = encodeAction(action);
  if (Buffer.byteLength(value) > SLACK_LIMITS.buttonValueBytes) return undefined;
  const button: Button = {
    type: 'button',
    action_id: ids(),
    text: plainObject(action.label, SLACK_LIMITS.buttonText, t('render.choose')),
    value,
  };
  if (action.style) button.style = action.style;
  return button;
}
