import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs, ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { warningsFor } from '../../../command/warnings-for.ts';
import { decodeModalMetadata } from '../../../render/slack/modal-metadata.ts';
import { renderSlackViewBlocks } from '../../../render/slack/render-slack.ts';
import { keepIfItFits, keptArgs } from '../../chat/kept-args.ts';
import { asked } from '../asked.ts';
import type { SlackOptions } from '../options.ts';
import { WARNING_BLOCK, withWarnings } from '../show/form-view.ts';
import { readInputs } from '../show/read-view.ts';
import { rootOf } from '../show/root-of.ts';
import { whoOf } from '../who-of.ts';

/**
 * Something was chosen in a form that is open: it is kept, and what speaks against it, such as a crowded week, appears
 * above the fields before anything is saved.
 */
export function onInput(options: SlackOptions) {
  return async (changed: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> => {
    const { ack, body, client } = changed;
    await ack();
    const { view } = body;
    const metadata = view && decodeModalMetadata(view.private_metadata);
    if (!view || !metadata) return;
    const context = await asked(options, whoOf(changed, client));
    const { registry } = options;
    const command = registry.find(metadata.command);
    if (!command) return;
    if (options.sent.has(rootOf(view))) return;
    const args = { ...(await keptArgs(context, metadata.draft)), ...readInputs(view.state?.values) };
    await keepIfItFits(context, command, args);
    const warnings = await warningsFor(registry, context, { command: command.name, args });
    const blocks =
      warnings.length === 0
        ? []
        : renderSlackViewBlocks(
            { type: 'message', title: '', audience: 'private', sections: warnings },
            context.t,
          );
    const hadSome = view.blocks.some(({ block_id }) => block_id?.startsWith(WARNING_BLOCK));
    if (blocks.length === 0 && !hadSome) return;
    await client.views
      .update({ view_id: view.id, hash: view.hash, view: withWarnings(asSent(view), blocks) })
      .catch((error: Error) => {
        // Something else was chosen meanwhile: that press shows what holds then.
        if (!error.message.includes('hash_conflict')) throw error;
      });
  };
}

/** The parts of a view that are sent, out of one that came back. */
function asSent(view: ViewOutput): ModalView {
  const { callback_id, title, submit, close, private_metadata, notify_on_close } = view;
  return {
    type: 'modal',
    callback_id,
    title,
    ...(submit ? { submit } : {}),
    ...(close ? { close } : {}),
    private_metadata,
    notify_on_close,
    blocks: view.blocks,
  };
}
