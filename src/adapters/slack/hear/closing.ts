import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewClosedAction } from '@slack/bolt';
import { decodeModalMetadata } from '../../../render/slack/modal-metadata.ts';
import { keepIfItFits, keptArgs } from '../../chat/kept-args.ts';
import { asked } from '../asked.ts';
import type { SlackOptions } from '../options.ts';
import { readInputs } from '../show/read-view.ts';
import { rootOf } from '../show/root-of.ts';
import { whoOf } from '../who-of.ts';

/** A form was closed without sending it: what it held is there when it is opened again. */
export function onClosed(options: SlackOptions) {
  return async (closed: SlackViewMiddlewareArgs<ViewClosedAction> & AllMiddlewareArgs): Promise<void> => {
    const { ack, view, client } = closed;
    await ack();
    const metadata = decodeModalMetadata(view.private_metadata);
    const command = metadata && options.registry.find(metadata.command);
    const args = readInputs(view.state?.values);
    if (!command || metadata.confirmed !== undefined || Object.keys(args).length === 0) return;
    if (options.sent.has(rootOf(view))) return;
    const context = await asked(options, whoOf(closed, client));
    const earlier = await keptArgs(context, metadata.draft);
    await keepIfItFits(context, command, { ...earlier, ...args });
  };
}
