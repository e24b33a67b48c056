import type { BlockAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Context } from '../../../command/command.ts';
import { decodeModalMetadata } from '../../../render/slack/modal-metadata.ts';
import { isDone } from '../../chat/is-done.ts';
import type { SlackOptions } from '../options.ts';
import { tellBack } from './after-form.ts';
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
  const back = decodeModalMetadata(body.view?.private_metadata ?? '')?.back;
  return {
    show,
    say: async (reply) => {
      await show(shownView(reply, context));
      // Done by a button in the form's modal: then the answer also stands where the form was opened.
      if (back && isDone(reply)) await tellBack(options, context, back, reply);
    },
  };
}
