import type { BlockAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Context } from '../../../command/command.ts';
import type { SlackOptions } from '../options.ts';
import { byTrigger, type Show, type Ways } from './answer.ts';
import { shownView } from './views.ts';

/** A button in a view: on the Home it opens a modal, in a modal what follows takes its place. */
export function viewWays(
  options: SlackOptions,
  context: Context,
  body: BlockAction,
  client: WebClient,
): Ways {
  const open = byTrigger(options, client, body.trigger_id);
  const replace: Show = async (view) => {
    try {
      await client.views.update({ view_id: body.view?.id ?? '', view });
      return true;
    } catch (error) {
      options.log.warn({ reason: (error as Error).message }, 'a modal could not be changed');
      return false;
    }
  };
  const show = body.view?.type === 'modal' ? replace : open;
  return { show, say: (reply) => show(shownView(reply, context)) };
}
