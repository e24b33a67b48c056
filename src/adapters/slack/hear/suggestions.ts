import type { AllMiddlewareArgs, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { searchOptions } from '../../../command/search-options.ts';
import { SLACK_LIMITS } from '../../../render/slack/limits.ts';
import { decodeModalMetadata } from '../../../render/slack/modal-metadata.ts';
import { plainObject } from '../../../render/slack/plain-object.ts';
import { asked } from '../asked.ts';
import type { SlackOptions } from '../options.ts';
import { ARGUMENT } from '../show/read-view.ts';
import { whoOf } from '../who-of.ts';

/** Someone types in a field that is searched here: the names that fit, as far as they may see them. */
export function onSuggestions(options: SlackOptions) {
  return async (
    searched: SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs,
  ): Promise<void> => {
    const { ack, options: payload, client } = searched;
    const metadata = decodeModalMetadata(payload.view?.private_metadata ?? '');
    if (!metadata || !payload.action_id.startsWith(ARGUMENT)) return ack({ options: [] });
    const context = await asked(options, whoOf(searched, client));
    const found = await searchOptions(options.registry, context, {
      command: metadata.command,
      name: payload.action_id.slice(ARGUMENT.length),
      typed: payload.value,
    });
    const fitting = found.filter(({ value }) => value.length <= SLACK_LIMITS.optionValue);
    await ack({
      options: fitting.map(({ value, label }) => ({
        text: plainObject(label, SLACK_LIMITS.optionText, value),
        value,
      })),
    });
  };
}
