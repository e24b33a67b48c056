import { translator } from '../../i18n/translate.ts';
import { type Asked, asked, localeAsked } from './asked.ts';
import { onSearch } from './hear/extension.ts';
import { openKeep, submitKeep } from './hear/keep.ts';
import { onLink } from './hear/link.ts';
import { openDialog } from './hear/open-dialog.ts';
import { onPress } from './hear/press.ts';
import { submitDialog } from './hear/submit-dialog.ts';
import { suggestions } from './hear/suggestions.ts';
import type { Heard } from './heard.ts';
import type { TeamsOptions } from './options.ts';
import { lineDialog } from './show/dialog.ts';
import type { Where } from './where.ts';

/** What an invoke asks, by the names of the SDK, and what gives the answer that stands in the response itself. */
export const INVOKES = {
  'card.action': onPress,
  'card.search': suggestions,
  'dialog.open': openDialog,
  'dialog.submit': submitDialog,
  'message.ext.query': onSearch,
  'message.ext.query-link': onLink,
  'message.ext.open': openKeep,
  'message.ext.submit': submitKeep,
} as const satisfies Record<string, (options: TeamsOptions, who: Asked, activity: Heard) => Promise<unknown>>;

export type InvokeName = keyof typeof INVOKES;

/** The answer to an invoke; a fault is logged, and told rather than left unsaid. */
export async function answerTo(
  options: TeamsOptions,
  name: InvokeName,
  { activity, where }: { activity: Heard; where: Where },
): Promise<unknown> {
  try {
    return await INVOKES[name](options, await asked(options, activity, where), activity);
  } catch (error) {
    options.log.error({ err: error, invoke: name }, 'an invoke could not be answered');
    const text = translator(localeAsked(activity))('chat.failed');
    if (name === 'card.action')
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
    if (name === 'card.search') return { statusCode: 500 };
    return name === 'message.ext.query' || name === 'message.ext.query-link'
      ? { composeExtension: { type: 'message', text } }
      : lineDialog(text);
  }
}
