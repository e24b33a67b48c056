import type { RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Context } from '../../../command/command.ts';
import { encodeAction } from '../../../render/action-value.ts';
import type { Back } from '../../../render/slack/modal-metadata.ts';
import type { Action, Reply } from '../../../reply/reply.ts';
import { withEarlierDraft } from '../../chat/with-draft.ts';
import type { SlackOptions } from '../options.ts';
import { formView } from './form-view.ts';
import { renderAll } from './tagged.ts';
import { withOrWithoutPictures } from './without-pictures.ts';

/** Shows a modal; false when that did not succeed. */
export type Show = (view: ModalView) => Promise<boolean>;

/** How an answer reaches who asked. */
export interface Ways {
  /** Shows a modal; false when Slack did not. Absent where there is nothing to open one with. */
  show?: Show;
  /** Tells it to the asker alone. */
  say: (reply: Reply) => Promise<unknown>;
  /** Where the answer to a form that is opened now goes; without it, in the modal. */
  back?: Back | undefined;
}

/** Brings a reply to the asker: a form as a modal, with what was filled in before; anything else as told. */
export async function answer(
  options: SlackOptions,
  context: Context,
  ways: Ways,
  reply: Reply,
): Promise<void> {
  if (reply.type === 'form' && ways.show) {
    const form = await withEarlierDraft(options, context, reply);
    if (await ways.show(formView(form, context, { back: ways.back }))) return;
  }
  await ways.say(reply);
}

/** Answers by way of a response URL, as a message that only the asker sees. */
export function byResponse(
  context: Context,
  respond: RespondFn,
  { replace = false, part = 0 } = {},
): Ways['say'] {
  const shareable = context.from?.channel !== undefined;
  return (reply) =>
    withOrWithoutPictures(reply, async (shown) => {
      for (const [index, message] of renderAll(shown, context.locale, { shareable, part }).entries())
        await respond({ ...message, response_type: 'ephemeral', replace_original: replace && index === 0 });
    });
}

/** Opens modals with what a fresh press or command gave; false when Slack was too late or too busy. */
export function byTrigger({ log }: SlackOptions, client: WebClient, trigger: string): Show {
  return async (view) => {
    try {
      await client.views.open({ trigger_id: trigger, view });
      return true;
    } catch (error) {
      log.warn({ reason: (error as Error).message }, 'a form could not be opened; a button is sent instead');
      return false;
    }
  };
}

/** Where the answer to a form goes that is opened from a message: there, with that message drawn anew. */
export function backTo({ from }: Context, url: string, redraw?: Pick<Action, 'command' | 'args'>): Back {
  return {
    url,
    ...(redraw ? { redraw: encodeAction(redraw) } : {}),
    ...(from?.channel ? { shareable: true } : {}),
  };
}
