import type { Translate } from '../../i18n/translate.ts';
import type { Action } from '../../reply/reply.ts';
import { commandLine } from '../text/command-line.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import type { Run } from './runs.ts';

/** What to type instead of pressing a button, for an action that is too long for one. */
export function typedLine(action: Action, t: Translate): Run[] {
  const label = cleanLine(action.label);
  const typed = cleanText(t('render.type', { command: commandLine(action) }));
  return label === '' ? [{ text: typed }] : [{ text: `${label}. `, strong: true }, { text: typed }];
}
